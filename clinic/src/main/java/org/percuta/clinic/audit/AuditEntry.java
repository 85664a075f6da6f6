package org.percuta.clinic.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a clinic's audit. */
record AuditEntry(
    UUID clinic,
    long seq,
    Instant at,
    String actor,
    String actorName,
    String action,
    String subject,
    @Nullable UUID patient,
    String address,
    String detail,
    byte[] previousHash,
    byte[] hash) {

  /** What the hash must be; says in Java what the trigger of V002 says in SQL. */
  byte[] expectedHash() {
    String text =
        part(clinic.toString())
            + part(Long.toString(seq))
            + part(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)))
            + part(actor)
            + part(actorName)
            + part(action)
            + part(subject)
            + part(patient == null ? null : patient.toString())
            + part(address)
            + part(detail);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previousHash);
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(@Nullable String value) {
    return value == null ? "-" : value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
  }
}
