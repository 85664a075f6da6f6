package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;

class CompiledRuleTest {

  private static final Rule RULE =
      Items.rule("asks", Effect.CLEAR, new Condition.ConditionNow("diabetes"));

  private static CompiledRule rule(Role... clearedBy) {
    return new CompiledRule(
        Items.clearable(RULE, clearedBy), new Clause.All(List.of()), Set.of("diabetes"));
  }

  private static Clearance by(Role role, String what, LocalDate on, LocalDate expires) {
    return new Clearance(what, "Dr A. Example", role, on, expires, "stable");
  }

  private static Clearance today(Role role, String what) {
    return by(role, what, TODAY, TODAY);
  }

  @Test
  void itIsNamedByItsIdOrByAFactItReads() {
    assertThat(rule().names(today(Role.CLINICIAN, "asks"))).isTrue();
    assertThat(rule().names(today(Role.CLINICIAN, "diabetes"))).isTrue();
    assertThat(rule().names(today(Role.CLINICIAN, "asthma"))).isFalse();
  }

  @Test
  void theFirstThatCountsIsFound() {
    Clearance other = today(Role.PHYSICIAN, "asthma");
    Clearance early = by(Role.PHYSICIAN, "asks", TODAY.plusDays(1), TODAY.plusDays(9));
    Clearance wrongRole = today(Role.CLINICIAN, "asks");
    Clearance right = today(Role.ONCOLOGIST, "asks");
    Clearance second = today(Role.PHYSICIAN, "asks");

    assertThat(
            rule(Role.PHYSICIAN)
                .findClearance(List.of(other, early, wrongRole, right, second), TODAY))
        .isEqualTo(right);
    assertThat(rule(Role.PHYSICIAN).findClearance(List.of(other, early, wrongRole), TODAY))
        .isNull();
  }

  @Test
  void anyOfTheNamedRolesWillDo() {
    assertThat(
            rule(Role.PRESCRIBER, Role.ONCOLOGIST)
                .findClearance(List.of(today(Role.ONCOLOGIST, "asks")), TODAY))
        .isNotNull();
  }

  @Test
  void whereNobodyIsNamedNobodyCan() {
    assertThat(rule().findClearance(List.of(today(Role.PHYSICIAN, "asks")), TODAY)).isNull();
  }
}
