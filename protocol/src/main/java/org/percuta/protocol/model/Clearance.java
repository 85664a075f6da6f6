package org.percuta.protocol.model;

import java.time.LocalDate;

/**
 * A named clinician's recorded clearance.
 *
 * @param fact the fact or rule id it clears
 * @param on first day it counts
 * @param expires last day it counts
 */
public record Clearance(
    String fact, String by, Role role, LocalDate on, LocalDate expires, String reason) {

  public boolean validOn(LocalDate date) {
    return !date.isBefore(on) && !date.isAfter(expires);
  }
}
