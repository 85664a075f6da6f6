package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.percuta.clinic.platform.settings.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundled PostgreSQL on a kept data directory. While it is open it holds the directory's lock,
 * and a server that dies without being told to is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration START_RETRY = Duration.ofSeconds(3);
  private static final String DATABASE = "database";

  private final Path database;
  private final Path log;
  private final Binaries binaries;
  private final Unprivileged user;
  private final DirectoryLock lock;
  private final Consumer<String> progress;
  private volatile Server server;
  private volatile boolean closing;

  private EmbeddedPostgres(
      Path data, Path programs, DirectoryLock lock, Secrets secrets, Consumer<String> progress) {
    this.database = data.resolve(DATABASE);
    this.log = data.resolve("log").resolve("postgres.log");
    this.lock = lock;
    this.progress = progress;
    this.user = Unprivileged.here();
    progress.accept("Starting the database in " + data);
    this.binaries = Binaries.unpackedIn(programs);
    prepareLog();
    Cluster.ensure(database, binaries, user, secrets.get("database.superuser"));
    this.server = startWithRetry(0);
    Roles.ensure(database, server.port(), secrets);
  }

  /**
   * Starts the database kept in {@code data}, making it if it is not there.
   *
   * @param programs where the unpacked server lives; may be shared by several data directories
   * @param progress told in plain words what is going on
   * @throws PostgresStartException when the directory is in use or the server does not start
   */
  public static EmbeddedPostgres start(Path data, Path programs, Consumer<String> progress) {
    Path absolute = createPrivate(data.toAbsolutePath().normalize());
    DirectoryLock lock = DirectoryLock.take(absolute);
    try {
      EmbeddedPostgres postgres =
          new EmbeddedPostgres(
              absolute, programs.toAbsolutePath(), lock, Secrets.in(absolute), progress);
      postgres.supervise();
      return postgres;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The address of the database in {@code data} while another Percuta runs it. */
  public static Optional<String> runningElsewhere(Path data) {
    if (!DirectoryLock.isTaken(data)) {
      return Optional.empty();
    }
    return PidFile.find(data.resolve(DATABASE))
        .filter(PidFile::isReady)
        .map(server -> Roles.url(server.port(), Roles.DATABASE));
  }

  /** Whether {@code data} holds a database; a start would make one. */
  public static boolean existsIn(Path data) {
    return Files.isDirectory(data.resolve(DATABASE));
  }

  /** The address of the application's database. */
  public String jdbcUrl() {
    return Roles.url(server.port(), Roles.DATABASE);
  }

  /** The process id of the server now running. */
  public long pid() {
    return server.process().pid();
  }

  private Server startWithRetry(int port) {
    long end = System.nanoTime() + START_RETRY.toNanos();
    while (true) {
      new Orphan(database, binaries, user, progress).clear();
      try {
        return Server.start(database, binaries, user, log, port);
      } catch (PostgresStartException e) {
        // Another program may take the port between our choosing it and PostgreSQL binding it.
        if (System.nanoTime() > end || closing) {
          throw e;
        }
        LOG.warn("PostgreSQL did not start; trying again. {}", e.getMessage());
      }
    }
  }

  private void supervise() {
    Thread.ofVirtual().name("postgres-supervisor").start(this::restartWhenItDies);
  }

  private void restartWhenItDies() {
    while (!closing) {
      try {
        int code = server.process().waitFor();
        if (closing) {
          return;
        }
        LOG.error("PostgreSQL ended unasked (code {}); starting it again.", code);
        restart();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("PostgreSQL does not start again; pages will say that the database is down.", e);
        return;
      }
    }
  }

  private synchronized void restart() {
    if (!closing) {
      // The same port, so that the connection pools find it again by themselves.
      server = startWithRetry(server.port());
    }
  }

  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      server.stop(binaries, user);
      lock.close();
    }
  }

  private void prepareLog() {
    try {
      Files.createDirectories(log.getParent());
      LogTail.rotate(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path createPrivate(Path data) {
    try {
      Files.createDirectories(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return data;
    } catch (IOException e) {
      throw new PostgresStartException("Cannot create the data directory " + data, e);
    }
  }
}
