package org.percuta.clinic.signin;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;

/**
 * Names a patient until a moment; what a signed link carries.
 *
 * @param expires first moment it counts no more, to the second
 */
record VisitLink(ClinicId clinic, UUID patient, Instant expires) {

  private static final int BYTES = 40;

  String signed(LinkSigner signer) {
    byte[] body =
        ByteBuffer.allocate(BYTES)
            .putLong(clinic.value().getMostSignificantBits())
            .putLong(clinic.value().getLeastSignificantBits())
            .putLong(patient.getMostSignificantBits())
            .putLong(patient.getLeastSignificantBits())
            .putLong(expires.getEpochSecond())
            .array();
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    return text + "." + signer.sign(text);
  }

  /** Empty when it was not made here or was changed; it may have expired. */
  static Optional<VisitLink> read(String token, LinkSigner signer) {
    int dot = token.indexOf('.');
    if (dot < 0 || !signer.isSigned(token.substring(0, dot), token.substring(dot + 1))) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(0, dot)));
    if (body.remaining() != BYTES) {
      return Optional.empty();
    }
    return Optional.of(
        new VisitLink(
            new ClinicId(new UUID(body.getLong(), body.getLong())),
            new UUID(body.getLong(), body.getLong()),
            Instant.ofEpochSecond(body.getLong())));
  }
}
