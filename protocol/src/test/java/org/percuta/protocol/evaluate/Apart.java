package org.percuta.protocol.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Condition.Measure;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;

/**
 * Gives every leaf of every rule a fact of its own, so that no rule is absorbed by another: beside
 * "refuse if A", a rule "refuse if A and B" can never change anything, whatever B is.
 */
final class Apart {

  private final Set<Measure> measured = EnumSet.noneOf(Measure.class);
  private int leaves;

  private Apart() {}

  static Knowledge rules(Knowledge knowledge) {
    Apart apart = new Apart();
    List<Rule> rules = knowledge.rules().stream().map(apart::rule).toList();
    KnowledgeFixture fixture = KnowledgeFixture.empty();
    for (int i = 0; i < apart.leaves; i++) {
      String id = "f" + i;
      fixture.with(knowledge.facts().getOrDefault(id, Items.fact(id, true)));
    }
    rules.forEach(fixture::with);
    knowledge.sites().values().forEach(fixture::with);
    return fixture.build();
  }

  private Rule rule(Rule rule) {
    return new Rule(
        rule.id(),
        rule.title(),
        condition(rule.when()),
        rule.scope(),
        rule.effect(),
        rule.limit(),
        rule.clearedBy(),
        rule.because(),
        rule.next(),
        rule.claims(),
        rule.literature(),
        rule.grade(),
        rule.conflict());
  }

  private Condition condition(Condition condition) {
    return switch (condition) {
      case Condition.ConditionNow now -> new Condition.ConditionNow(fact());
      case Condition.ConditionEver ever -> new Condition.ConditionEver(fact());
      case Condition.State state -> new Condition.State(fact());
      case Condition.Allergy allergy -> new Condition.Allergy(fact());
      case Condition.Medicine m -> new Condition.Medicine(fact(), m.supply(), m.washout());
      case Condition.Exposure x -> new Condition.Exposure(fact(), x.washout());
      case Condition.Attribute a -> measured.add(a.of()) ? a : new Condition.State(fact());
      case Condition.GoalIs goal -> goal;
      case Condition.AllOf all ->
          new Condition.AllOf(all.of().stream().map(this::condition).toList());
      case Condition.AnyOf any ->
          new Condition.AnyOf(any.of().stream().map(this::condition).toList());
    };
  }

  private String fact() {
    return "f" + leaves++;
  }
}
