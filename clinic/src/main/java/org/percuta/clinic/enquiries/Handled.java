package org.percuta.clinic.enquiries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an enquiry.
 *
 * @param patient the record it was put into; absent when it was only answered
 * @param patientName the name of that record
 */
record Handled(String by, Instant at, @Nullable UUID patient, @Nullable String patientName) {}
