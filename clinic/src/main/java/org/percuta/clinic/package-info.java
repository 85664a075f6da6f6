/**
 * The clinic application. Each package beneath is a feature; {@code platform} is what they share.
 */
@NullMarked
package org.percuta.clinic;

import org.jspecify.annotations.NullMarked;
