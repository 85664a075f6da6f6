package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.at;
import static org.percuta.protocol.Items.course;
import static org.percuta.protocol.Items.expectation;
import static org.percuta.protocol.Items.item;
import static org.percuta.protocol.Items.milestone;
import static org.percuta.protocol.Items.onlyIf;
import static org.percuta.protocol.plan.Practice.BURNS;
import static org.percuta.protocol.plan.Practice.HAIR;
import static org.percuta.protocol.plan.Practice.ON;
import static org.percuta.protocol.plan.Practice.SCARS;
import static org.percuta.protocol.plan.Practice.no;
import static org.percuta.protocol.plan.Practice.person;
import static org.percuta.protocol.plan.Practice.yes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Milestone.Anchor;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Severity;

class CourseCalendarTest {

  private static final LocalDate LAST = ON.plusWeeks(12);

  private static List<CalendarEntry> calendar(
      KnowledgeFixture fixture, PatientRecord record, Goal goal) {
    Knowledge knowledge = fixture.build();
    return CourseCalendar.of(knowledge, record, CoursePlanner.of(knowledge).plan(record, goal, ON));
  }

  private static List<CalendarEntry> calendar(PatientRecord record) {
    return calendar(Practice.knowledge(), record, SCARS);
  }

  private static List<CalendarEntry> of(String item, List<CalendarEntry> calendar) {
    return calendar.stream().filter(entry -> entry.item().equals(item)).toList();
  }

  private static CalendarEntry first(String item, List<CalendarEntry> calendar) {
    return of(item, calendar).getFirst();
  }

  @Test
  void preparationIsDatedBeforeEachSession() {
    assertThat(of("prep-exfoliation", calendar(person())))
        .extracting(CalendarEntry::date)
        .containsExactly(ON, ON.plusWeeks(3), ON.plusWeeks(7), ON.plusWeeks(11));
    assertThat(first("prep-exfoliation", calendar(person())).to()).isEqualTo(ON);
  }

  @Test
  void anEntryCarriesItsItemAndSources() {
    CalendarEntry entry = first("prep-exfoliation", calendar(person()));

    assertThat(entry.phase()).isEqualTo(Phase.PREPARATION);
    assertThat(entry.kind()).isEqualTo(Kind.DONT);
    assertThat(entry.text()).isEqualTo("Text of prep-exfoliation.");
    assertThat(entry.session()).isEqualTo(1);
    assertThat(entry.claims()).containsExactly("S1-001");
    assertThat(entry.grade()).isEqualTo(Grade.C);
    assertThat(entry.untilHealed()).isFalse();
    assertThat(entry.supply()).isNull();
    assertThat(entry.key()).isEqualTo("prep-exfoliation-s1");
  }

  @Test
  void preparationWithoutAnEndEndsWithItsSession() {
    assertThat(first("prep-sun", calendar(person())).to()).isEqualTo(ON);
  }

  @Test
  void preparationBeginsNoEarlierThanTheDayAfterTheSessionBefore() {
    KnowledgeFixture weekly = Practice.knowledge();

    List<CalendarEntry> sun = of("prep-sun", calendar(weekly, person(), HAIR));

    assertThat(sun.get(0).date()).as("no earlier than the plan was asked for").isEqualTo(ON);
    assertThat(sun.get(1).date()).isEqualTo(ON.plusDays(1));
    assertThat(sun.get(1).to()).isEqualTo(ON.plusDays(7));
  }

  @Test
  void everySessionStandsInTheCalendar() {
    List<CalendarEntry> sessions = of("course-scars", calendar(person()));

    assertThat(sessions)
        .extracting(CalendarEntry::text)
        .containsExactly(
            "Session 1 of 4.", "Session 2 of 4.", "Session 3 of 4.", "Session 4 of 4.");
    assertThat(sessions.getFirst().date()).isEqualTo(ON).isEqualTo(sessions.getFirst().to());
    assertThat(sessions.getFirst().phase()).isEqualTo(Phase.SESSION);
    assertThat(sessions.getFirst().kind()).isEqualTo(Kind.DO);
    assertThat(sessions.getFirst().conflict()).isEqualTo("C42");
    assertThat(of("day-visit", calendar(person()))).hasSize(4);
  }

  @Test
  void anOptionalSessionIsOnlyAReview() {
    List<CalendarEntry> calendar = calendar(Practice.knowledge(), person(), BURNS);

    List<CalendarEntry> sessions = of("course-burns", calendar);
    assertThat(sessions)
        .extracting(CalendarEntry::text)
        .containsExactly(
            "Session 1 of up to 5.",
            "Session 2 of up to 5.",
            "Session 3 only if the review asks for it.");
    CalendarEntry review = sessions.getLast();
    assertThat(review.kind()).isEqualTo(Kind.ASK);
    assertThat(review.date()).isEqualTo(ON.plusWeeks(8));
    assertThat(review.to()).isEqualTo(ON.plusWeeks(10));
    assertThat(of("prep-exfoliation", calendar)).hasSize(2);
  }

  @Test
  void aCourseOfOptionalSessionsOnlyStillHasItsFirst() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("open", 0, 2, 4, 6, "acne-scars"));

    List<CalendarEntry> calendar = calendar(knowledge, person(), SCARS);

    assertThat(of("open", calendar))
        .extracting(CalendarEntry::text)
        .containsExactly("Session 1 of up to 2.", "Session 2 only if the review asks for it.");
    assertThat(of("prep-exfoliation", calendar)).hasSize(1);
  }

  @Test
  void aftercareEndsTheDayBeforeTheNextSessionAndStaysOpenAfterTheLast() {
    List<CalendarEntry> sunscreen = of("after-sunscreen", calendar(person()));

    assertThat(sunscreen.getFirst().date()).isEqualTo(ON.plusDays(2));
    assertThat(sunscreen.getFirst().to()).isEqualTo(ON.plusWeeks(4).minusDays(1));
    assertThat(sunscreen.getLast().to()).isNull();
    assertThat(first("after-makeup", calendar(person())).to()).isEqualTo(ON.plusDays(2));
  }

  @Test
  void aftercareThatWouldBeginWithTheNextSessionIsLeftOut() {
    KnowledgeFixture weekly =
        Practice.knowledge().with(item("after-week", Phase.AFTERCARE, Kind.DO, "7 d", null));

    assertThat(of("after-week", calendar(weekly, person(), HAIR)))
        .extracting(CalendarEntry::session)
        .containsExactly(12);
  }

  @Test
  void anExpectationIsShownForItsUsualTime() {
    CalendarEntry redness = first("rec-redness-MODERATE", calendar(person()));

    assertThat(redness.date()).isEqualTo(ON);
    assertThat(redness.to()).isEqualTo(ON.plusDays(2));
    assertThat(redness.phase()).isEqualTo(Phase.RECOVERY);
    assertThat(redness.kind()).isEqualTo(Kind.EXPECT);
  }

  @Test
  void anExpectationOfHoursEndsOnTheDayItself() {
    KnowledgeFixture knowledge =
        Practice.knowledge().with(expectation("drops", "0 h", "4 h", "4 h", Severity.MILD));

    CalendarEntry drops = first("rec-drops-MILD", calendar(knowledge, person(), SCARS));

    assertThat(drops.date()).isEqualTo(ON).isEqualTo(drops.to());
  }

  @Test
  void anExpectationThatStartsAfterTheNextSessionIsLeftOut() {
    KnowledgeFixture knowledge =
        Practice.knowledge().with(expectation("late", "7 d", "9 d", "9 d", Severity.MILD));

    assertThat(of("rec-late-MILD", calendar(knowledge, person(), HAIR)))
        .extracting(CalendarEntry::session)
        .containsExactly(12);
    assertThat(of("rec-late-MILD", calendar(knowledge, person(), SCARS))).hasSize(4);
  }

  @Test
  void maintenanceWaitsForTheEndOfHealingAfterTheLastSession() {
    List<CalendarEntry> keep = of("keep-exfoliate", calendar(person()));

    assertThat(keep).hasSize(1);
    assertThat(keep.getFirst().date()).isEqualTo(LAST.plusDays(7));
    assertThat(keep.getFirst().to()).isNull();
    assertThat(first("keep-review", calendar(person())).date()).isEqualTo(LAST.plusMonths(4));
    assertThat(first("keep-review", calendar(person())).to()).isEqualTo(LAST.plusMonths(6));
  }

  @Test
  void healingTakesAsLongAsTheLongestThatIsExpectedOfIt() {
    KnowledgeFixture knowledge =
        Practice.knowledge().with(expectation("late", "7 d", "9 d", "10 d", Severity.MILD));

    assertThat(first("keep-exfoliate", calendar(knowledge, person(), SCARS)).date())
        .isEqualTo(LAST.plusDays(10));
  }

  @Test
  void maintenanceThatEndsWithinHealingIsLeftOut() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(
                item("keep-short", Phase.MAINTENANCE, Kind.DO, "0 d", "6 d"),
                item("keep-day-seven", Phase.MAINTENANCE, Kind.DO, "0 d", "7 d"),
                milestone("mile-short", Phase.MAINTENANCE, Anchor.LAST_SESSION, "0 d", "6 d"),
                milestone("mile-week", Phase.MAINTENANCE, Anchor.LAST_SESSION, "0 d", "7 d"));

    List<CalendarEntry> calendar = calendar(knowledge, person(), SCARS);

    assertThat(of("keep-short", calendar)).isEmpty();
    assertThat(of("mile-short", calendar)).isEmpty();
    assertThat(first("keep-day-seven", calendar).date()).isEqualTo(LAST.plusDays(7));
    assertThat(first("mile-week", calendar).date()).isEqualTo(LAST.plusDays(7));
  }

  @Test
  void milestonesAreCountedFromTheirSession() {
    List<CalendarEntry> calendar = calendar(person());

    CalendarEntry glow = first("result-glow", calendar);
    assertThat(glow.date()).isEqualTo(ON.plusWeeks(1));
    assertThat(glow.to()).isEqualTo(ON.plusWeeks(2));
    assertThat(glow.phase()).isEqualTo(Phase.RESULTS);
    assertThat(glow.kind()).isEqualTo(Kind.EXPECT);
    assertThat(glow.session()).isEqualTo(1);
    CalendarEntry lasts = first("result-lasts", calendar);
    assertThat(lasts.date()).isEqualTo(LAST.plusMonths(4));
    assertThat(lasts.kind()).isEqualTo(Kind.ASK);
    assertThat(lasts.session()).isEqualTo(4);
  }

  @Test
  void aMilestoneOfAnotherFamilyIsNotShown() {
    assertThat(of("result-hair", calendar(person()))).isEmpty();
    assertThat(of("result-hair", calendar(Practice.knowledge(), person(), HAIR)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.to()).isNull());
    assertThat(
            of(
                "result-hair",
                calendar(Practice.knowledge().without(Concern.class), person(), SCARS)))
        .hasSize(1);
  }

  @Test
  void anItemForAnotherSiteIsNotShown() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(
                at(item("for-neck", Phase.AFTERCARE, Kind.DO, "0 d", "1 d"), "neck"),
                at(item("for-face", Phase.AFTERCARE, Kind.DO, "0 d", "1 d"), "neck", "face"),
                at(item("keep-neck", Phase.MAINTENANCE, Kind.DO, "1 mo", null), "neck"));

    List<CalendarEntry> calendar = calendar(knowledge, person(), SCARS);

    assertThat(of("for-neck", calendar)).isEmpty();
    assertThat(of("keep-neck", calendar)).isEmpty();
    assertThat(of("for-face", calendar)).hasSize(4).allMatch(CalendarEntry::untilHealed);
  }

  @Test
  void maintenanceFollowsItsFactAsWell() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(
                onlyIf(
                    item("keep-cold-sore", Phase.MAINTENANCE, Kind.ASK, "1 mo", null),
                    "cold-sore-history",
                    null));

    assertThat(of("keep-cold-sore", calendar(knowledge, person(no("cold-sore-history")), SCARS)))
        .isEmpty();
    assertThat(of("keep-cold-sore", calendar(knowledge, person(yes("cold-sore-history")), SCARS)))
        .hasSize(1);
  }

  @Test
  void withoutSessionsThereIsNoCalendar() {
    assertThat(calendar(person(yes("acne-active")))).isEmpty();
    assertThat(calendar(Practice.knowledge().without(CourseTemplate.class), person(), SCARS))
        .isEmpty();
  }
}
