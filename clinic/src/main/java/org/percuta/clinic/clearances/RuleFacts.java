package org.percuta.clinic.clearances;

import java.util.LinkedHashSet;
import java.util.Set;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Rule;

/** The facts a rule asks about. */
final class RuleFacts {

  private RuleFacts() {}

  static Set<String> of(Rule rule) {
    Set<String> facts = new LinkedHashSet<>();
    collect(rule.when(), facts);
    return facts;
  }

  /** Whether a clearance that names this fact or rule speaks of the rule. */
  static boolean isAbout(Rule rule, String about) {
    return rule.id().equals(about) || of(rule).contains(about);
  }

  /**
   * Whether a clearance of this fact or rule leaves nothing of the rule. Where another fact can
   * make it fire as well, it still stands on that one.
   */
  static boolean isLiftedWhole(Rule rule, String about) {
    return rule.id().equals(about) || !canFire(rule.when(), about);
  }

  private static boolean canFire(Condition condition, String without) {
    return switch (condition) {
      case Condition.ConditionNow(String fact) -> !fact.equals(without);
      case Condition.ConditionEver(String fact) -> !fact.equals(without);
      case Condition.State(String fact) -> !fact.equals(without);
      case Condition.Allergy(String fact) -> !fact.equals(without);
      case Condition.Medicine medicine -> !medicine.fact().equals(without);
      case Condition.Exposure exposure -> !exposure.fact().equals(without);
      case Condition.Attribute _, Condition.GoalIs _ -> true;
      case Condition.AllOf all -> all.of().stream().allMatch(one -> canFire(one, without));
      case Condition.AnyOf any -> any.of().stream().anyMatch(one -> canFire(one, without));
    };
  }

  private static void collect(Condition condition, Set<String> facts) {
    switch (condition) {
      case Condition.ConditionNow(String fact) -> facts.add(fact);
      case Condition.ConditionEver(String fact) -> facts.add(fact);
      case Condition.State(String fact) -> facts.add(fact);
      case Condition.Allergy(String fact) -> facts.add(fact);
      case Condition.Medicine medicine -> facts.add(medicine.fact());
      case Condition.Exposure exposure -> facts.add(exposure.fact());
      case Condition.Attribute _, Condition.GoalIs _ -> {}
      case Condition.AllOf all -> all.of().forEach(one -> collect(one, facts));
      case Condition.AnyOf any -> any.of().forEach(one -> collect(one, facts));
    }
  }
}
