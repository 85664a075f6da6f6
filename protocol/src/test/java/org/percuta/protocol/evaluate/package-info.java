/** Tests of screening, and the worlds they generate. */
@NullMarked
package org.percuta.protocol.evaluate;

import org.jspecify.annotations.NullMarked;
