package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.limit;
import static org.percuta.protocol.plan.Practice.ON;
import static org.percuta.protocol.plan.Practice.SCARS;
import static org.percuta.protocol.plan.Practice.person;
import static org.percuta.protocol.plan.Practice.yes;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.ProcedureStep;
import org.percuta.protocol.model.ProcedureStep.Stage;
import org.percuta.protocol.plan.Checklist.State;
import org.percuta.protocol.plan.Checklist.Step;

class ChecklistTest {

  private static Checklist checklist(KnowledgeFixture fixture, PatientRecord record) {
    Knowledge knowledge = fixture.build();
    return Checklist.of(knowledge, new Screening(knowledge).screen(record, SCARS, ON));
  }

  private static Step step(Checklist checklist, String id) {
    return checklist.steps().stream()
        .filter(step -> step.step().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void stepsComeInTheirOrder() {
    Checklist checklist =
        checklist(Practice.knowledge().with(Items.step("a-tie", 10, Stage.ASSESS)), person());

    assertThat(checklist.steps())
        .extracting(Step::step)
        .extracting(ProcedureStep::id)
        .containsExactly("a-tie", "identity", "numbing", "needle", "serum");
    assertThat(checklist.steps()).extracting(Step::state).containsOnly(State.DO);
    assertThat(checklist.limits()).isEmpty();
  }

  @Test
  void anAllergyDropsTheNumbingStepAndSaysWhy() {
    Checklist checklist = checklist(Practice.knowledge(), person(yes("anaesthetic-allergy")));

    Step numbing = step(checklist, "numbing");
    assertThat(numbing.state()).isEqualTo(State.DROPPED);
    assertThat(numbing.reasons())
        .singleElement()
        .satisfies(reason ->
            assertThat(reason.rule().because()).isEqualTo("Because of anaesthetic-allergy."));
    assertThat(step(checklist, "needle").state()).isEqualTo(State.DO);
    assertThat(checklist.limits()).extracting(Limit::key).containsExactly("no-topical-anaesthetic");
  }

  @ParameterizedTest
  @CsvSource({
    "no-prilocaine, numbing",
    "no-vitamin-c, serum",
    "avoid-named-topicals, serum",
    "no-deeper-setting, needle",
    "leave-out-growths, needle",
  })
  void aLimitChangesTheStepItNames(String key, String changed) {
    Checklist checklist =
        checklist(
            Practice.knowledge()
                .with(limit("limit", key, new Condition.State("pregnant-not")))
                .with(Items.fact("pregnant-not", false)),
            person(yes("pregnant-not")));

    assertThat(checklist.steps())
        .allSatisfy(step ->
            assertThat(step.state())
                .isEqualTo(step.step().id().equals(changed) ? State.CHANGED : State.DO));
    assertThat(step(checklist, changed).reasons()).hasSize(1);
  }

  @Test
  void aLimitThatNamesNoStepStandsOnTheList() {
    Checklist checklist =
        checklist(
            Practice.knowledge()
                .with(
                    limit(
                        "cold-sore",
                        "antiviral-prophylaxis-asked",
                        new Condition.ConditionEver("cold-sore-history"))),
            person(yes("cold-sore-history")));

    assertThat(checklist.steps()).extracting(Step::state).containsOnly(State.DO);
    assertThat(checklist.limits())
        .extracting(Limit::key)
        .containsExactly("antiviral-prophylaxis-asked");
  }

  @Test
  void withoutAPermitThereAreNoSteps() {
    assertThat(checklist(Practice.knowledge(), person(yes("acne-active"))).steps()).isEmpty();
  }

  @Test
  void aProductIsForbiddenByNameOrWithAllOthers() {
    Anaesthetic emla = anaesthetic("Lidocaine 2.5 %, Prilocaine 2.5 %");
    Anaesthetic plain = anaesthetic("lidocaine 4 %");

    assertThat(LimitedStage.forbids(of("no-prilocaine"), emla)).isTrue();
    assertThat(LimitedStage.forbids(of("no-prilocaine"), plain)).isFalse();
    assertThat(LimitedStage.forbids(of("no-topical-anaesthetic"), plain)).isTrue();
    assertThat(LimitedStage.forbids(of("lidocaine"), plain)).isFalse();
    assertThat(LimitedStage.find(of("something-else"))).isEqualTo(Optional.empty());
  }

  private static Limit of(String key) {
    return new Limit(key, "");
  }

  private static Anaesthetic anaesthetic(String strength) {
    return new Anaesthetic(
        strength, strength, strength, List.of(), 10, 30, "", List.of(), List.of(), Grade.A, null);
  }
}
