/** Findings about knowledge and input, and the checks that make them. Pure. */
@NullMarked
package org.percuta.protocol.validate;

import org.jspecify.annotations.NullMarked;
