package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.course;
import static org.percuta.protocol.Items.rule;
import static org.percuta.protocol.Items.setting;
import static org.percuta.protocol.plan.Practice.BURNS;
import static org.percuta.protocol.plan.Practice.HAIR;
import static org.percuta.protocol.plan.Practice.ON;
import static org.percuta.protocol.plan.Practice.SCARS;
import static org.percuta.protocol.plan.Practice.last;
import static org.percuta.protocol.plan.Practice.person;
import static org.percuta.protocol.plan.Practice.stranger;
import static org.percuta.protocol.plan.Practice.yes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

class CoursePlannerTest {

  private static Course plan(KnowledgeFixture knowledge, PatientRecord record, Goal goal) {
    return CoursePlanner.of(knowledge.build()).plan(record, goal, ON);
  }

  private static Course plan(PatientRecord record, Goal goal) {
    return plan(Practice.knowledge(), record, goal);
  }

  private static Rule needled(String id, int days) {
    return new Rule(
        id,
        id,
        new Condition.Exposure("microneedling", Window.ofDays(days)),
        Rule.Scope.SITE,
        Effect.DEFER,
        null,
        List.of(),
        "",
        null,
        List.of(),
        List.of(),
        Grade.C,
        null);
  }

  private static Course.Stop stop(Course course) {
    return Objects.requireNonNull(course.stop());
  }

  private static Verdict verdict(Course.Stop stop) {
    return Objects.requireNonNull(stop.verdict());
  }

  private static List<LocalDate> dates(Course course) {
    return course.sessions().stream().map(PlannedSession::date).toList();
  }

  @Test
  void aClearPersonIsPlannedFromTheAskedDateAtTheShortestInterval() {
    Course course = plan(person(), SCARS);

    assertThat(dates(course))
        .containsExactly(ON, ON.plusWeeks(4), ON.plusWeeks(8), ON.plusWeeks(12));
    assertThat(course.sessions()).extracting(PlannedSession::number).containsExactly(1, 2, 3, 4);
    assertThat(course.listOptional()).isEmpty();
    assertThat(course.stop()).isNull();
    assertThat(course.verdict().on()).isEqualTo(ON);
    assertThat(course.asked()).isEqualTo(ON);
    assertThat(course.goal()).isEqualTo(SCARS);
  }

  @Test
  void theWindowRunsFromTheShortestToTheTargetInterval() {
    PlannedSession second = plan(person(), SCARS).sessions().get(1);

    assertThat(second.earliest()).isEqualTo(ON.plusWeeks(4));
    assertThat(second.latest()).isEqualTo(ON.plusWeeks(6));
    assertThat(second.late()).isFalse();
  }

  @Test
  void theFirstSessionHasNoWindow() {
    PlannedSession first = plan(person(), SCARS).sessions().getFirst();

    assertThat(first.earliest()).isEqualTo(ON).isEqualTo(first.latest());
    assertThat(first.late()).isFalse();
    assertThat(first.optional()).isFalse();
  }

  @Test
  void sessionsPastTheFewestWaitForAReviewAndNoneIsPastTheMost() {
    Course course = plan(person(), BURNS);

    assertThat(course.listPlanned()).extracting(PlannedSession::number).containsExactly(1, 2);
    assertThat(course.listOptional()).extracting(PlannedSession::number).containsExactly(3, 4, 5);
    assertThat(course.stop()).isNull();
  }

  @Test
  void aDeferredPersonStartsOnTheFirstPermittedDate() {
    Course course = plan(person(last("isotretinoin", ON.minusDays(100))), SCARS);

    assertThat(course.verdict().outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(dates(course).getFirst()).isEqualTo(ON.plusDays(80));
    assertThat(course.sessions().getFirst().verdict().outcome()).isEqualTo(Outcome.PERMITTED);
    assertThat(course.sessions().getFirst().verdict().on()).isEqualTo(ON.plusDays(80));
  }

  @Test
  void eachSessionIsScreenedWithTheOneBeforeItCounted() {
    Course course = plan(Practice.knowledge().with(needled("needled", 35)), person(), SCARS);

    assertThat(dates(course).get(1)).isEqualTo(ON.plusDays(35));
    assertThat(course.sessions().get(1).earliest()).isEqualTo(ON.plusDays(35));
    assertThat(course.sessions().get(1).latest()).isEqualTo(ON.plusWeeks(6));
    assertThat(dates(course).get(3)).isEqualTo(ON.plusDays(105));
  }

  @Test
  void aSessionIsPlacedAtTheTreatedSiteOnly() {
    Course course = plan(Practice.knowledge().with(needled("needled", 35)), person(), SCARS);

    assertThat(course.sessions().get(1).verdict().reasons()).isEmpty();
    assertThat(
            CoursePlanner.of(Practice.knowledge().with(needled("needled", 35)).build())
                .plan(person(last("microneedling", ON.minusDays(1)).at("neck")), SCARS, ON)
                .sessions()
                .getFirst()
                .date())
        .isEqualTo(ON);
  }

  @Test
  void withoutAClinicSettingNoSessionIsMovedPastItsWindow() {
    Course course = plan(Practice.knowledge().with(needled("needled", 60)), person(), SCARS);

    assertThat(dates(course)).containsExactly(ON);
    Course.Stop stop = stop(course);
    assertThat(stop.session()).isEqualTo(2);
    assertThat(stop.because())
        .isEqualTo(
            "The first date on which session 2 is permitted, "
                + ON.plusDays(60)
                + ", is too long after the one before it: it starts a new course after a review.");
    assertThat(verdict(stop).reasons())
        .extracting(Reason::rule)
        .extracting(Rule::id)
        .containsExactly("needled");
  }

  @Test
  void withAClinicSettingASessionIsMovedAsFarAsItSays() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(needled("needled", 84), setting(CoursePlanner.LONGEST_GAP, 12, "wk"));

    PlannedSession second = plan(knowledge, person(), SCARS).sessions().get(1);

    assertThat(second.date()).isEqualTo(ON.plusWeeks(12));
    assertThat(second.late()).isTrue();
    assertThat(second.earliest()).isEqualTo(second.date()).isEqualTo(second.latest());
  }

  @Test
  void oneDayPastTheClinicSettingStopsTheCourse() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(needled("needled", 85), setting(CoursePlanner.LONGEST_GAP, 12, "wk"));

    assertThat(plan(knowledge, person(), SCARS).sessions()).hasSize(1);
  }

  @Test
  void aGapShorterThanTheWindowDoesNotCutTheWindow() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(needled("needled", 40), setting(CoursePlanner.LONGEST_GAP, 1, "wk"));

    assertThat(plan(knowledge, person(), SCARS).sessions()).hasSize(4);
  }

  @Test
  void aSettingInAnUnknownUnitCountsAsNone() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(needled("needled", 60), setting(CoursePlanner.LONGEST_GAP, 12, "furlong"));

    assertThat(plan(knowledge, person(), SCARS).sessions()).hasSize(1);
  }

  @Test
  void theCourseStopsWhereAClearanceRunsOut() {
    PatientRecord cleared =
        new PatientRecord(
            person().patient(),
            List.of(yes("pregnant")),
            List.of(
                new Clearance(
                    "pregnant", "Dr A", Role.PHYSICIAN, ON, ON.plusWeeks(5), "by agreement")),
            person().complete());

    Course course = plan(cleared, SCARS);

    assertThat(dates(course)).containsExactly(ON, ON.plusWeeks(4));
    assertThat(stop(course).session()).isEqualTo(3);
    assertThat(stop(course).because()).isEqualTo("A named clinician has to clear it first.");
    assertThat(verdict(stop(course)).on()).isEqualTo(ON.plusWeeks(8));
  }

  @Test
  void whereNoDateIsDecidedThereAreNoSessionsAndTheStopSaysWhy() {
    Course unresolved = plan(person(yes("acne-active")), SCARS);
    Course unknown = plan(stranger(), SCARS);
    Course uncleared = plan(person(yes("pregnant")), SCARS);

    assertThat(unresolved.sessions()).isEmpty();
    assertThat(unresolved.stop())
        .isEqualTo(
            new Course.Stop(
                1, "It has to wait, and the facts give no date.", unresolved.verdict()));
    assertThat(unknown.sessions()).isEmpty();
    assertThat(unknown.stop())
        .isEqualTo(
            new Course.Stop(1, "Something is still to be answered first.", unknown.verdict()));
    assertThat(uncleared.stop())
        .isEqualTo(
            new Course.Stop(1, "A named clinician has to clear it first.", uncleared.verdict()));
  }

  @Test
  void aRefusalIsSaidAsSuch() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(
                rule(
                    "at-home",
                    Effect.REFUSE,
                    new Condition.GoalIs(List.of(), List.of(), List.of(Setting.HOME))));

    Course course = plan(knowledge, person(), new Goal("acne-scars", "cheeks", Setting.HOME));

    assertThat(stop(course).because()).isEqualTo("On what is known it cannot be done.");
  }

  @Test
  void aConcernWithoutACourseIsLeftToTheClinician() {
    Course course = plan(Practice.knowledge().without(CourseTemplate.class), person(), SCARS);

    assertThat(course.template()).isNull();
    assertThat(course.sessions()).isEmpty();
    assertThat(course.stop())
        .isEqualTo(
            new Course.Stop(
                1, "No course is described for acne-scars: the clinician plans it.", null));
    assertThat(course.verdict().outcome()).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void ofTwoCoursesTheStricterRules() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(
                course("a-short-floor", 2, 2, 3, 6, "acne-scars"),
                course("c-more", 4, 6, 4, 6, "acne-scars"),
                course("b-fewer", 4, 4, 4, 6, "acne-scars"),
                course("a-same", 4, 4, 4, 6, "burn-scars", "acne-scars"));

    assertThat(plan(knowledge, person(), SCARS).template())
        .isNotNull()
        .extracting(CourseTemplate::id)
        .isEqualTo("a-same");
  }

  @Test
  void hairFollowsItsOwnWeeklyCourse() {
    Course course = plan(person(), HAIR);

    assertThat(course.sessions()).hasSize(12);
    assertThat(dates(course).get(1)).isEqualTo(ON.plusWeeks(1));
    assertThat(course.sessions().get(1).latest()).isEqualTo(ON.plusWeeks(1));
  }

  @Test
  void aTargetShorterThanTheFloorDoesNotTurnTheWindowRound() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("odd", 2, 2, 4, 2, "acne-scars"));

    PlannedSession second = plan(knowledge, person(), SCARS).sessions().get(1);

    assertThat(second.latest()).isEqualTo(ON.plusWeeks(4));
    assertThat(second.late()).isFalse();
  }

  @Test
  void aDateKnownToTheMonthIsReadOnTheSafeSide() {
    Course course =
        plan(
            Practice.knowledge().with(needled("needled", 28)),
            person(yes("microneedling").lastOn(PartialDate.parse("2026-11"))),
            SCARS);

    assertThat(dates(course).getFirst()).isEqualTo(LocalDate.of(2026, 12, 28));
  }

  @Test
  void theFirstSessionIsOptionalOnlyWhereNoneIsPlanned() {
    KnowledgeFixture one =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("one", 1, 2, 4, 6, "acne-scars"));
    KnowledgeFixture none =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("none", 0, 2, 4, 6, "acne-scars"));

    assertThat(plan(one, person(), SCARS).sessions())
        .extracting(PlannedSession::optional)
        .containsExactly(false, true);
    assertThat(plan(none, person(), SCARS).sessions())
        .extracting(PlannedSession::optional)
        .containsExactly(true, true);
  }
}
