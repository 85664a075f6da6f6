package org.percuta.protocol.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.SiteMap;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Milestone;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Offset;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.RecoveryExpectation;

/**
 * The dated calendar around sessions: preparation, the sessions, aftercare, how healing goes,
 * results and maintenance.
 *
 * <p>It knows the phase (conflict C20): what belongs to maintenance never falls inside a healing
 * window, aftercare ends where the next session begins anew, and the preparation of a session
 * begins no earlier than the day after the one before it.
 */
public final class CourseCalendar {

  private final Knowledge knowledge;
  private final SiteMap sites;
  private final KnownFacts facts;
  private final Branches branches;
  private final Goal goal;

  private CourseCalendar(Knowledge knowledge, PatientRecord record, Goal goal) {
    this.knowledge = knowledge;
    this.sites = new SiteMap(knowledge.sites());
    this.facts = new KnownFacts(knowledge, record);
    this.branches = new Branches(facts);
    this.goal = goal;
  }

  /**
   * The calendar of the sessions that are planned. Sessions that wait for a review have no
   * preparation and no aftercare yet, only the day from which the review may ask for the first of
   * them.
   *
   * @return entries by date, then phase, then item
   */
  public static List<CalendarEntry> of(Knowledge knowledge, PatientRecord record, Course course) {
    CourseTemplate template = course.template();
    if (template == null || course.sessions().isEmpty()) {
      return List.of();
    }
    List<PlannedSession> planned = course.listPlanned();
    List<PlannedSession> counted = planned.isEmpty() ? course.sessions().subList(0, 1) : planned;
    CourseCalendar calendar = new CourseCalendar(knowledge, record, course.goal());
    List<CalendarEntry> entries = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      // Nothing is asked of the days before the plan was asked for.
      LocalDate before = i == 0 ? course.asked().minusDays(1) : counted.get(i - 1).date();
      LocalDate after = i + 1 == counted.size() ? null : counted.get(i + 1).date();
      entries.add(session(counted.get(i), template, course.sessions().size()));
      calendar.addAround(counted.get(i), before, after, entries);
    }
    course.listOptional().stream()
        .filter(session -> session.number() > counted.size())
        .findFirst()
        .ifPresent(session -> entries.add(review(session, template)));
    calendar.addAfterwards(counted, entries);
    entries.sort(CalendarEntry.IN_ORDER);
    return List.copyOf(entries);
  }

  private static CalendarEntry session(PlannedSession session, CourseTemplate template, int most) {
    String text =
        "Session "
            + session.number()
            + " of "
            + (most > template.sessionsLow() ? "up to " : "")
            + most
            + ".";
    return CalendarEntry.of(
        session.date(), session.date(), Phase.SESSION, Kind.DO, text, session.number(), template);
  }

  private static CalendarEntry review(PlannedSession session, CourseTemplate template) {
    return CalendarEntry.of(
        session.earliest(),
        session.latest(),
        Phase.SESSION,
        Kind.ASK,
        "Session " + session.number() + " only if the review asks for it.",
        session.number(),
        template);
  }

  private void addAround(
      PlannedSession session,
      @Nullable LocalDate before,
      @Nullable LocalDate after,
      List<CalendarEntry> entries) {
    for (CalendarItem item : knowledge.calendar()) {
      if (item.phase() != Phase.MAINTENANCE && isForSite(item) && branches.isShown(item)) {
        LocalDate from = item.from().from(session.date());
        Moment end = item.to();
        LocalDate to = end == null ? null : end.from(session.date());
        if (item.phase() == Phase.PREPARATION) {
          // Preparation without an end ends with the session it prepares.
          add(item, session, notBefore(from, before), to == null ? session.date() : to, entries);
        } else {
          add(item, session, from, endBefore(to, after), entries);
        }
      }
    }
    for (RecoveryExpectation expectation : knowledge.recovery()) {
      LocalDate from = session.date().plusDays(expectation.from().hours() / 24);
      LocalDate to =
          endBefore(session.date().plusDays(expectation.typicalTo().hours() / 24), after);
      if (to != null && !to.isBefore(from)) {
        entries.add(
            CalendarEntry.of(
                from,
                to,
                Phase.RECOVERY,
                Kind.EXPECT,
                expectation.text(),
                session.number(),
                expectation));
      }
    }
  }

  private void addAfterwards(List<PlannedSession> counted, List<CalendarEntry> entries) {
    PlannedSession last = counted.getLast();
    LocalDate healed = healed(last.date());
    for (CalendarItem item : knowledge.calendar()) {
      if (item.phase() == Phase.MAINTENANCE && isForSite(item) && branches.isShown(item)) {
        Moment end = item.to();
        add(
            item,
            last,
            later(item.from().from(last.date()), healed),
            end == null ? null : end.from(last.date()),
            entries);
      }
    }
    for (Milestone milestone : knowledge.milestones()) {
      if (isForFamily(milestone)) {
        addMilestone(milestone, anchor(milestone, counted), healed, entries);
      }
    }
  }

  /**
   * The day on which what is expected of healing should have gone: before it nothing of maintenance
   * stands (C19, C20).
   */
  private LocalDate healed(LocalDate session) {
    return knowledge.recovery().stream()
        .map(expectation -> expectation.upperTo().from(session))
        .reduce(session, CourseCalendar::later);
  }

  private static PlannedSession anchor(Milestone milestone, List<PlannedSession> counted) {
    return switch (milestone.anchor()) {
      case FIRST_SESSION -> counted.getFirst();
      case LAST_SESSION -> counted.getLast();
    };
  }

  private static void addMilestone(
      Milestone milestone, PlannedSession anchor, LocalDate healed, List<CalendarEntry> entries) {
    boolean maintenance = milestone.phase() == Phase.MAINTENANCE;
    LocalDate from = milestone.from().from(anchor.date());
    Offset end = milestone.to();
    LocalDate to = end == null ? null : end.from(anchor.date());
    LocalDate start = maintenance ? later(from, healed) : from;
    if (to == null || !to.isBefore(start)) {
      entries.add(
          CalendarEntry.of(
              start,
              to,
              milestone.phase(),
              maintenance ? Kind.ASK : Kind.EXPECT,
              milestone.text(),
              anchor.number(),
              milestone));
    }
  }

  private void add(
      CalendarItem item,
      PlannedSession session,
      LocalDate from,
      @Nullable LocalDate to,
      List<CalendarEntry> entries) {
    if (to == null || !to.isBefore(from)) {
      entries.add(
          CalendarEntry.of(
                  from,
                  to,
                  item.phase(),
                  branches.kind(item),
                  branches.text(item),
                  session.number(),
                  item)
              .untilHealed(item.untilHealed())
              .forSupply(item.supply()));
    }
  }

  private boolean isForSite(CalendarItem item) {
    return item.sites().isEmpty()
        || item.sites().stream().anyMatch(site -> sites.overlap(site, goal.site()));
  }

  private boolean isForFamily(Milestone milestone) {
    Concern concern = knowledge.concerns().get(goal.concern());
    return milestone.families().isEmpty()
        || concern == null
        || milestone.families().contains(concern.family());
  }

  /** The day after the session before, or {@code from} where that is later. */
  private static LocalDate notBefore(LocalDate from, @Nullable LocalDate before) {
    return before == null ? from : later(from, before.plusDays(1));
  }

  /** The day before the next session, or {@code to} where that is earlier. */
  private static @Nullable LocalDate endBefore(@Nullable LocalDate to, @Nullable LocalDate after) {
    if (after == null) {
      return to;
    }
    LocalDate end = after.minusDays(1);
    return to == null || to.isAfter(end) ? end : to;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? b : a;
  }
}
