package org.percuta.quantity;

/**
 * One number of the knowledge, with what it rests on.
 *
 * @param id dotted kebab-case name, for example {@code penetration.roller}
 * @param value best estimate, inside {@code range}
 * @param unit UCUM unit; {@code 1} for a ratio
 * @param range for a measured quantity its middle 95 %, else the ends held possible
 * @param method how it was measured, fitted or chosen; thicknesses begin with their imaging method
 * @param source id of a source, or a citation with its address
 * @param grade how far it can be relied on
 * @param recalled true when no source was read; its range is then wide
 */
public record Parameter(
    String id,
    double value,
    String unit,
    Range range,
    String method,
    String source,
    Grade grade,
    boolean recalled) {

  /** How far a number can be relied on, from the strongest. */
  public enum Grade {
    /** Regulation, label or peer-reviewed publication. */
    A,
    /** A secondary copy of an A source. */
    B,
    /** Practice or consumer article. */
    C,
    /** House choice that a clinician must approve. */
    H
  }

  public Parameter {
    if (!range.contains(value)) {
      throw new IllegalArgumentException(
          id
              + ": "
              + value
              + " "
              + unit
              + " is outside its range "
              + range.low()
              + " to "
              + range.high()
              + ".");
    }
  }
}
