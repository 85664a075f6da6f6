package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says.
 *
 * @param started when the server says it started, to the second
 * @param port where it listens
 * @param status {@code starting}, {@code ready}, {@code stopping}, or empty
 */
record PidFile(long pid, Instant started, int port, String status) {

  static Path in(Path database) {
    return database.resolve("postmaster.pid");
  }

  /** Empty when there is none, or when it is being written. */
  static Optional<PidFile> find(Path database) {
    try {
      List<String> lines = Files.readAllLines(in(database));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      return Optional.of(
          new PidFile(
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
              Integer.parseInt(lines.get(3).strip()),
              lines.size() > 7 ? lines.get(7).strip() : ""));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isReady() {
    return status.equals("ready");
  }
}
