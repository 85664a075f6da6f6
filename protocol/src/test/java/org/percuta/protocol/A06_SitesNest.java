package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;

/** The face holds the cheeks. A rule of scope "site" looks only where treatment is planned. */
class A06_SitesNest {

  private final Screening screening =
      knowing(
          Items.site("face", "cheeks", "chin"),
          Items.site("cheeks"),
          Items.site("chin"),
          Items.site("back"),
          Items.fact("acne-active", false),
          Items.rule("acne", Effect.DEFER, new Condition.ConditionNow("acne-active")));

  private final FactStatement acne = yes("acne-active");

  @Test
  void atTheSite() {
    assertThat(at("cheeks", person(acne.at("cheeks")))).isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void inAPartOfTheSite() {
    assertThat(at("face", person(acne.at("cheeks")))).isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void somewhereOnWhatHoldsTheSite() {
    assertThat(at("cheeks", person(acne.at("face")))).isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void withoutASiteItCountsAsAtTheSite() {
    assertThat(at("cheeks", person(acne))).isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void whoNamesAnotherPlaceHasAnsweredForThisOne() {
    assertThat(at("cheeks", person(acne.at("back")))).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void whoSaysNoToAnotherPlaceHasNot() {
    assertThat(at("cheeks", person(no("acne-active").at("back")))).isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void whoSaysNoToAPartHasNotAnsweredForTheWhole() {
    assertThat(at("face", person(no("acne-active").at("chin")))).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(at("chin", person(no("acne-active").at("face")))).isEqualTo(Outcome.PERMITTED);
  }

  private Outcome at(String site, PatientRecord person) {
    return screening.screen(person, Goal.inClinic("acne-scars", site), TODAY).outcome();
  }
}
