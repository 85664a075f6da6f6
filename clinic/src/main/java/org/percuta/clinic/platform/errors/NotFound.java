package org.percuta.clinic.platform.errors;

/** There is no such thing, or not in this clinic: both are the same answer. */
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the kind of thing, as a person reads it; never what was asked for
   */
  public NotFound(String what) {
    super("There is no such " + what + ".");
  }
}
