package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short command to its end. */
final class Command {

  private static final int LIMIT_S = 120;

  private Command() {}

  static boolean succeeds(List<String> words) {
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(LIMIT_S, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * @throws PostgresStartException with the command's own words when it fails
   */
  static void run(List<String> words, Path directory) {
    try {
      Process process =
          new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new PostgresStartException(words + " failed:\n" + said.strip());
      }
    } catch (IOException e) {
      throw new PostgresStartException("Cannot run " + words + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresStartException("Interrupted while running " + words, e);
    }
  }
}
