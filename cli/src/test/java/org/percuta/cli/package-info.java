/** Tests of the command line as its users meet it. */
@NullMarked
package org.percuta.cli;

import org.jspecify.annotations.NullMarked;
