/**
 * Measures with their unit in the type, and dates of partial precision. Depends on the JDK only.
 */
@NullMarked
package org.percuta.quantity;

import org.jspecify.annotations.NullMarked;
