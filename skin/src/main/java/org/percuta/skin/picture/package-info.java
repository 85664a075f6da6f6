/** Pictures as SVG text. */
@NullMarked
package org.percuta.skin.picture;

import org.jspecify.annotations.NullMarked;
