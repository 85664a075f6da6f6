package org.percuta.cli.skin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.StopException;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import picocli.CommandLine.Option;

/** Where a picture goes. */
final class SvgOption {

  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--svg",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      paramLabel = "FILE",
      description = "Write the picture to this file; to standard output without one.")
  @Nullable String file;

  boolean wanted() {
    return file != null;
  }

  /** Whether the picture takes the place of the text. */
  boolean toOutput() {
    return STANDARD_OUTPUT.equals(file);
  }

  void write(PrintWriter out, String svg) {
    if (file == null) {
      return;
    }
    if (toOutput()) {
      out.print(svg);
      out.flush();
      return;
    }
    try {
      Files.writeString(Path.of(file), svg);
    } catch (IOException e) {
      throw new StopException(
          ExitCode.BAD_INPUT,
          List.of(
              Finding.error(
                  "PX-0011",
                  "The picture cannot be written: " + e.getMessage() + ".",
                  "--svg",
                  Place.of(file),
                  "Maybe the folder does not exist?")));
    }
  }
}
