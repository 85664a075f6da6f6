package org.percuta.clinic.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.ClinicId;

/**
 * One passkey of one staff member, as it is stored.
 *
 * @param lastUsed absent until it has signed somebody in
 */
record Passkey(
    ClinicId clinic,
    UUID id,
    UUID staff,
    String name,
    Key key,
    Instant created,
    @Nullable Instant lastUsed) {

  /**
   * The public half, as the device said it.
   *
   * @param credentialId how the device knows it
   * @param credential WebAuthn's attested credential data: kind of device, id, public key
   * @param signCount how often it had signed when last seen; 0 for ever with most devices
   * @param canBeCopied whether the person's devices may share it, for example over an account
   * @param isCopied whether they do
   * @param transports ways to reach the device, for the browser
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; the database holds the same bytes.
  record Key(
      byte[] credentialId,
      byte[] credential,
      long signCount,
      boolean canBeCopied,
      boolean isCopied,
      List<String> transports) {

    Key {
      transports = List.copyOf(transports);
    }
  }
}
