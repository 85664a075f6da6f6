package org.percuta.protocol.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.Interval;

/**
 * Every rule can be evaluated, is tried by its golden cases, and clears only what may be cleared.
 */
final class RuleCheck {

  private final Knowledge knowledge;
  private final Map<String, List<String>> caseKinds;
  private final Report report;

  RuleCheck(Knowledge knowledge, Map<String, List<String>> caseKinds, Report report) {
    this.knowledge = knowledge;
    this.caseKinds = caseKinds;
    this.report = report;
  }

  void run() {
    for (Rule rule : knowledge.rules()) {
      condition(rule, rule.when());
      effect(rule);
      cases(rule);
    }
    Set<String> rules = knowledge.rules().stream().map(Rule::id).collect(Collectors.toSet());
    caseKinds.keySet().forEach(rule -> report.mustKnow(rule, "rule", rule, "rule", rule, rules));
  }

  private void condition(Rule rule, Condition condition) {
    switch (condition) {
      case Condition.ConditionNow(String fact) -> fact(rule, fact);
      case Condition.ConditionEver(String fact) -> fact(rule, fact);
      case Condition.State(String fact) -> fact(rule, fact);
      case Condition.Allergy(String fact) -> fact(rule, fact);
      case Condition.Medicine medicine -> {
        fact(rule, medicine.fact());
        if (medicine.washout() != null) {
          window(rule, medicine.washout());
        }
      }
      case Condition.Exposure exposure -> {
        fact(rule, exposure.fact());
        window(rule, exposure.washout());
      }
      case Condition.Attribute attribute -> {
        if (attribute.below() == null && attribute.atLeast() == null) {
          report.error(
              "PX-0307", rule, "when", rule.id(), "The attribute has neither below nor at-least.");
        }
      }
      case Condition.GoalIs goal -> {
        goal.concerns()
            .forEach(id ->
                report.mustKnow(
                    rule, "when", rule.id(), "concern", id, knowledge.concerns().keySet()));
        goal.sites()
            .forEach(id ->
                report.mustKnow(rule, "when", rule.id(), "site", id, knowledge.sites().keySet()));
      }
      case Condition.AllOf all -> all.of().forEach(part -> condition(rule, part));
      case Condition.AnyOf any -> any.of().forEach(part -> condition(rule, part));
    }
  }

  private void fact(Rule rule, String fact) {
    report.mustKnow(rule, "when", rule.id(), "fact", fact, knowledge.facts().keySet());
  }

  /** A waiting time has its source beside it, or is a house setting that has one. */
  private void window(Rule rule, Window window) {
    if ((window.of() == null) == (window.setting() == null)) {
      report.error(
          "PX-0308", rule, "when", rule.id(), "A washout is either 'of' or 'setting', not both.");
      return;
    }
    if (window.setting() != null) {
      report.mustKnow(
          rule, "when", rule.id(), "setting", window.setting(), knowledge.settings().keySet());
      HouseSetting setting = knowledge.settings().get(window.setting());
      if (setting != null && Interval.Unit.findByUcum(setting.unit()).isEmpty()) {
        report.error(
            "PX-0308",
            rule,
            "when",
            rule.id(),
            "Setting " + setting.id() + " is in " + setting.unit() + ", not in d, wk, mo or a.");
      }
    } else if (window.claims().isEmpty() && window.literature().isEmpty()) {
      report.error(
          "PX-0309",
          rule,
          "when",
          rule.id(),
          "The number " + window.of() + " has no source.",
          "Maybe name its claims, or make it a house setting?");
    }
  }

  private void effect(Rule rule) {
    if ((rule.effect() == Effect.LIMIT) != (rule.limit() != null)) {
      report.error(
          "PX-0310", rule, "limit", rule.id(), "Effect limit and a limit belong together.");
    }
    if (rule.effect() == Effect.CLEAR && rule.clearedBy().isEmpty()) {
      report.error("PX-0311", rule, "cleared-by", rule.id(), "Nobody is named who can clear it.");
    }
    if (rule.effect() == Effect.REFUSE && !rule.clearedBy().isEmpty()) {
      report.error("PX-0311", rule, "cleared-by", rule.id(), "A refusal cannot be cleared.");
    }
  }

  private void cases(Rule rule) {
    List<String> had = caseKinds.getOrDefault(rule.id(), List.of());
    List<String> lacking =
        KnowledgeCheck.CASE_KINDS.stream().filter(kind -> !had.contains(kind)).toList();
    if (!lacking.isEmpty()) {
      report.error(
          "PX-0312",
          rule,
          "id",
          rule.id(),
          "No golden case where it " + String.join(", ", lacking) + ".");
    }
  }
}
