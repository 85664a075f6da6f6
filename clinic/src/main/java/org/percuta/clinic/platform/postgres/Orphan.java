package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Clears what a killed Percuta or a killed server left in a data directory: a server still running,
 * its last processes, or a pid file that names nobody or a stranger.
 */
final class Orphan {

  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration LAST_PROCESSES = Duration.ofSeconds(5);

  private final Path database;
  private final Binaries binaries;
  private final Unprivileged user;
  private final Consumer<String> progress;

  Orphan(Path database, Binaries binaries, Unprivileged user, Consumer<String> progress) {
    this.database = database;
    this.binaries = binaries;
    this.user = user;
    this.progress = progress;
  }

  /** Only the holder of the {@link DirectoryLock} may call this: then no other Percuta owns it. */
  void clear() {
    Optional<PidFile> server =
        PidFile.find(database).filter(file -> ServerProcesses.isServerOf(file, database));
    if (server.isPresent()) {
      stop(server.get().pid());
    }
    // A killed server's workers leave by themselves; while one lives, a new server must not start.
    if (!Wait.until(LAST_PROCESSES, () -> ServerProcesses.workingIn(database).isEmpty())) {
      throw new PostgresStartException(
          "Processes "
              + ServerProcesses.workingIn(database)
              + " still work in "
              + database
              + ". Stop them, then start again.");
    }
    deletePidFile();
  }

  private void stop(long pid) {
    progress.accept(
        "Found a database server (process "
            + pid
            + ") left by a Percuta that was killed; stopping it.");
    signal("INT", pid);
    if (!Wait.until(STOP, () -> !ServerProcesses.workingIn(database).contains(pid))) {
      signal("QUIT", pid);
      Wait.until(STOP, () -> !ServerProcesses.workingIn(database).contains(pid));
    }
  }

  private void signal(String name, long pid) {
    Command.succeeds(
        user.command(List.of(binaries.program("pg_ctl"), "kill", name, Long.toString(pid))));
  }

  /** Nobody works in the directory, so whatever process the file names is not its server. */
  private void deletePidFile() {
    try {
      Files.deleteIfExists(PidFile.in(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
