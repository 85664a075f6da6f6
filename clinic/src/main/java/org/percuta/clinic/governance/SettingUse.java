package org.percuta.clinic.governance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;

/**
 * What a changed number changes, so that nobody believes it changes more.
 *
 * @param rules whose dates follow it
 * @param elsewhere what else computes with it; empty when nothing does
 * @param texts for patients that say the number as shipped and stay as they are
 */
record SettingUse(List<Rule> rules, String elsewhere, List<CalendarItem> texts) {

  /** What reads a setting by its id instead of through a rule. */
  private static final Map<String, String> PROGRAM =
      Map.of(
          "course-longest-gap", "Planning of courses: how long a session may be put off.",
          "visit-length", "The calendar: the usual length of a visit until it has its own.",
          "numbing-earliest-check", "The numbing timer: when it is first checked.",
          "numbing-normal-from", "The numbing timer: when it is usually numb.",
          "numbing-max", "The numbing timer: when the cream comes off.");

  static SettingUse of(Knowledge knowledge, HouseSetting setting) {
    return new SettingUse(
        knowledge.rules().stream().filter(rule -> follows(rule, setting)).toList(),
        PROGRAM.getOrDefault(setting.id(), ""),
        knowledge.calendar().stream().filter(item -> says(item, setting)).toList());
  }

  boolean isNothing() {
    return rules.isEmpty() && elsewhere.isEmpty();
  }

  static boolean follows(Rule rule, HouseSetting setting) {
    return names(rule.when(), setting.id());
  }

  private static boolean names(Condition condition, String setting) {
    return switch (condition) {
      case Condition.Medicine medicine -> is(medicine.washout(), setting);
      case Condition.Exposure exposure -> is(exposure.washout(), setting);
      case Condition.AllOf all -> all.of().stream().anyMatch(part -> names(part, setting));
      case Condition.AnyOf any -> any.of().stream().anyMatch(part -> names(part, setting));
      case Condition.ConditionNow _,
          Condition.ConditionEver _,
          Condition.State _,
          Condition.Allergy _,
          Condition.Attribute _,
          Condition.GoalIs _ ->
          false;
    };
  }

  private static boolean is(@Nullable Window window, String setting) {
    return window != null && setting.equals(window.setting());
  }

  /** A text that calls its number a clinic setting and rests on what the setting rests on. */
  private static boolean says(CalendarItem item, HouseSetting setting) {
    boolean related =
        Stream.concat(item.claims().stream(), item.literature().stream())
                .anyMatch(id -> setting.claims().contains(id) || setting.literature().contains(id))
            || (item.conflict() != null && item.conflict().equals(setting.conflict()));
    return related
        && (item.text().contains("clinic setting") || item.text().contains("clinic's setting"));
  }
}
