package org.percuta.protocol.triage;

import java.util.Optional;
import org.percuta.protocol.model.Offset;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;

/**
 * A day after a session, 0 the day itself, against the times of an expectation. Hours are compared
 * with the same time of day as the session's: 48 h holds on day 2 and not on day 3.
 */
final class HealingDay {

  /** Two years: later reports are not about healing. */
  static final int LAST = 730;

  private static final int HOURS = 24;

  /** Where a day lies in the time an expectation gives a symptom. */
  enum Stage {
    NOT_YET,
    TYPICAL,
    WANING,
    OVERDUE
  }

  private HealingDay() {}

  static Optional<Finding> check(int day) {
    if (day >= 0 && day <= LAST) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(
            "PX-0501",
            "Day " + day + " is outside 0 to " + LAST + ".",
            "day",
            Place.of("report"),
            day < 0
                ? "Maybe " + Math.abs((long) day) + "? Day 0 is the day of the session."
                : "Maybe the date of another session was meant?"));
  }

  static Stage stage(RecoveryExpectation expectation, int day) {
    if (isPast(expectation.upperTo(), day)) {
      return Stage.OVERDUE;
    }
    if (isPast(expectation.typicalTo(), day)) {
      return Stage.WANING;
    }
    return (day + 1) * HOURS <= expectation.from().hours() ? Stage.NOT_YET : Stage.TYPICAL;
  }

  private static boolean isPast(Offset end, int day) {
    return day * HOURS > end.hours();
  }
}
