package org.percuta.clinic.enquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry as the staff have it.
 *
 * @param outcome of the verdict when it was sent
 * @param permittedFrom first permitted date then
 * @param at when it was sent, with consent
 * @param handled absent while nobody has seen to it
 */
record Received(
    UUID id,
    String name,
    @Nullable String email,
    @Nullable String phone,
    String message,
    String concern,
    String site,
    String answers,
    String outcome,
    @Nullable LocalDate permittedFrom,
    LocalDate asOf,
    String consent,
    Instant at,
    @Nullable Handled handled) {

  boolean isInRecord() {
    return handled != null && handled.patient() != null;
  }
}
