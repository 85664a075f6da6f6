package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.recorded;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

/** An answer settles its question. An entry in a record tells what it tells, and no more. */
class A12_AnsweredAndRecorded {

  private final Screening screening =
      knowing(
          Items.fact("laser", false),
          Items.rule(
              "laser-before", Effect.DEFER, new Condition.Exposure("laser", Window.ofDays(28))));

  private final FactStatement longAgo = yes("laser").lastOn(PartialDate.parse("2020-01-01"));

  @Test
  void whoAnswersWhenItWasTheLastTimeHasHadNoneSince() {
    assertThat(today(screening, person(longAgo)).outcome()).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void anEntryOfAnOldTreatmentDoesNotSayThatThereWasNoLaterOne() {
    assertThat(today(screening, person(recorded(longAgo))).outcome())
        .isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void anEntryThatStandsCountsLikeAnAnswer() {
    assertThat(today(screening, person(recorded(yes("laser")))).outcome())
        .isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void whereBothSpeakTheRiskierHolds() {
    assertThat(today(screening, person(recorded(yes("laser")), no("laser"))).outcome())
        .isEqualTo(Outcome.DEFERRED);
  }
}
