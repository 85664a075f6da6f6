package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.unknown;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.PatientRecord;

/** Refused > needs clearance > deferred > cannot tell > permitted with limits > permitted. */
class A08_TheStrictestWins {

  private final Screening screening =
      knowing(
          Items.fact("informs", false),
          Items.fact("limits", false),
          Items.fact("defers", false),
          Items.fact("asks", false),
          Items.fact("refuses", false),
          Items.rule("inform", Effect.INFORM, new Condition.State("informs")),
          Items.limit("limit", "shallower", new Condition.State("limits")),
          Items.rule("defer", Effect.DEFER, new Condition.State("defers")),
          Items.rule("clear", Effect.CLEAR, new Condition.State("asks")),
          Items.rule("refuse", Effect.REFUSE, new Condition.State("refuses")));

  private final PatientRecord clear = person(no("limits"), no("defers"), no("asks"), no("refuses"));

  @Test
  void stepByStepFromTheMildest() {
    PatientRecord person = clear.plus(yes("informs"));
    assertThat(today(screening, person).outcome()).isEqualTo(Outcome.PERMITTED);
    person = person.plus(yes("limits"));
    assertThat(today(screening, person).outcome()).isEqualTo(Outcome.PERMITTED_WITH_LIMITS);
    person = person.plus(yes("defers"));
    assertThat(today(screening, person).outcome()).isEqualTo(Outcome.DEFERRED);
    person = person.plus(yes("asks"));
    assertThat(today(screening, person).outcome()).isEqualTo(Outcome.NEEDS_CLEARANCE);
    person = person.plus(yes("refuses"));
    assertThat(today(screening, person).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void cannotTellStandsBetweenLimitsAndDeferral() {
    PatientRecord open = person(yes("limits"), no("defers"), no("asks"), unknown("refuses"));
    assertThat(today(screening, open).outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(today(screening, open.plus(yes("defers"))).outcome()).isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void everyReasonIsKeptTheStrictestFirst() {
    Verdict verdict =
        today(
            screening,
            person(yes("informs"), yes("limits"), yes("defers"), yes("asks"), yes("refuses")));

    assertThat(verdict.reasons())
        .extracting(reason -> reason.rule().id())
        .containsExactly("refuse", "clear", "defer", "limit", "inform");
  }

  @Test
  void whereTwoStatementsDifferTheRiskierHoldsAndTheReasonSaysSo() {
    Verdict verdict = today(screening, clear.plus(yes("defers")));

    assertThat(verdict.reasons().getFirst().facts())
        .containsExactly("defers: yes (answer)", "defers: no (answer), the riskier answer holds");
  }
}
