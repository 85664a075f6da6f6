package org.percuta.clinic.consent;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** SHA-256, by which a document is known to be the one that was signed. */
final class Seal {

  private Seal() {}

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
