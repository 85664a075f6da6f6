package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.PlannedSession;

/**
 * A course drawn from top to bottom, days to scale. Positions are units of the picture, which is
 * {@value #WIDTH} wide.
 *
 * @param months first days of the months it spans, for the scale at the left
 */
record Timeline(int height, List<Month> months, List<Stop> stops) {

  static final int WIDTH = 380;
  static final int AXIS = 92;

  private static final int TOP = 26;
  private static final int BOTTOM = 52;
  private static final int LEAST_GAP = 74;
  private static final int MOST_DRAWN = 620;
  private static final int SCALE_GAP = 26;

  /** A month's beginning on the scale. */
  record Month(int y, String label) {}

  /**
   * Something on the line.
   *
   * @param kind {@code session}, {@code optional}, {@code today} or {@code result}
   * @param windowTo end of the target window; the same as {@code y} without one
   */
  record Stop(int y, int windowTo, String kind, String title, String detail, String until) {}

  private record Mark(
      LocalDate date, LocalDate to, String kind, String title, String detail, String until) {}

  static Timeline of(CoursePlan plan) {
    List<Mark> marks = marks(plan);
    if (marks.size() < 2) {
      return new Timeline(0, List.of(), List.of());
    }
    LocalDate start = marks.getFirst().date();
    LocalDate end = marks.getLast().date();
    double perDay = scale(marks, Math.max(1, ChronoUnit.DAYS.between(start, end)));
    List<Stop> stops = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (Mark mark : marks) {
      int y = Math.max(at(start, mark.date(), perDay), last + LEAST_GAP);
      int window = y + (int) Math.round(ChronoUnit.DAYS.between(mark.date(), mark.to()) * perDay);
      stops.add(new Stop(y, window, mark.kind(), mark.title(), mark.detail(), mark.until()));
      last = y;
    }
    return new Timeline(last + BOTTOM, months(marks, stops), stops);
  }

  private static List<Mark> marks(CoursePlan plan) {
    List<Mark> marks = new ArrayList<>();
    LocalDate asked = plan.course().asked();
    boolean waits =
        !plan.course().sessions().isEmpty()
            && plan.course().sessions().getFirst().date().isAfter(asked);
    if (waits) {
      marks.add(new Mark(asked, asked, "today", "Today", Dates.day(asked), ""));
    }
    for (PlannedSession session : plan.course().sessions()) {
      marks.add(
          new Mark(
              session.date(),
              session.latest(),
              session.optional() ? "optional" : "session",
              "Session " + session.number() + (session.optional() ? ", if the review asks" : ""),
              Dates.day(session.date()),
              session.latest().isAfter(session.date())
                  ? "or until " + Dates.day(session.latest())
                  : ""));
    }
    if (!marks.isEmpty()) {
      LocalDate after = marks.getLast().date();
      plan.calendar().stream()
          .filter(entry -> entry.phase() == Phase.RESULTS && entry.date().isAfter(after))
          .map(CalendarEntry::date)
          .findFirst()
          .ifPresent(date ->
              marks.add(
                  new Mark(
                      date,
                      date,
                      "result",
                      "Time to judge the result",
                      "from " + Dates.day(date),
                      "")));
    }
    return marks;
  }

  /** So many units a day that the closest two stay readable, within what fits a screen or two. */
  private static double scale(List<Mark> marks, long days) {
    long closest = days;
    for (int i = 1; i < marks.size(); i++) {
      closest =
          Math.min(
              closest,
              Math.max(7, ChronoUnit.DAYS.between(marks.get(i - 1).date(), marks.get(i).date())));
    }
    return Math.min((double) LEAST_GAP / closest, (double) MOST_DRAWN / days);
  }

  private static int at(LocalDate start, LocalDate date, double perDay) {
    return TOP + (int) Math.round(ChronoUnit.DAYS.between(start, date) * perDay);
  }

  /** The scale follows the stops, which may be moved apart to stay readable. */
  private static List<Month> months(List<Mark> marks, List<Stop> stops) {
    List<Month> months = new ArrayList<>();
    YearMonth shown = null;
    int last = Integer.MIN_VALUE / 2;
    for (int i = 0; i < marks.size(); i++) {
      YearMonth month = YearMonth.from(marks.get(i).date());
      if (!month.equals(shown) && stops.get(i).y() - last >= SCALE_GAP) {
        String name = Dates.month(month);
        months.add(
            new Month(stops.get(i).y(), name.substring(0, 3) + name.substring(name.length() - 5)));
        last = stops.get(i).y();
      }
      shown = month;
    }
    return months;
  }
}
