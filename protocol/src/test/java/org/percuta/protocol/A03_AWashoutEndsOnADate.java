package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

/** Some rules wait for a time after the last use; that time has a last day. */
class A03_AWashoutEndsOnADate {

  private final Screening screening =
      knowing(
          Items.fact("chemical-peel", false),
          Items.rule(
              "peel-before",
              Effect.DEFER,
              new Condition.Exposure("chemical-peel", Window.ofDays(14))));

  private final PatientRecord peeled =
      person(yes("chemical-peel").lastOn(PartialDate.parse("2026-11-10")));

  @Test
  void fourteenDaysAfterTheTenthIsTheTwentyFourth() {
    assertThat(today(screening, peeled).reasons().getFirst().until())
        .isEqualTo(new Until.Date(day("2026-11-24")));
  }

  @Test
  void theDayBeforeIsStillTooEarly() {
    assertThat(screening.screen(peeled, SCARS, day("2026-11-23")).outcome())
        .isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void theDayItselfIsFreeAgain() {
    assertThat(screening.screen(peeled, SCARS, day("2026-11-24")).outcome())
        .isEqualTo(Outcome.PERMITTED);
  }
}
