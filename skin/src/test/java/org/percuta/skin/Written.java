package org.percuta.skin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that a test writes. It fails on drift; {@code -Dpercuta.write=true} writes it anew.
 */
public final class Written {

  private static final Path DOCS = Path.of("../docs");

  private Written() {}

  /** Compares with the document below docs/, or writes it. */
  public static void check(String name, String content) {
    Path file = DOCS.resolve(name);
    try {
      if (Boolean.getBoolean("percuta.write")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, content);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("docs/%s differs from the model; run with -Dpercuta.write=true", name)
          .isEqualTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
