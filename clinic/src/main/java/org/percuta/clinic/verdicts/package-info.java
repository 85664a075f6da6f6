/** The verdict of a patient as of any date, what changed in it, and verdicts kept and replayed. */
@NullMarked
package org.percuta.clinic.verdicts;

import org.jspecify.annotations.NullMarked;
