package org.percuta.clinic.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.percuta.clinic.platform.security.Actor;

/**
 * What an entry about a patient's own act keeps apart from the chain. The chain holds a hash of it
 * with a salt that is kept apart too: while it is there the hash proves it, and once it is erased
 * the hash tells nothing.
 */
record AuditApart(String name, String address, byte[] salt) {

  /** What the chained entry says instead of the name. */
  static final String PATIENT = "Patient";

  private static final int SALT_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static AuditApart of(Actor actor) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new AuditApart(actor.name(), actor.address(), salt);
  }

  /** Stands in the entry as its address. */
  String commitment() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      byte[] hash = digest.digest((name + "\n" + address).getBytes(StandardCharsets.UTF_8));
      return "apart:" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
