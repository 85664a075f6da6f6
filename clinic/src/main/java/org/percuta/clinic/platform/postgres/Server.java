package org.percuta.clinic.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running postmaster, our child.
 *
 * @param port on the loopback address
 */
record Server(Process process, int port) {

  private static final Duration READY = Duration.ofSeconds(120);
  private static final int STOP_S = 20;

  /**
   * What makes an acknowledged write stay, said on the command line so that no edited file can turn
   * it off; and what keeps patients' data out of the server's log.
   */
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "shared_buffers=128MB",
          "timezone=UTC",
          "password_encryption=scram-sha-256",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0");

  /**
   * @param port the port to use, or 0 for a free one
   */
  static Server start(Path database, Binaries binaries, Unprivileged user, Path log, int port) {
    int chosen = port == 0 ? freePort() : port;
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // Its own session: Ctrl-C at the terminal then reaches Percuta only, which stops it in order.
      words.add("/usr/bin/setsid");
    }
    words.addAll(
        user.command(
            List.of(
                binaries.program("postgres"),
                "-D",
                database.toAbsolutePath().toString(),
                "-p",
                Integer.toString(chosen))));
    for (String setting : SETTINGS) {
      words.add("-c");
      words.add(setting);
    }
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      Server server = new Server(process, chosen);
      server.awaitReady(database, log);
      return server;
    } catch (IOException e) {
      throw new PostgresStartException("Cannot start PostgreSQL: " + e.getMessage(), e);
    }
  }

  private void awaitReady(Path database, Path log) {
    boolean ready =
        Wait.until(READY, () -> !process.isAlive() || isReady(database)) && process.isAlive();
    if (!ready) {
      process.destroyForcibly();
      throw new PostgresStartException(
          "PostgreSQL did not start on port "
              + port
              + ". Its last words, from "
              + log
              + ":\n"
              + LogTail.of(log));
    }
  }

  private boolean isReady(Path database) {
    return PidFile.find(database)
        .filter(file -> file.pid() == process.pid() && file.isReady())
        .isPresent();
  }

  /** Ends sessions, writes a checkpoint, leaves. */
  void stop(Binaries binaries, Unprivileged user) {
    Command.succeeds(
        user.command(
            List.of(binaries.program("pg_ctl"), "kill", "INT", Long.toString(process.pid()))));
    try {
      if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresStartException("No free port on the loopback address.", e);
    }
  }
}
