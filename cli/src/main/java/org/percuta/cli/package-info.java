/** The {@code percuta} command: exit 0 answered, 2 bad input, 3 invalid knowledge. */
@NullMarked
package org.percuta.cli;

import org.jspecify.annotations.NullMarked;
