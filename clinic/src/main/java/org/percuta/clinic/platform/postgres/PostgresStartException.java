package org.percuta.clinic.platform.postgres;

/**
 * The database could not be started; the message says why and what to do, for the person at the
 * terminal.
 */
public final class PostgresStartException extends RuntimeException {

  public PostgresStartException(String message) {
    super(message);
  }

  public PostgresStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
