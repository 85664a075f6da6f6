package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a rule fires. A closed set, never free code. */
public sealed interface Condition {

  /** Present on the date. */
  record ConditionNow(String fact) implements Condition {}

  /** Present on the date or any day before it. */
  record ConditionEver(String fact) implements Condition {}

  /** True of the person on the date: pregnant, smoking. */
  record State(String fact) implements Condition {}

  /** Allergic, now and from then on. */
  record Allergy(String fact) implements Condition {}

  /**
   * Taken or used on the date, or within the washout after the last use.
   *
   * @param supply restricts it to what was prescribed or bought; both when absent
   */
  record Medicine(String fact, @Nullable Supply supply, @Nullable Window washout)
      implements Condition {}

  /** Happened within the washout before the date. */
  record Exposure(String fact, Window washout) implements Condition {}

  /**
   * A measured attribute in a range.
   *
   * @param below exclusive upper end
   * @param atLeast inclusive lower end
   */
  record Attribute(Measure of, @Nullable Double below, @Nullable Double atLeast)
      implements Condition {}

  /** What is asked for: empty lists match anything. */
  record GoalIs(List<String> concerns, List<String> sites, List<Setting> settings)
      implements Condition {}

  /** All of these. */
  record AllOf(List<Condition> of) implements Condition {}

  /** Any of these. */
  record AnyOf(List<Condition> of) implements Condition {}

  /** Where a medicine came from. */
  enum Supply {
    PRESCRIBED,
    BOUGHT
  }

  /** Measured attributes of a person. */
  enum Measure {
    /** Whole years on the date. */
    AGE,
    /** Fitzpatrick phototype, 1 to 6. */
    PHOTOTYPE,
    /** Body weight in kg. */
    WEIGHT
  }
}
