package org.percuta.planning;

import org.percuta.protocol.model.Sourced;

/**
 * One limit of the protocol that binds a setting.
 *
 * @param most the highest value that is allowed; 0 where nothing is
 * @param unit UCUM unit of it
 * @param source what sets it, with its claims and grade
 */
public record ProtocolLimit(What what, double most, String unit, Sourced source) {

  /** What is limited. */
  public enum What {
    /** Whether the device is offered at all. */
    DEVICE,
    /** The needle setting. */
    DEPTH,
    /** Passes over one area. */
    PASSES
  }
}
