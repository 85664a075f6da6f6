package org.percuta.protocol.evaluate;

import org.percuta.protocol.model.Effect;

/** The verdict lattice, ordered from the mildest. The strictest outcome of any rule wins. */
public enum Outcome {
  PERMITTED("permitted"),
  PERMITTED_WITH_LIMITS("permitted-with-limits"),
  CANNOT_TELL("cannot-tell"),
  DEFERRED("deferred"),
  NEEDS_CLEARANCE("needs-clearance"),
  REFUSED("refused");

  private final String key;

  Outcome(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public boolean isPermitted() {
    return this == PERMITTED || this == PERMITTED_WITH_LIMITS;
  }

  public boolean isStricterThan(Outcome other) {
    return compareTo(other) > 0;
  }

  static Outcome strictest(Outcome a, Outcome b) {
    return a.isStricterThan(b) ? a : b;
  }

  static Outcome of(Effect effect) {
    return switch (effect) {
      case REFUSE -> REFUSED;
      case CLEAR -> NEEDS_CLEARANCE;
      case DEFER -> DEFERRED;
      case LIMIT -> PERMITTED_WITH_LIMITS;
      case INFORM -> PERMITTED;
    };
  }
}
