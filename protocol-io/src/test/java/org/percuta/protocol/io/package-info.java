/** Tests of reading knowledge and input, and of the knowledge that is shipped. */
@NullMarked
package org.percuta.protocol.io;

import org.jspecify.annotations.NullMarked;
