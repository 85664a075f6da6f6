package org.percuta.clinic.persondata;

import java.nio.charset.StandardCharsets;

/** What stored bytes are, by how they begin. */
enum FileKind {
  PDF("%PDF", ".pdf"),
  PNG("\u0089PNG", ".png"),
  JPEG("\u00ff\u00d8\u00ff", ".jpg"),
  GIF("GIF8", ".gif"),
  WEBP("RIFF", ".webp"),
  OTHER("", ".bin");

  private final byte[] magic;
  private final String ending;

  FileKind(String magic, String ending) {
    this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    this.ending = ending;
  }

  String ending() {
    return ending;
  }

  static FileKind of(byte[] bytes) {
    for (FileKind kind : values()) {
      if (bytes.length >= kind.magic.length
          && java.util.Arrays.equals(
              bytes, 0, kind.magic.length, kind.magic, 0, kind.magic.length)) {
        return kind;
      }
    }
    return OTHER;
  }
}
