package org.percuta.fhir.read;

/** What a file holds, told from its first bytes. */
public enum FileKind {
  /** One JSON value with a {@code resourceType}: a Bundle or a single resource. */
  FHIR_JSON,
  /** One resource a line. */
  FHIR_NDJSON,
  /** YAML, or JSON without a {@code resourceType}: an intake file, or nothing we know. */
  INTAKE,
  /** XML, most likely FHIR XML, which is not read. */
  XML,
  /** Compressed: gzip or zip. */
  COMPRESSED,
  /** Text in UTF-16 or UTF-32; JSON is UTF-8. */
  NOT_UTF8,
  /** Nothing at all, or only spaces. */
  EMPTY;

  private static final byte[] RESOURCE_TYPE = {
    '"', 'r', 'e', 's', 'o', 'u', 'r', 'c', 'e', 'T', 'y', 'p', 'e', '"'
  };

  /** How many bytes of a file are enough to tell. */
  public static final int ENOUGH = 64 * 1024;

  public boolean isFhir() {
    return this == FHIR_JSON || this == FHIR_NDJSON;
  }

  /** Tells from the first {@link #ENOUGH} bytes, or all if fewer. */
  public static FileKind of(byte[] first) {
    if (starts(first, 0x1f, 0x8b) || starts(first, 'P', 'K', 3, 4)) {
      return COMPRESSED;
    }
    if (starts(first, 0xfe, 0xff) || starts(first, 0xff, 0xfe) || hasNul(first)) {
      return NOT_UTF8;
    }
    int at = skipSpace(first, Bytes.afterMark(first));
    if (at == first.length) {
      return EMPTY;
    }
    if (first[at] == '<') {
      return XML;
    }
    if ((first[at] != '{' && first[at] != '[') || !contains(first, at, RESOURCE_TYPE)) {
      return INTAKE;
    }
    return Bytes.isLines(first, at) ? FHIR_NDJSON : FHIR_JSON;
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNul(byte[] bytes) {
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static int skipSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && Bytes.isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean contains(byte[] bytes, int from, byte[] word) {
    for (int at = from; at <= bytes.length - word.length; at++) {
      int i = 0;
      while (i < word.length && bytes[at + i] == word[i]) {
        i++;
      }
      if (i == word.length) {
        return true;
      }
    }
    return false;
  }
}
