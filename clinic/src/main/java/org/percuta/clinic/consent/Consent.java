package org.percuta.clinic.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Goal;

/**
 * One signed consent.
 *
 * @param goal what it is for; absent unless it is for treatment
 * @param points the ids it named
 * @param expires last day it counts
 * @param intact whether the document still has the hash it was sealed with
 * @param withdrawn when it was taken back; absent when it was not
 */
record Consent(
    UUID id,
    UUID patient,
    ConsentKind kind,
    @Nullable Goal goal,
    int templateVersion,
    List<String> points,
    String signedName,
    Instant signedAt,
    LocalDate expires,
    String witness,
    String sha256,
    boolean intact,
    @Nullable Instant withdrawn,
    String withdrawalReason) {

  boolean isValidOn(LocalDate day) {
    return withdrawn == null && intact && !day.isAfter(expires);
  }
}
