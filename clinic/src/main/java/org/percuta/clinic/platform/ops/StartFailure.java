package org.percuta.clinic.platform.ops;

import org.percuta.clinic.platform.postgres.PostgresStartException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;

/** Says in a sentence or two why Percuta did not start; the framework says it in 500 lines. */
public final class StartFailure {

  private static final String SHOW_ALL = "PERCUTA_DEBUG";

  private StartFailure() {}

  /** Whether this is how the framework ends a start that was only to warm up. */
  public static boolean isExpectedEnd(RuntimeException e) {
    return e instanceof SpringApplication.AbandonedRunException;
  }

  @SuppressWarnings("SystemOut")
  public static void say(Throwable e) {
    System.err.println("Percuta did not start. " + reason(e));
    if (System.getenv(SHOW_ALL) != null) {
      e.printStackTrace(System.err);
    }
  }

  /** The reason, for a person at the terminal. */
  public static String reason(Throwable e) {
    Throwable cause = e;
    while (!isOurs(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case PortInUseException taken ->
          "Port "
              + taken.getPort()
              + " is in use by another program. Maybe --port "
              + (taken.getPort() + 1)
              + "?";
      case PostgresStartException ours -> String.valueOf(ours.getMessage());
      default -> cause + ". Set " + SHOW_ALL + "=1 to see where.";
    };
  }

  private static boolean isOurs(Throwable e) {
    return e instanceof PortInUseException || e instanceof PostgresStartException;
  }
}
