package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.item;
import static org.percuta.protocol.Items.onlyIf;
import static org.percuta.protocol.plan.Practice.ON;
import static org.percuta.protocol.plan.Practice.last;
import static org.percuta.protocol.plan.Practice.no;
import static org.percuta.protocol.plan.Practice.person;
import static org.percuta.protocol.plan.Practice.stranger;
import static org.percuta.protocol.plan.Practice.yes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;

class BranchesTest {

  private static final String GUARD =
      "Do not stop it by yourself: before the session, ask the person who prescribed it.";

  private static Branches of(PatientRecord record) {
    return new Branches(new KnownFacts(Practice.knowledge().build(), record));
  }

  private static CalendarItem retinoid(Kind kind, @Nullable Supply supply) {
    return onlyIf(item("stop", Phase.PREPARATION, kind, "-7 d", "0 d"), "retinoid", supply);
  }

  private static CalendarItem dont(@Nullable Supply supply) {
    return retinoid(Kind.DONT, supply);
  }

  @Test
  void anItemWithoutAFactIsForEveryone() {
    assertThat(of(person()).isShown(item("x", Phase.SESSION, Kind.DO, "0 d", null))).isTrue();
  }

  @Test
  void yesAndUnknownAreShownAndNoIsLeftOut() {
    assertThat(of(person(yes("retinoid"))).isShown(dont(null))).isTrue();
    assertThat(of(stranger()).isShown(dont(null))).isTrue();
    assertThat(of(stranger(FactStatement.answered("retinoid", Answer.UNKNOWN))).isShown(dont(null)))
        .isTrue();
    assertThat(of(stranger(no("retinoid"))).isShown(dont(null))).isFalse();
    assertThat(of(person()).isShown(dont(null))).isFalse();
  }

  @Test
  void aRecordThatOnlySaysNoHasNotAnswered() {
    FactStatement recorded =
        new FactStatement(
            "retinoid",
            Answer.NO,
            null,
            null,
            null,
            null,
            null,
            FactStatement.Origin.RECORDED,
            "Medication/1");

    assertThat(of(stranger(recorded)).isShown(dont(null))).isTrue();
  }

  @Test
  void aLastUseIsAUseEvenWhereTheAnswerIsNo() {
    assertThat(of(stranger(no("retinoid").lastOn(PartialDate.of(ON)))).isShown(dont(null)))
        .isTrue();
  }

  @Test
  void theKnownSupplyChoosesTheBranch() {
    PatientRecord prescribed = person(yes("retinoid").supplied(Supply.PRESCRIBED));
    PatientRecord bought = person(yes("retinoid").supplied(Supply.BOUGHT));
    PatientRecord both =
        person(
            yes("retinoid").supplied(Supply.PRESCRIBED), yes("retinoid").supplied(Supply.BOUGHT));

    assertThat(of(prescribed).isShown(dont(Supply.BOUGHT))).isFalse();
    assertThat(of(prescribed).isShown(retinoid(Kind.ASK, Supply.PRESCRIBED))).isTrue();
    assertThat(of(bought).isShown(dont(Supply.BOUGHT))).isTrue();
    assertThat(of(bought).isShown(retinoid(Kind.ASK, Supply.PRESCRIBED))).isFalse();
    assertThat(of(both).isShown(dont(Supply.BOUGHT))).isTrue();
    assertThat(of(both).isShown(retinoid(Kind.ASK, Supply.PRESCRIBED))).isTrue();
  }

  @Test
  void anUnknownSupplyShowsBothBranches() {
    for (PatientRecord record :
        new PatientRecord[] {
          stranger(),
          person(last("retinoid", ON)),
          person(yes("retinoid"), yes("retinoid").supplied(Supply.PRESCRIBED))
        }) {
      assertThat(of(record).isShown(dont(Supply.BOUGHT))).isTrue();
      assertThat(of(record).isShown(retinoid(Kind.ASK, Supply.PRESCRIBED))).isTrue();
    }
  }

  @Test
  void noAnswerLeavesOutBothBranches() {
    PatientRecord never = stranger(no("retinoid"));

    assertThat(of(never).isShown(dont(Supply.BOUGHT))).isFalse();
    assertThat(of(never).isShown(retinoid(Kind.ASK, Supply.PRESCRIBED))).isFalse();
  }

  @Test
  void aProhibitionInAPrescribedBranchBecomesAQuestion() {
    Branches branches = of(stranger());

    assertThat(branches.kind(dont(Supply.PRESCRIBED))).isEqualTo(Kind.ASK);
    assertThat(branches.text(dont(Supply.PRESCRIBED)))
        .isEqualTo("Fact retinoid, prescribed. " + GUARD);
  }

  @Test
  void aProhibitionWithoutABranchBecomesAQuestionForWhomItIsPrescribed() {
    Branches branches = of(person(yes("retinoid").supplied(Supply.PRESCRIBED)));

    assertThat(branches.kind(dont(null))).isEqualTo(Kind.ASK);
    assertThat(branches.text(dont(null))).isEqualTo("Fact retinoid, prescribed. " + GUARD);
  }

  @Test
  void aProhibitionWithoutABranchAndWithoutAKnownSupplyCarriesTheGuard() {
    Branches branches = of(stranger());

    assertThat(branches.kind(dont(null))).isEqualTo(Kind.DONT);
    assertThat(branches.text(dont(null))).isEqualTo("Text of stop. If it was prescribed: " + GUARD);
  }

  @Test
  void whatWasBoughtIsProhibitedAsItStands() {
    Branches branches = of(person(yes("retinoid").supplied(Supply.BOUGHT)));

    assertThat(branches.kind(dont(Supply.BOUGHT))).isEqualTo(Kind.DONT);
    assertThat(branches.text(dont(Supply.BOUGHT))).isEqualTo("Text of stop.");
    assertThat(branches.kind(dont(null))).isEqualTo(Kind.DONT);
    assertThat(branches.text(dont(null))).isEqualTo("Text of stop.");
  }

  @Test
  void aPrescribedBranchThatAsksStandsAsItIs() {
    Branches branches = of(stranger());

    assertThat(branches.kind(retinoid(Kind.ASK, Supply.PRESCRIBED))).isEqualTo(Kind.ASK);
    assertThat(branches.text(retinoid(Kind.ASK, null))).isEqualTo("Text of stop.");
    assertThat(branches.text(retinoid(Kind.ASK, Supply.PRESCRIBED))).isEqualTo("Text of stop.");
  }

  @Test
  void aFactWithoutASupplyNeedsNoGuard() {
    CalendarItem item =
        onlyIf(item("x", Phase.PREPARATION, Kind.DONT, "-7 d", "0 d"), "cold-sore-history", null);

    assertThat(of(stranger()).text(item)).isEqualTo("Text of x.");
    assertThat(of(person(yes("cold-sore-history").supplied(Supply.PRESCRIBED))).kind(item))
        .isEqualTo(Kind.DONT);
  }

  @Test
  void theGuardHoldsForAPrescribedItemWithoutAFactAndForAnUnknownFact() {
    CalendarItem prescribed =
        new CalendarItem(
            "x",
            Phase.PREPARATION,
            Kind.DONT,
            "Stop.",
            dont(null).from(),
            null,
            false,
            null,
            Supply.PRESCRIBED,
            List.of(),
            List.of(),
            List.of(),
            Grade.H,
            null);
    CalendarItem unheardOf =
        onlyIf(
            item("y", Phase.PREPARATION, Kind.DONT, "-7 d", "0 d"), "unheard", Supply.PRESCRIBED);

    assertThat(of(person()).text(prescribed)).isEqualTo(GUARD);
    assertThat(of(person()).isShown(unheardOf)).isTrue();
    assertThat(of(person()).text(unheardOf)).isEqualTo("unheard, prescribed. " + GUARD);
  }

  @Test
  void aFactIsAnsweredByWhatIsSaidOfItAlone() {
    KnownFacts facts =
        new KnownFacts(
            Practice.knowledge().build(),
            stranger(
                yes("pregnant"),
                no("retinoid"),
                FactStatement.answered("isotretinoin", Answer.UNKNOWN)));

    assertThat(facts.answer("pregnant")).isEqualTo(Answer.YES);
    assertThat(facts.answer("retinoid")).isEqualTo(Answer.NO);
    assertThat(facts.answer("isotretinoin")).isEqualTo(Answer.UNKNOWN);
    assertThat(facts.answer("acne-active")).isEqualTo(Answer.UNKNOWN);
    assertThat(new KnownFacts(Practice.knowledge().build(), person()).answer("unheard"))
        .isEqualTo(Answer.UNKNOWN);
  }
}
