/** Facts and rules to a dated, explained verdict. Pure: no clock, no file, no random source. */
@NullMarked
package org.percuta.protocol.evaluate;

import org.jspecify.annotations.NullMarked;
