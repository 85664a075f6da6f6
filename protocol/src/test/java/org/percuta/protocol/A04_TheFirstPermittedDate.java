package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

/** Where the facts alone decide it, the verdict says from which day treatment is permitted. */
class A04_TheFirstPermittedDate {

  private final Screening screening =
      knowing(
          Items.fact("chemical-peel", false),
          Items.fact("sunburn", false),
          Items.rule(
              "peel-before",
              Effect.DEFER,
              new Condition.Exposure("chemical-peel", Window.ofDays(14))),
          Items.rule("sunburn-now", Effect.DEFER, new Condition.ConditionNow("sunburn")));

  private final FactStatement peel = yes("chemical-peel").lastOn(PartialDate.parse("2026-11-10"));

  @Test
  void itIsTheDayOnWhichTheLastReasonHasEnded() {
    FactStatement burnt = yes("sunburn").during(null, PartialDate.parse("2026-11-27"));

    Verdict verdict = today(screening, person(peel, burnt));

    assertThat(verdict.from()).isEqualTo(day("2026-11-28"));
  }

  @Test
  void itIsTheDayAskedForWhenThatIsPermitted() {
    assertThat(today(screening, person(no("chemical-peel"), no("sunburn"))).from())
        .isEqualTo(TODAY);
  }

  @Test
  void thereIsNoneWhileSomethingHasNoEnd() {
    assertThat(today(screening, person(peel, yes("sunburn"))).from()).isNull();
  }

  @Test
  void whileSomethingIsUnknownThereIsOnlyADayBeforeWhichItIsNot() {
    Verdict verdict = today(screening, person(peel));

    assertThat(verdict.from()).isNull();
    assertThat(verdict.notBefore()).isEqualTo(day("2026-11-24"));
  }

  @Test
  void itCanBeAskedForAlone() {
    assertThat(screening.findFirstPermitted(person(peel, no("sunburn")), SCARS, TODAY))
        .contains(day("2026-11-24"));
  }
}
