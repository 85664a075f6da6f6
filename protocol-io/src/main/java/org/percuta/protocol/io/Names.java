package org.percuta.protocol.io;

import java.util.Locale;

/**
 * Java names as file keys: {@code clearedBy} is {@code cleared-by}, {@code low_mm} is {@code
 * low-mm}.
 */
final class Names {

  private Names() {}

  static String key(String javaName) {
    StringBuilder key = new StringBuilder(javaName.length() + 4);
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (c == '_') {
        key.append('-');
      } else if (Character.isUpperCase(c)) {
        if (i > 0) {
          key.append('-');
        }
        key.append(Character.toLowerCase(c));
      } else {
        key.append(c);
      }
    }
    return key.toString();
  }

  /** {@code SHOULD_NOT} is {@code should-not}; one-letter constants keep their case. */
  static String key(Enum<?> constant) {
    String name = constant.name();
    return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
