package org.percuta.clinic.dose;

import static org.percuta.clinic.dose.DoseWords.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.screening.GoalNames;
import org.percuta.planning.DoseAnswer;
import org.percuta.planning.DosePlanner;
import org.percuta.planning.DoseQuestion;
import org.percuta.planning.SkinPerson;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.Spread;
import org.percuta.skin.healing.Band;
import org.percuta.skin.healing.Projection;
import org.percuta.skin.picture.HealingTimeline;
import org.springframework.stereotype.Component;

/** Draws how courses heal, by the model; outside any transaction. */
@Component
class HealingPages {

  private static final int[] HOURS = {0, 6, 12, 24, 36, 48, 72, 120, 168, 240, 336};
  private static final int[] MONTHS = {1, 2, 3, 4, 5, 6, 9, 12, 15, 18};
  private static final double DAYS_A_MONTH = 30.44;
  private static final double PERCENT = 100;
  private static final int ID_CHARS = 12;

  private final SkinModel model;

  HealingPages(SkinModel model) {
    this.model = model;
  }

  /** The dates the model is run for: every session that is not left out. */
  static List<LocalDate> dates(PatientCourse course) {
    return course.sessions().stream()
        .filter(one -> one.state() != CourseSession.State.LEFT_OUT)
        .map(CourseSession::planned)
        .sorted()
        .toList();
  }

  /** A course with its picture, or with the reason why it has none. */
  HealingView.Timeline timeline(
      DosePlanner planner, PatientCourse course, SkinPerson person, @Nullable KeptSetting kept) {
    GoalNames names = new GoalNames(planner.knowledge());
    if (kept == null) {
      return timeline(
          names,
          course,
          person,
          "",
          "No setting has been kept for this course yet. Try one on the dose page and keep it.",
          false,
          null);
    }
    DoseQuestion question = kept.question(course.goal().concern(), person);
    return switch (planner.dose(question)) {
      case DoseAnswer.Refused _ ->
          timeline(
              names,
              course,
              person,
              "",
              "The protocol refuses the setting that was kept for this course, so nothing is drawn"
                  + " for it. Choose another on the dose page.",
              true,
              null);
      case DoseAnswer.Impossible(List<SkinFinding> findings) ->
          timeline(names, course, person, "", cannot(findings), false, null);
      case DoseAnswer.Allowed allowed -> drawn(names, course, person, allowed, kept);
    };
  }

  private HealingView.Timeline drawn(
      GoalNames names,
      PatientCourse course,
      SkinPerson person,
      DoseAnswer.Allowed allowed,
      KeptSetting kept) {
    String setting =
        DoseWords.setting(
                allowed.asked(), allowed.dose().best().setting().device(), names.site(kept.site()))
            + ", kept by "
            + kept.by();
    List<LocalDate> dates = dates(course);
    if (dates.isEmpty()) {
      return timeline(
          names, course, person, setting, "The course has no session that counts.", false, null);
    }
    return switch (model.project(allowed, dates)) {
      case Checked.Valid<Projection>(Projection projection) ->
          timeline(names, course, person, setting, "", false, drawn(projection, id(course), dates));
      case Checked.Invalid<Projection>(List<SkinFinding> findings) ->
          timeline(names, course, person, setting, cannot(findings), false, null);
    };
  }

  private HealingView.Timeline timeline(
      GoalNames names,
      PatientCourse course,
      SkinPerson person,
      String setting,
      String problem,
      boolean refused,
      HealingView.@Nullable Drawn drawn) {
    return new HealingView.Timeline(
        id(course),
        names.words(course.goal()),
        "/patients/" + course.patient() + "/courses/" + course.id(),
        setting,
        sessions(course),
        DoseWords.person(person),
        problem,
        refused,
        drawn);
  }

  private static String id(PatientCourse course) {
    String id = course.id().toString().replace("-", "");
    return "c" + id.substring(id.length() - ID_CHARS);
  }

  private static String cannot(List<SkinFinding> findings) {
    StringBuilder words = new StringBuilder("The model cannot answer.");
    for (SkinFinding finding : findings) {
      words
          .append(' ')
          .append(DoseWords.capital(finding.subject()))
          .append(": ")
          .append(finding.message());
    }
    return words.toString();
  }

  private static String sessions(PatientCourse course) {
    List<LocalDate> dates = dates(course);
    if (dates.isEmpty()) {
      return "No session counts.";
    }
    long optional =
        course.sessions().stream()
            .filter(one -> one.optional() && one.state() == CourseSession.State.PLANNED)
            .count();
    return (dates.size() == 1 ? "1 session, on " : dates.size() + " sessions, the first on ")
        + Dates.day(dates.getFirst())
        + (dates.size() == 1 ? "" : ", the last on " + Dates.day(dates.getLast()))
        + (optional == 0
            ? "."
            : optional == 1
                ? "; the optional one is counted."
                : "; the " + optional + " optional ones are counted.");
  }

  private static HealingView.Drawn drawn(Projection projection, String id, List<LocalDate> dates) {
    List<HealingView.Row> redness = new ArrayList<>();
    List<HealingView.Row> barrier = new ArrayList<>();
    for (int hour : HOURS) {
      redness.add(
          row(hours(hour), projection.best().redness(), projection.redness(), hour, 0, "%.0f"));
      barrier.add(
          row(hours(hour), projection.best().barrier(), projection.barrier(), hour, 0, "%.1f"));
    }
    List<HealingView.Row> collagen = new ArrayList<>();
    for (int month : MONTHS) {
      int day = (int) Math.round(month * DAYS_A_MONTH);
      collagen.add(
          row(
              month
                  + (month == 1 ? " month, " : " months, ")
                  + Dates.day(dates.getFirst().plusDays(day)),
              projection.best().collagen(),
              projection.collagen(),
              day,
              1,
              "%+.0f"));
    }
    return new HealingView.Drawn(
        HealingTimeline.panels(projection, id), sentences(projection), redness, barrier, collagen);
  }

  private static String hours(int hour) {
    return hour < 48 || hour % 24 != 0 ? hour + " h" : hour / 24 + " days";
  }

  private static HealingView.Row row(
      String when, double[] best, Band band, int at, double baseline, String format) {
    return new HealingView.Row(
        when,
        say(format, PERCENT * (best[at] - baseline)) + " %",
        span(band.p25()[at] - baseline, band.p75()[at] - baseline, format),
        span(band.p05()[at] - baseline, band.p95()[at] - baseline, format));
  }

  private static String span(double low, double high, String format) {
    return say(format, PERCENT * low) + " to " + say(format, PERCENT * high) + " %";
  }

  private static List<String> sentences(Projection projection) {
    double[] best = projection.best().collagen();
    int day = 0;
    for (int i = 0; i < best.length; i++) {
      day = best[i] > best[day] ? i : day;
    }
    return List.of(
        "Redness is below a tenth of full after " + time(projection.rednessGone_h()) + " hours.",
        "Nine tenths of the opening are closed again after "
            + time(projection.barrierBack_h())
            + " hours.",
        say(
            "Collagen is highest %.0f months after the first session, at %+.0f %% against its baseline"
                + " (%+.0f to %+.0f %%).",
            day / DAYS_A_MONTH,
            PERCENT * (best[day] - 1),
            PERCENT * (projection.collagen().p05()[day] - 1),
            PERCENT * (projection.collagen().p95()[day] - 1)));
  }

  private static String time(Spread hours) {
    return say("%.0f (%.0f to %.0f)", hours.mean(), hours.p05(), hours.p95());
  }
}
