/** YAML of {@code knowledge/parameters} to {@link org.percuta.quantity.Parameter}. */
@NullMarked
package org.percuta.protocol.io.parameters;

import org.jspecify.annotations.NullMarked;
