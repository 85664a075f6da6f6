/** Fixtures of the protocol tests. */
@NullMarked
package org.percuta.protocol;

import org.jspecify.annotations.NullMarked;
