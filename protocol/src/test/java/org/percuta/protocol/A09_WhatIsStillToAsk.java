package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

/** Only what can still change the verdict is asked, the most decisive first. */
class A09_WhatIsStillToAsk {

  private final Screening screening =
      knowing(
          Items.fact("sunburn", false),
          Items.fact("keloid-history", false),
          Items.fact("pregnant", false),
          Items.fact("smoking", false),
          Items.fact("chemical-peel", false),
          Items.limit("pale", "no-sun", new Condition.ConditionNow("sunburn")),
          Items.rule("keloid", Effect.CLEAR, new Condition.ConditionEver("keloid-history")),
          Items.rule("pregnancy", Effect.REFUSE, new Condition.State("pregnant")),
          Items.rule("slow-healing", Effect.INFORM, new Condition.State("smoking")),
          Items.rule(
              "peel", Effect.DEFER, new Condition.Exposure("chemical-peel", Window.ofDays(14))));

  private static final String[] ALL_BUT_SMOKING = {
    "pregnant", "keloid-history", "chemical-peel", "sunburn"
  };

  @Test
  void whatCouldBeStrictestComesFirstAndWhatOnlyInformsIsNotAsked() {
    assertThat(asked(person())).containsExactly(ALL_BUT_SMOKING);
  }

  @Test
  void whatIsAnsweredIsNotAskedAgain() {
    assertThat(asked(person(no("pregnant"), no("sunburn"))))
        .containsExactly("keloid-history", "chemical-peel");
  }

  @Test
  void whileAClearanceIsNeededOnlyWhatCouldBeStricterIsAsked() {
    assertThat(asked(person(yes("keloid-history")))).containsExactly("pregnant");
  }

  @Test
  void nothingIsAskedOnceItIsRefused() {
    assertThat(asked(person(yes("pregnant")))).isEmpty();
  }

  @Test
  void aRefusalThatEndsLeavesTheRestToBeAsked() {
    PatientRecord person = person(yes("pregnant").during(null, PartialDate.parse("2026-12-24")));

    assertThat(asked(person)).containsExactly("keloid-history", "chemical-peel", "sunburn");
  }

  @Test
  void theLastDayOfAnUndatedUseIsAskedAndTheAnswerDatesTheVerdict() {
    PatientRecord person =
        person(yes("chemical-peel"), no("pregnant"), no("keloid-history"), no("sunburn"));
    Verdict undated = today(screening, person);

    assertThat(undated.missing())
        .containsExactly(
            new Missing(
                "chemical-peel", Detail.LAST, "Fact chemical-peel: when was the last time?"));
    assertThat(undated.reasons().getFirst().until()).isEqualTo(new Until.Resolved());

    Verdict dated =
        today(screening, person.plus(yes("chemical-peel").lastOn(PartialDate.parse("2026-11-20"))));

    assertThat(dated.missing()).isEmpty();
    assertThat(dated.from()).isEqualTo("2026-12-04");
  }

  private List<String> asked(PatientRecord person) {
    return today(screening, person).missing().stream().map(Missing::fact).toList();
  }
}
