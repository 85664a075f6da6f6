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
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Condition.Medicine;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Window;

/** What was prescribed is the prescriber's to decide on; what was bought can wait. */
class A11_PrescribedAndBought {

  private final Screening screening =
      knowing(
          Items.fact("ibuprofen", true),
          Items.rule(
              "prescribed",
              Effect.CLEAR,
              new Medicine("ibuprofen", Supply.PRESCRIBED, Window.ofDays(3))),
          Items.rule(
              "bought", Effect.DEFER, new Medicine("ibuprofen", Supply.BOUGHT, Window.ofDays(3))));

  private final FactStatement taken = yes("ibuprofen");

  @Test
  void whatWasPrescribedNeedsAClearance() {
    assertThat(firing(person(taken.supplied(Supply.PRESCRIBED)))).containsExactly("prescribed");
  }

  @Test
  void whatWasBoughtWaits() {
    assertThat(firing(person(taken.supplied(Supply.BOUGHT)))).containsExactly("bought");
  }

  @Test
  void whatMayBeEitherIsBothUntilItIsSaid() {
    Verdict verdict = today(screening, person(taken));

    assertThat(verdict.outcome()).isEqualTo(Outcome.NEEDS_CLEARANCE);
    assertThat(firing(person(taken))).containsExactly("prescribed", "bought");
    assertThat(verdict.missing()).extracting(Missing::detail).containsExactly(Detail.PRESCRIBED);
  }

  @Test
  void anAnswerSettlesIt() {
    PatientRecord person = person(taken).plus(taken.supplied(Supply.BOUGHT));

    assertThat(firing(person)).containsExactly("bought");
    assertThat(today(screening, person).missing()).isEmpty();
  }

  @Test
  void noToOneIsNotNoToTheOther() {
    PatientRecord person = person(no("ibuprofen").supplied(Supply.PRESCRIBED));

    assertThat(today(screening, person).outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(today(screening, person.plus(no("ibuprofen").supplied(Supply.BOUGHT))).outcome())
        .isEqualTo(Outcome.PERMITTED);
  }

  private List<String> firing(PatientRecord person) {
    return today(screening, person).reasons().stream().map(r -> r.rule().id()).toList();
  }
}
