package org.percuta.protocol.evaluate;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.Interval;

/** Rules to clauses, with every window resolved to an interval. */
final class RuleCompiler {

  private final Knowledge knowledge;
  private final SiteMap sites;

  RuleCompiler(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.sites = new SiteMap(knowledge.sites());
  }

  CompiledRule compile(Rule rule) {
    Clause clause = clause(rule.when(), rule);
    Set<String> facts = new LinkedHashSet<>();
    clause.facts(facts);
    return new CompiledRule(rule, clause, Set.copyOf(facts));
  }

  private Clause clause(Condition condition, Rule rule) {
    return switch (condition) {
      case Condition.ConditionNow(String fact) -> fact(fact, rule, false, null, null, false);
      case Condition.State(String fact) -> fact(fact, rule, false, null, null, false);
      case Condition.ConditionEver(String fact) -> fact(fact, rule, true, null, null, false);
      case Condition.Allergy(String fact) -> fact(fact, rule, true, null, null, false);
      case Condition.Medicine m -> fact(m.fact(), rule, false, m.supply(), m.washout(), false);
      case Condition.Exposure x -> fact(x.fact(), rule, false, null, x.washout(), true);
      case Condition.Attribute attribute -> new AttributeClause(attribute);
      case Condition.GoalIs goal -> new GoalClause(goal, sites);
      case Condition.AllOf all ->
          new Clause.All(all.of().stream().map(c -> clause(c, rule)).toList());
      case Condition.AnyOf any ->
          new Clause.Any(any.of().stream().map(c -> clause(c, rule)).toList());
    };
  }

  private Clause fact(
      String id,
      Rule rule,
      boolean lasting,
      Condition.@Nullable Supply supply,
      @Nullable Window window,
      boolean needsLast) {
    FactDefinition fact = knowledge.facts().get(id);
    if (fact == null) {
      throw new IllegalArgumentException("Rule " + rule.id() + " names no known fact: " + id);
    }
    Interval washout = window == null ? null : Windows.resolve(window, knowledge.settings());
    return new FactClause(fact, rule.scope(), lasting, supply, washout, needsLast, sites);
  }

  /** Windows to intervals. */
  static final class Windows {
    private Windows() {}

    static Interval resolve(Window window, java.util.Map<String, HouseSetting> settings) {
      if (window.of() != null) {
        return window.of();
      }
      HouseSetting setting = settings.get(window.setting());
      if (setting == null) {
        throw new IllegalArgumentException("No house setting " + window.setting());
      }
      Interval.Unit unit =
          Interval.Unit.findByUcum(setting.unit())
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "Setting " + setting.id() + " is not a time in days or more"));
      return new Interval((int) Math.ceil(setting.value()), unit);
    }
  }
}
