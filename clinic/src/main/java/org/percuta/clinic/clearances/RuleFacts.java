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
