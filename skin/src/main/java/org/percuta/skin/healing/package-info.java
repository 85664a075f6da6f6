/** How the skin heals and builds collagen over a course. */
@NullMarked
package org.percuta.skin.healing;

import org.jspecify.annotations.NullMarked;
