/**
 * Dosimetry and healing of needled skin: a model, shown with its uncertainty. Pure; knows nothing
 * of the protocol.
 */
@NullMarked
package org.percuta.skin;

import org.jspecify.annotations.NullMarked;
