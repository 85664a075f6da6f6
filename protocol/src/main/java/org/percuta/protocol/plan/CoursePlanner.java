package org.percuta.protocol.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.Interval;
import org.percuta.quantity.PartialDate;

/**
 * Dates the sessions of a course, each screened as of its own date.
 *
 * <p>The first is on the first permitted date, each next on the first permitted date from the
 * shortest interval after the one before it (conflict C40). The fewest sessions of the concern's
 * course are planned, those up to its most are optional, and none ever goes past that (C42).
 */
public final class CoursePlanner {

  /** The fact that a planned session becomes for the next one. */
  static final String NEEDLED = "microneedling";

  /**
   * House setting: the longest wait between two sessions that is still the same course. Where a
   * clinic has none, a session is never moved past its target window.
   */
  static final String LONGEST_GAP = "course-longest-gap";

  private final Knowledge knowledge;
  private final Screening screening;

  CoursePlanner(Knowledge knowledge, Screening screening) {
    this.knowledge = knowledge;
    this.screening = screening;
  }

  public static CoursePlanner of(Knowledge knowledge) {
    return new CoursePlanner(knowledge, new Screening(knowledge));
  }

  /** The course from the first permitted date on or after {@code on}. */
  public Course plan(PatientRecord record, Goal goal, LocalDate on) {
    Verdict asked = screening.screen(record, goal, on);
    CourseTemplate template = findTemplate(goal.concern()).orElse(null);
    if (template == null) {
      return new Course(
          goal,
          on,
          asked,
          null,
          List.of(),
          new Course.Stop(
              1,
              "No course is described for " + goal.concern() + ": the clinician plans it.",
              null));
    }
    Optional<LocalDate> first = screening.findFirstPermitted(record, goal, on);
    if (first.isEmpty()) {
      return new Course(
          goal, on, asked, template, List.of(), new Course.Stop(1, undecided(asked), asked));
    }
    List<PlannedSession> sessions = new ArrayList<>();
    sessions.add(
        new PlannedSession(
            1,
            template.sessionsLow() < 1,
            first.get(),
            first.get(),
            first.get(),
            false,
            screening.screen(record, goal, first.get())));
    Course.Stop stop = null;
    while (stop == null && sessions.size() < template.sessionsHigh()) {
      stop = addNext(record, goal, template, sessions);
    }
    return new Course(goal, on, asked, template, sessions, stop);
  }

  /** Adds the next session, or says why there is none. */
  private Course.@Nullable Stop addNext(
      PatientRecord record, Goal goal, CourseTemplate template, List<PlannedSession> sessions) {
    LocalDate before = sessions.getLast().date();
    int number = sessions.size() + 1;
    LocalDate earliest = template.floor().after(before);
    LocalDate latest = later(earliest, template.target().after(before));
    PatientRecord needled =
        record.plus(
            FactStatement.answered(NEEDLED, Answer.YES)
                .at(goal.site())
                .lastOn(PartialDate.of(before)));
    Optional<LocalDate> date = screening.findFirstPermitted(needled, goal, earliest);
    if (date.isEmpty()) {
      Verdict verdict = screening.screen(needled, goal, earliest);
      return new Course.Stop(number, undecided(verdict), verdict);
    }
    LocalDate last = later(latest, longestGap().map(gap -> gap.after(before)).orElse(latest));
    if (date.get().isAfter(last)) {
      return new Course.Stop(
          number,
          "The first date on which session "
              + number
              + " is permitted, "
              + date.get()
              + ", is too long after the one before it: it starts a new course after a review.",
          screening.screen(needled, goal, earliest));
    }
    sessions.add(
        new PlannedSession(
            number,
            number > template.sessionsLow(),
            date.get(),
            date.get(),
            later(latest, date.get()),
            date.get().isAfter(latest),
            screening.screen(needled, goal, date.get())));
    return null;
  }

  /**
   * The course of a concern. Where several speak of it the stricter reading rules: the longest
   * shortest interval, then the fewest sessions.
   */
  Optional<CourseTemplate> findTemplate(String concern) {
    return knowledge.courses().stream()
        .filter(template -> template.concerns().contains(concern))
        .min(
            Comparator.comparing(
                    (CourseTemplate template) -> template.floor().after(LocalDate.EPOCH),
                    Comparator.reverseOrder())
                .thenComparingInt(CourseTemplate::sessionsHigh)
                .thenComparing(CourseTemplate::id));
  }

  private Optional<Interval> longestGap() {
    return Optional.ofNullable(knowledge.settings().get(LONGEST_GAP)).flatMap(CoursePlanner::read);
  }

  private static Optional<Interval> read(HouseSetting setting) {
    return Interval.Unit.findByUcum(setting.unit())
        .map(unit -> new Interval((int) setting.value(), unit));
  }

  private static String undecided(Verdict verdict) {
    return switch (verdict.outcome()) {
      case REFUSED -> "On what is known it cannot be done.";
      case NEEDS_CLEARANCE -> "A named clinician has to clear it first.";
      case DEFERRED -> "It has to wait, and the facts give no date.";
      case CANNOT_TELL -> "Something is still to be answered first.";
      case PERMITTED, PERMITTED_WITH_LIMITS -> "No date is decided.";
    };
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? b : a;
  }
}
