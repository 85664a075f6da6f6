package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.TODAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Setting;

class CompiledRuleTest {

  private static final Rule RULE =
      Items.rule("asks", Effect.CLEAR, new Condition.ConditionNow("diabetes"));
  private static final Goal GOAL = new Goal("acne-scars", "cheeks", Setting.CLINIC);

  private static CompiledRule.Held held(CompiledRule rule, Clearance... clearances) {
    return rule.on(
        TODAY,
        PreparedFacts.of(
            new PatientRecord(
                Patient.UNKNOWN,
                List.of(
                    FactStatement.answered("diabetes", Answer.YES),
                    FactStatement.answered("lupus", Answer.YES)),
                Arrays.asList(clearances),
                Set.of())),
        GOAL);
  }

  private static CompiledRule rule(Role... clearedBy) {
    return new CompiledRule(Items.clearable(RULE, clearedBy), fact("diabetes"), Set.of("diabetes"));
  }

  private static CompiledRule anyOfTwo() {
    return new CompiledRule(
        Items.clearable(RULE, Role.PHYSICIAN),
        new Clause.Any(List.of(fact("diabetes"), fact("lupus"))),
        Set.of("diabetes", "lupus"));
  }

  private static CompiledRule bothOfTwo() {
    return new CompiledRule(
        Items.clearable(RULE, Role.PHYSICIAN),
        new Clause.All(List.of(fact("diabetes"), fact("lupus"))),
        Set.of("diabetes", "lupus"));
  }

  private static Clause fact(String id) {
    return new FactClause(
        Items.fact(id, false),
        Rule.Scope.ANYWHERE,
        false,
        null,
        null,
        false,
        new SiteMap(Map.of()));
  }

  private static Clearance by(Role role, String what, LocalDate on, LocalDate expires) {
    return new Clearance(what, "Dr A. Example", role, on, expires, "stable");
  }

  private static Clearance today(Role role, String what) {
    return by(role, what, TODAY, TODAY);
  }

  @Test
  void itIsLiftedByItsIdOrByAFactItReads() {
    CompiledRule rule = rule(Role.CLINICIAN);
    assertThat(held(rule, today(Role.CLINICIAN, "asks")).liftedBy()).isNotNull();
    assertThat(held(rule, today(Role.CLINICIAN, "diabetes")).liftedBy()).isNotNull();
    assertThat(held(rule, today(Role.CLINICIAN, "asthma")).liftedBy()).isNull();
  }

  @Test
  void theFirstThatCountsLiftsIt() {
    Clearance other = today(Role.PHYSICIAN, "asthma");
    Clearance early = by(Role.PHYSICIAN, "asks", TODAY.plusDays(1), TODAY.plusDays(9));
    Clearance wrongRole = today(Role.CLINICIAN, "asks");
    Clearance right = today(Role.ONCOLOGIST, "asks");
    Clearance second = today(Role.PHYSICIAN, "asks");

    CompiledRule.Held lifted = held(rule(Role.PHYSICIAN), other, early, wrongRole, right, second);
    assertThat(lifted.liftedBy()).isEqualTo(right);
    assertThat(lifted.standing().truth()).isEqualTo(Truth.FALSE);
    CompiledRule.Held stands = held(rule(Role.PHYSICIAN), other, early, wrongRole);
    assertThat(stands.liftedBy()).isNull();
    assertThat(stands.standing().truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void anyOfTheNamedRolesWillDo() {
    assertThat(
            held(rule(Role.PRESCRIBER, Role.ONCOLOGIST), today(Role.ONCOLOGIST, "asks")).liftedBy())
        .isNotNull();
  }

  @Test
  void whereNobodyIsNamedNobodyCan() {
    assertThat(held(rule(), today(Role.PHYSICIAN, "asks")).liftedBy()).isNull();
    assertThat(held(rule(), today(Role.PHYSICIAN, "diabetes")).liftedBy()).isNull();
  }

  @Test
  void aFactThatIsClearedTakesOnlyItselfFromARuleThatAnyOfTwoMakesFire() {
    CompiledRule.Held half = held(anyOfTwo(), today(Role.PHYSICIAN, "diabetes"));
    assertThat(half.liftedBy()).isNull();
    assertThat(half.standing().truth()).isEqualTo(Truth.TRUE);
    assertThat(half.standing().evidence()).extracting(FactStatement::fact).containsExactly("lupus");

    Clearance last = today(Role.PHYSICIAN, "lupus");
    assertThat(held(anyOfTwo(), today(Role.PHYSICIAN, "diabetes"), last).liftedBy())
        .isEqualTo(last);
    assertThat(held(anyOfTwo(), today(Role.PHYSICIAN, "asks")).liftedBy()).isNotNull();
  }

  @Test
  void aRuleThatNeedsBothFactsIsLiftedWithEither() {
    assertThat(held(bothOfTwo(), today(Role.PHYSICIAN, "lupus")).liftedBy()).isNotNull();
  }
}
