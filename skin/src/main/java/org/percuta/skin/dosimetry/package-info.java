/** What a setting does: punctures per area, the layer they reach, how long channels stay open. */
@NullMarked
package org.percuta.skin.dosimetry;

import org.jspecify.annotations.NullMarked;
