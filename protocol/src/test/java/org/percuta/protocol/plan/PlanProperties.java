package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.limit;
import static org.percuta.protocol.Items.setting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.percuta.protocol.Items;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

class PlanProperties {

  private static final Knowledge KNOWLEDGE =
      Practice.knowledge()
          .with(setting(CoursePlanner.LONGEST_GAP, 12, "wk"))
          .with(
              Items.rule(
                  "needled",
                  Effect.DEFER,
                  new Condition.Exposure("microneedling", Window.ofDays(30))),
              limit(
                  "retinoid-limit",
                  "no-vitamin-c",
                  new Condition.Medicine("retinoid", Supply.PRESCRIBED, Window.ofDays(7))))
          .build();
  private static final Screening SCREENING = new Screening(KNOWLEDGE);
  private static final Planner PLANNER = Planner.of(KNOWLEDGE);

  @Provide
  Arbitrary<Goal> goals() {
    return Arbitraries.of(Practice.SCARS, Practice.BURNS, Practice.HAIR);
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(0, 800).map(Practice.ON::plusDays);
  }

  @Provide
  Arbitrary<PatientRecord> records() {
    Arbitrary<List<FactStatement>> said = statements().list().ofMaxSize(4);
    Arbitrary<Clearance> clearance =
        Combinators.combine(dates(), Arbitraries.integers().between(0, 200))
            .as((on, days) ->
                new Clearance("pregnant", "Dr A", Role.PHYSICIAN, on, on.plusDays(days), "agreed"));
    return Combinators.combine(said, clearance.list().ofMaxSize(2))
        .as((statements, clearances) ->
            new PatientRecord(
                Practice.person().patient(), statements, clearances, Practice.person().complete()));
  }

  private Arbitrary<FactStatement> statements() {
    return Combinators.combine(
            Arbitraries.of(KNOWLEDGE.facts().keySet()),
            Arbitraries.of(Answer.values()),
            dates().injectNull(0.4),
            dates().injectNull(0.6),
            Arbitraries.of(Supply.values()).injectNull(0.4))
        .as((fact, answer, last, until, supply) -> {
          FactStatement statement = FactStatement.answered(fact, answer);
          if (last != null) {
            statement = statement.lastOn(PartialDate.of(last));
          }
          if (until != null) {
            statement = statement.during(null, PartialDate.of(until));
          }
          return supply == null ? statement : statement.supplied(supply);
        });
  }

  private static CoursePlan plan(PatientRecord record, Goal goal, LocalDate on) {
    return PLANNER.plan(record, goal, on, List.of());
  }

  @Property
  void sessionsAreNeverCloserThanTheShortestInterval(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    Course course = plan(record, goal, on).course();

    CourseTemplate template = Objects.requireNonNull(course.template());
    for (int i = 1; i < course.sessions().size(); i++) {
      PlannedSession session = course.sessions().get(i);
      assertThat(session.date())
          .isAfterOrEqualTo(template.floor().after(course.sessions().get(i - 1).date()))
          .isBetween(session.earliest(), session.latest());
    }
  }

  @Property
  void everyPlannedSessionIsPermittedOnItsDate(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    List<PlannedSession> sessions = plan(record, goal, on).course().sessions();

    PatientRecord soFar = record;
    for (PlannedSession session : sessions) {
      assertThat(session.verdict().outcome().isPermitted()).isTrue();
      assertThat(session.verdict().on()).isEqualTo(session.date());
      // Counting every session before it, and not the last alone, permits it too.
      assertThat(SCREENING.screen(soFar, goal, session.date()).outcome().isPermitted()).isTrue();
      soFar =
          soFar.plus(
              FactStatement.answered("microneedling", Answer.YES)
                  .lastOn(PartialDate.of(session.date())));
    }
  }

  @Property
  void theFirstSessionIsOnTheFirstPermittedDate(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    List<PlannedSession> sessions = plan(record, goal, on).course().sessions();

    assertThat(sessions.stream().map(PlannedSession::date).findFirst())
        .isEqualTo(SCREENING.findFirstPermitted(record, goal, on));
    // The properties of this class say nothing unless many records lead to a course.
    Statistics.label("course")
        .collect(sessions.size() > 1)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
  }

  @Property
  void aCourseIsWithinItsTemplateOrSaysWhyItIsShorter(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    Course course = plan(record, goal, on).course();

    CourseTemplate template = Objects.requireNonNull(course.template());
    assertThat(course.sessions()).hasSizeLessThanOrEqualTo(template.sessionsHigh());
    assertThat(course.stop() == null)
        .isEqualTo(course.sessions().size() == template.sessionsHigh());
    assertThat(course.listPlanned()).hasSizeLessThanOrEqualTo(template.sessionsLow());
  }

  @Property
  void theCalendarIsSortedAndItsEntriesRunForwards(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    List<CalendarEntry> calendar = plan(record, goal, on).calendar();

    assertThat(calendar).isSortedAccordingTo(CalendarEntry.IN_ORDER);
    assertThat(calendar)
        .allSatisfy(entry -> {
          if (entry.to() != null) {
            assertThat(entry.to()).isAfterOrEqualTo(entry.date());
          }
        });
    assertThat(calendar.stream().map(CalendarEntry::key)).doesNotHaveDuplicates();
  }

  @Property
  void maintenanceIsNeverWithinSevenDaysAfterASession(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    CoursePlan plan = plan(record, goal, on);

    for (PlannedSession session : plan.course().listPlanned()) {
      assertThat(plan.listMaintenance())
          .allMatch(entry -> !entry.date().isBefore(session.date().plusDays(7)));
    }
  }

  @Property
  void nobodyIsToldToStopWhatWasPrescribed(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on) {
    boolean onlyPrescribed =
        record.statements().stream().anyMatch(said -> said.fact().equals("retinoid"))
            && record.statements().stream()
                .filter(said -> said.fact().equals("retinoid"))
                .allMatch(said -> said.supply() == Supply.PRESCRIBED);

    for (CalendarEntry entry : plan(record, goal, on).calendar()) {
      assertThat(entry.supply() == Supply.PRESCRIBED && entry.kind() == Kind.DONT).isFalse();
      if (onlyPrescribed && new KnownFacts(KNOWLEDGE, record).answer("retinoid") == Answer.YES) {
        assertThat(entry.item()).isNotEqualTo("prep-retinoid-bought");
      }
    }
  }

  @Property
  void theQuoteIsSessionsTimesPriceBeforeAnyDiscount(
      @ForAll("goals") Goal goal, @ForAll @IntRange(max = 500_000) int cents) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    CoursePlan plan =
        PLANNER.plan(
            Practice.person(),
            goal,
            Practice.ON,
            List.of(new ClinicPrice(null, null, amount, "EUR", new BigDecimal("0.1"))));
    Quote quote = plan.findQuote().orElseThrow();

    assertThat(quote.course().low())
        .isEqualByComparingTo(
            amount.multiply(BigDecimal.valueOf(plan.course().listPlanned().size())));
    assertThat(quote.course().high())
        .isEqualByComparingTo(amount.multiply(BigDecimal.valueOf(plan.course().sessions().size())));
    assertThat(Objects.requireNonNull(quote.discounted()).high())
        .isLessThanOrEqualTo(quote.course().high());
  }

  @Property
  void theSameQuestionHasTheSameAnswerWhateverTheOrderOfFacts(
      @ForAll("records") PatientRecord record,
      @ForAll("goals") Goal goal,
      @ForAll("dates") LocalDate on,
      @ForAll Random random) {
    List<FactStatement> shuffled = new ArrayList<>(record.statements());
    Collections.shuffle(shuffled, random);
    PatientRecord other =
        new PatientRecord(record.patient(), shuffled, record.clearances(), record.complete());

    CoursePlan plan = plan(record, goal, on);
    assertThat(plan(record, goal, on)).isEqualTo(plan);
    assertThat(plan(other, goal, on).calendar()).isEqualTo(plan.calendar());
    assertThat(plan(other, goal, on).course().sessions().stream().map(PlannedSession::date))
        .containsExactlyElementsOf(
            plan.course().sessions().stream().map(PlannedSession::date).toList());
  }

  @Property
  void longerOnTheSkinNeverGoesBackAStateAndNeverPastTheLabel(
      @ForAll @IntRange(max = 90) int min,
      @ForAll @IntRange(max = 90) int more,
      @ForAll @IntRange(max = 7_200) int seconds) {
    NumbingTimer timer =
        NumbingTimer.of(
            KNOWLEDGE,
            new Anaesthetic(
                "a",
                "a",
                "a",
                List.of(),
                min,
                min + more,
                "",
                List.of(),
                List.of(),
                Grade.A,
                null));
    Duration on = Duration.ofSeconds(seconds);

    assertThat(timer.at(on.plusSeconds(1)).state()).isGreaterThanOrEqualTo(timer.at(on).state());
    assertThat(timer.longest()).isLessThanOrEqualTo(Duration.ofMinutes(Math.min(30, min + more)));
    assertThat(timer.earliestCheck()).isLessThanOrEqualTo(timer.usualFrom());
    assertThat(timer.usualFrom()).isLessThanOrEqualTo(timer.longest());
  }
}
