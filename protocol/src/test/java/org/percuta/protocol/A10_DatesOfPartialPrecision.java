package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

/** Of a date known to the month or the year, the safer end counts. */
class A10_DatesOfPartialPrecision {

  @Test
  void aLastUseInOctoberIsReadAsTheThirtyFirst() {
    Screening screening =
        knowing(
            Items.fact("laser", false),
            Items.rule(
                "laser-before", Effect.DEFER, new Condition.Exposure("laser", Window.ofDays(28))));

    assertThat(today(screening, person(yes("laser").lastOn(PartialDate.parse("2026-10")))).from())
        .isEqualTo(day("2026-11-28"));
  }

  @Test
  void aBeginningInDecemberIsReadAsTheFirst() {
    Screening screening =
        knowing(
            Items.fact("chemotherapy", false),
            Items.rule("chemotherapy-now", Effect.CLEAR, new Condition.State("chemotherapy")));
    PatientRecord planned = person(yes("chemotherapy").during(PartialDate.parse("2026-12"), null));

    assertThat(screening.screen(planned, SCARS, day("2026-11-30")).outcome())
        .isEqualTo(Outcome.PERMITTED);
    assertThat(screening.screen(planned, SCARS, day("2026-12-01")).outcome())
        .isEqualTo(Outcome.NEEDS_CLEARANCE);
  }

  @Test
  void ofAYearOfBirthTheYoungestAgeCountsForTheYoungAndTheOldestForTheOld() {
    Screening young = knowing(Items.rule("young", Effect.DEFER, age(22.0, null)));
    Screening old = knowing(Items.rule("old", Effect.CLEAR, age(null, 70.0)));

    assertThat(young.screen(born("2005"), SCARS, TODAY).from()).isEqualTo(day("2027-12-31"));
    assertThat(old.screen(born("1956"), SCARS, TODAY).outcome()).isEqualTo(Outcome.NEEDS_CLEARANCE);
  }

  private static Condition.Attribute age(@Nullable Double below, @Nullable Double atLeast) {
    return new Condition.Attribute(Condition.Measure.AGE, below, atLeast);
  }

  private static PatientRecord born(String date) {
    return new PatientRecord(
        new Patient(null, PartialDate.parse(date), null, null, null),
        List.of(),
        List.of(),
        Set.of());
  }
}
