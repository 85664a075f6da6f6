/** Which parameter an output depends on most. */
@NullMarked
package org.percuta.skin.sensitivity;

import org.jspecify.annotations.NullMarked;
