/** Clearances: a named clinician's decision that lifts a rule, with reason and expiry. */
@NullMarked
package org.percuta.clinic.clearances;

import org.jspecify.annotations.NullMarked;
