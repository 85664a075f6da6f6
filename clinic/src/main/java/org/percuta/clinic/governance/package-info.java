/**
 * Who stands behind the clinical content at a clinic: browsing it, the clinic's own numbers, and
 * accepting a new version.
 */
@NullMarked
package org.percuta.clinic.governance;

import org.jspecify.annotations.NullMarked;
