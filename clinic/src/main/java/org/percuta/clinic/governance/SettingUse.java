package org.percuta.clinic.governance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.HouseNumbers;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;

/**
 * What a changed number changes, so that nobody believes it changes more.
 *
 * @param rules whose dates follow it
 * @param elsewhere what else computes with it; empty when nothing does
 * @param said items whose texts say it or whose dates follow it
 */
record SettingUse(List<Rule> rules, String elsewhere, List<Item> said) {

  /** What reads a setting by its id instead of through a rule. */
  private static final Map<String, String> PROGRAM =
      Map.of(
          "course-longest-gap", "Planning of courses: how long a session may be put off.",
          "visit-length", "The calendar: the usual length of a visit until it has its own.",
          "numbing-earliest-check", "The numbing timer: when it is first checked.",
          "numbing-normal-from", "The numbing timer: when it is usually numb.",
          "numbing-normal-to", "The numbing timer: from when it takes longer than usual.",
          "numbing-max", "The numbing timer: when the cream comes off.",
          "passes-ceiling", "The dose of a session: with more passes the model gives no figures.");

  static SettingUse of(Knowledge knowledge, HouseSetting setting) {
    return new SettingUse(
        knowledge.rules().stream().filter(rule -> follows(rule, setting)).toList(),
        PROGRAM.getOrDefault(setting.id(), ""),
        Stream.of(ItemKind.values())
            .filter(kind -> kind != ItemKind.RULES)
            .flatMap(kind -> kind.list(knowledge).stream())
            .filter(item -> HouseNumbers.named(item.written()).contains(setting.id()))
            .toList());
  }

  boolean isNothing() {
    return rules.isEmpty() && elsewhere.isEmpty() && said.isEmpty();
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
}
