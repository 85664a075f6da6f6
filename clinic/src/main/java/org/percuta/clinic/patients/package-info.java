/** Patients: list, record, facts with history, duplicates, clearances and documents. */
@NullMarked
package org.percuta.clinic.patients;

import org.jspecify.annotations.NullMarked;
