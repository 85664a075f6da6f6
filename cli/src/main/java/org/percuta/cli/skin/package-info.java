/** {@code percuta dose} and {@code percuta heal}: the skin model at the command line. */
@NullMarked
package org.percuta.cli.skin;

import org.jspecify.annotations.NullMarked;
