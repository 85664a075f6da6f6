package org.percuta.clinic.staff;

import java.nio.charset.StandardCharsets;

/** A password that a person can read off a screen and type. */
public final class ReadablePassword {

  /** No letters that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private ReadablePassword() {}

  /** 16 characters of 31, from a secret of 256 random bits; the same secret gives the same. */
  public static String of(String secret) {
    byte[] random = secret.getBytes(StandardCharsets.US_ASCII);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      // Two characters of the secret each, so that nearly all of the alphabet is equally likely.
      int two = random[2 * i] * 128 + random[2 * i + 1];
      text.append(ALPHABET.charAt(two % ALPHABET.length()));
    }
    return text.toString();
  }
}
