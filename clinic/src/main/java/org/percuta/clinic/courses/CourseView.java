package org.percuta.clinic.courses;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.VerdictCard;

/** What the pages of courses show. */
final class CourseView {

  private CourseView() {}

  /** One course in the list. */
  record Line(UUID id, String goal, String state, String tag, String sessions, String next) {}

  /**
   * @param refused the verdict that left no date, when one was asked for in vain
   */
  record ListView(
      PatientBanner banner,
      List<Line> lines,
      Form form,
      Map<String, String> concerns,
      Map<String, String> sites,
      @Nullable VerdictCard refused,
      String because) {}

  /** One session in the table. */
  record Session(
      int number,
      boolean optional,
      String date,
      String window,
      boolean late,
      boolean passed,
      String state,
      String outcome,
      String tag,
      String reasons,
      boolean movable,
      boolean leaveable,
      boolean leftOut,
      List<SessionNotes.Note> notes,
      String book) {}

  /** A step that can be taken now. */
  record Button(CourseState.Step step, String words) {}

  /** A line of the course's calendar. */
  record Entry(String when, String phase, String kind, String text) {}

  record Step(String when, String what, String by, String reason) {}

  /** Whether a session may start, as far as consent goes. */
  record Consent(boolean open, String words, String address) {}

  record CoursePage(
      PatientBanner banner,
      UUID id,
      int version,
      String goal,
      String state,
      String tag,
      String since,
      VerdictCard card,
      List<Session> sessions,
      int toHold,
      List<Button> buttons,
      boolean stoppable,
      Form form,
      String knowledge,
      List<Entry> calendar,
      List<Step> steps,
      String note,
      Consent consent,
      List<CoursePanel.Panel> panels) {

    String address() {
      return "/patients/" + banner.id() + "/courses/" + id;
    }
  }

  record MovePage(
      PatientBanner banner,
      UUID id,
      int version,
      String goal,
      int number,
      String date,
      String window,
      Form form,
      @Nullable VerdictCard card) {

    String address() {
      return "/patients/" + banner.id() + "/courses/" + id;
    }
  }

  static String tag(CourseState state) {
    return switch (state) {
      case CourseState.Draft _, CourseState.Offered _ -> "slate";
      case CourseState.Accepted _, CourseState.Running _, CourseState.Completed _ -> "sage";
      case CourseState.Stopped _ -> "brick";
    };
  }
}
