package org.percuta.clinic.platform.errors;

import java.util.UUID;

/** What is at this address is now at that of another record. */
public final class Moved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID from;
  private final UUID to;

  /**
   * @param from the id in the address that was asked for
   * @param to the id to put in its place
   */
  public Moved(UUID from, UUID to) {
    super("The record is read through another.");
    this.from = from;
    this.to = to;
  }

  /** The same address with the other id. */
  String address(String path) {
    return path.replace(from.toString(), to.toString());
  }
}
