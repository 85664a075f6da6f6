package org.percuta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page that a program writes: compared by default, written anew with {@code
 * -Dpercuta.write=true}.
 */
final class GeneratedDocs {

  private static final Path ROOT = Path.of("..");

  private GeneratedDocs() {}

  static void hold(String path, String text) throws IOException {
    Path file = ROOT.resolve(path);
    if (Boolean.getBoolean("percuta.write")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(file)
        .as("%s is written by this test; write it anew with -Dpercuta.write=true", path)
        .content()
        .isEqualTo(text);
  }
}
