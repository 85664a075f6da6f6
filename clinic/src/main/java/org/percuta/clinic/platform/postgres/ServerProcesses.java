package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The live processes of a database, found in {@code /proc}. Every PostgreSQL process works inside
 * its data directory, so its working directory tells whose it is where a process id, which the
 * system reuses, does not.
 */
final class ServerProcesses {

  private static final Path PROC = Path.of("/proc");

  /** The pid file's time is whole seconds and taken a moment after the process started. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(5);

  private ServerProcesses() {}

  /** Ids of the processes that work in {@code database}, zombies left out. */
  static List<Long> workingIn(Path database) {
    Path real = real(database);
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (worksIn(process, real) && !isZombie(process)) {
          found.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** True when the pid file names a live server of this database, and no stranger. */
  static boolean isServerOf(PidFile file, Path database) {
    return workingIn(database).contains(file.pid()) && startedWhen(file.pid(), file.started());
  }

  private static boolean startedWhen(long pid, Instant said) {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().startInstant())
        .map(start -> Duration.between(start, said).abs().compareTo(START_TOLERANCE) <= 0)
        .orElse(false);
  }

  private static boolean worksIn(Path process, Path database) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(database)
          && Files.readString(process.resolve("comm"), StandardCharsets.UTF_8)
              .startsWith("postgres");
    } catch (IOException e) {
      // Gone meanwhile, or another user's: then it is not our server.
      return false;
    }
  }

  private static boolean isZombie(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return true;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
