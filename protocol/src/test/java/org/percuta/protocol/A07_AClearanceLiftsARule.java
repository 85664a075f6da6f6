package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.cleared;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;

/** A named clinician can lift a rule, for a time and with a reason, if the rule says who may. */
class A07_AClearanceLiftsARule {

  private final Screening screening =
      knowing(
          Items.fact("diabetes", false),
          Items.fact("pregnant", false),
          Items.clearable(
              Items.rule("diabetes-asks", Effect.CLEAR, new Condition.ConditionNow("diabetes")),
              Role.PHYSICIAN),
          Items.rule("pregnancy", Effect.REFUSE, new Condition.State("pregnant")));

  private final PatientRecord diabetic = person(yes("diabetes"), Tutorial.no("pregnant"));

  @Test
  void withoutItTheRuleHolds() {
    assertThat(today(screening, diabetic).outcome()).isEqualTo(Outcome.NEEDS_CLEARANCE);
  }

  @Test
  void aClearanceOfTheFactLiftsTheRuleAndIsShown() {
    Clearance clearance = by(Role.PHYSICIAN, "diabetes");

    Verdict verdict = today(screening, cleared(diabetic, clearance));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PERMITTED);
    assertThat(verdict.cleared()).extracting("clearance").containsExactly(clearance);
  }

  @Test
  void aClearanceCanNameTheRule() {
    assertThat(today(screening, cleared(diabetic, by(Role.PHYSICIAN, "diabetes-asks"))).outcome())
        .isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void aSpecialistCoversAPhysicianAndAPrescriberDoesNot() {
    assertThat(today(screening, cleared(diabetic, by(Role.DERMATOLOGIST, "diabetes"))).outcome())
        .isEqualTo(Outcome.PERMITTED);
    assertThat(today(screening, cleared(diabetic, by(Role.PRESCRIBER, "diabetes"))).outcome())
        .isEqualTo(Outcome.NEEDS_CLEARANCE);
  }

  @Test
  void itCountsFromItsFirstToItsLastDay() {
    PatientRecord person = cleared(diabetic, by(Role.PHYSICIAN, "diabetes"));

    assertThat(screening.screen(person, SCARS, day("2027-05-02")).outcome())
        .isEqualTo(Outcome.PERMITTED);
    assertThat(screening.screen(person, SCARS, day("2027-05-03")).outcome())
        .isEqualTo(Outcome.NEEDS_CLEARANCE);
    assertThat(screening.screen(person, SCARS, day("2026-11-01")).from())
        .isEqualTo(day("2026-11-02"));
  }

  @Test
  void nobodyLiftsARefusal() {
    PatientRecord pregnant = person(yes("pregnant"), Tutorial.no("diabetes"));

    assertThat(today(screening, cleared(pregnant, by(Role.PHYSICIAN, "pregnant"))).outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  private static Clearance by(Role role, String what) {
    return new Clearance(
        what, "Dr A. Example", role, day("2026-11-02"), day("2027-05-02"), "HbA1c stable");
  }
}
