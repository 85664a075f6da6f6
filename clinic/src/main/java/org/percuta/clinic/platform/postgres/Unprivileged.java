package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run PostgreSQL's programs, which refuse to run as root.
 *
 * @param prefix words put before the command
 */
record Unprivileged(List<String> prefix) {

  private static final List<String> USER_NAMESPACE = List.of("unshare", "-U");

  Unprivileged {
    prefix = List.copyOf(prefix);
  }

  /**
   * As we are, unless we are root: then in a user namespace of its own, where the process has no
   * privilege and the files keep their owner.
   */
  static Unprivileged here() {
    if (!isRoot()) {
      return new Unprivileged(List.of());
    }
    List<String> probe = new ArrayList<>(USER_NAMESPACE);
    probe.add("true");
    if (!Command.succeeds(probe)) {
      throw new PostgresStartException(
          "PostgreSQL does not run as root, and this system does not let root open a user"
              + " namespace (unshare -U). Start Percuta as an ordinary user, or use a server:"
              + " --database jdbc:postgresql://host/percuta");
    }
    return new Unprivileged(USER_NAMESPACE);
  }

  List<String> command(List<String> words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      return false;
    }
  }
}
