package org.percuta.protocol.triage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.validate.Finding;

/**
 * How healing usually stands on a day, in the order of the knowledge.
 *
 * @param day days after the session, 0 is the day itself
 * @param expected usual on that day
 * @param waning usually gone, and still within what was seen; worth a check-in
 * @param gone should be gone by now: still there means a call
 * @param later usually starts after that day
 * @param redFlags what would call for more than waiting on that day
 */
public record RecoveryOutlook(
    int day,
    List<RecoveryExpectation> expected,
    List<RecoveryExpectation> waning,
    List<RecoveryExpectation> gone,
    List<RecoveryExpectation> later,
    List<RedFlag> redFlags) {

  /**
   * The outlook for a day.
   *
   * @throws IllegalArgumentException when the day is outside 0 to 730
   */
  public static RecoveryOutlook forDay(Knowledge knowledge, int day) {
    HealingDay.check(day)
        .map(Finding::message)
        .ifPresent(message -> {
          throw new IllegalArgumentException(message);
        });
    Map<HealingDay.Stage, List<RecoveryExpectation>> byStage =
        new EnumMap<>(HealingDay.Stage.class);
    for (HealingDay.Stage stage : HealingDay.Stage.values()) {
      byStage.put(
          stage,
          knowledge.recovery().stream().filter(e -> HealingDay.stage(e, day) == stage).toList());
    }
    return new RecoveryOutlook(
        day,
        byStage.getOrDefault(HealingDay.Stage.TYPICAL, List.of()),
        byStage.getOrDefault(HealingDay.Stage.WANING, List.of()),
        byStage.getOrDefault(HealingDay.Stage.OVERDUE, List.of()),
        byStage.getOrDefault(HealingDay.Stage.NOT_YET, List.of()),
        knowledge.redFlags().stream().filter(flag -> Triage.isOpen(flag, day)).toList());
  }
}
