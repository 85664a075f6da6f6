package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.unknown;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;

/** What nobody said is not a no. Only an answer, or a record declared complete, makes it one. */
class A05_UnknownIsNotNo {

  private final Screening screening =
      knowing(
          Items.fact("keloid-history", false),
          Items.fact("anaesthetic-allergy", false),
          Items.rule("keloid", Effect.CLEAR, new Condition.ConditionEver("keloid-history")),
          Items.limit(
              "no-numbing", "no-numbing-cream", new Condition.Allergy("anaesthetic-allergy")));

  @Test
  void anUnknownRiskLeavesTheVerdictOpen() {
    assertThat(today(screening, person(no("anaesthetic-allergy"))).outcome())
        .isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void anUnknownLimitHoldsAsAPrecaution() {
    Verdict verdict = today(screening, person(no("keloid-history")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PERMITTED_WITH_LIMITS);
    assertThat(verdict.limits()).extracting("key").containsExactly("no-numbing-cream");
    assertThat(verdict.reasons().getFirst().precaution()).isTrue();
    assertThat(verdict.reasons().getFirst().facts())
        .containsExactly("anaesthetic-allergy: unknown");
  }

  @Test
  void inACompleteRecordSilenceIsANo() {
    assertThat(today(screening, complete()).outcome()).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void evenThereWhatIsSaidToBeUnknownIsUnknown() {
    assertThat(today(screening, complete(unknown("keloid-history"))).outcome())
        .isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void anAnswerEndsNotKnowing() {
    PatientRecord later = person(unknown("keloid-history"), no("anaesthetic-allergy"));

    assertThat(today(screening, later.plus(no("keloid-history"))).outcome())
        .isEqualTo(Outcome.PERMITTED);
  }

  private static PatientRecord complete(FactStatement... said) {
    return new PatientRecord(
        Patient.UNKNOWN, List.of(said), List.of(), Set.of(FactGroup.CONDITIONS));
  }
}
