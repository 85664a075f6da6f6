package org.percuta.protocol.io;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.validate.Place;

/**
 * A person, a goal and a date with the verdict that is right for them.
 *
 * @param rule the rule it is about
 * @param expect what must hold of the verdict
 */
public record GoldenCase(
    String id,
    String rule,
    Kind kind,
    PatientRecord record,
    Goal goal,
    LocalDate on,
    Expectation expect,
    Place place) {

  /** A rule has at least one of each. */
  public enum Kind {
    FIRES,
    SILENT,
    EDGE
  }

  /**
   * What is not given is not checked.
   *
   * @param outcome key of the outcome
   * @param from the first permitted date: a date, {@code null} in words, or absent
   * @param until of the case's rule: a date, {@code resolved} or {@code never}
   */
  public record Expectation(
      String outcome,
      @Nullable String from,
      List<String> fires,
      List<String> silent,
      @Nullable String until,
      List<String> missing,
      List<String> limits) {}
}
