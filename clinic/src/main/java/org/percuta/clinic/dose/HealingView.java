package org.percuta.clinic.dose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.skin.picture.HealingTimeline;

/** What the healing pages show. */
final class HealingView {

  private HealingView() {}

  /** A course's own page. */
  record CoursePage(PatientBanner banner, Timeline timeline) {}

  /**
   * A patient's page.
   *
   * @param more open courses beyond those that are drawn
   */
  record PatientPage(PatientBanner banner, List<Timeline> timelines, List<Timeline> more) {}

  /**
   * One course.
   *
   * @param id unique on the page
   * @param setting what it is drawn for; empty when nothing was kept
   * @param problem why there is no picture; empty when there is one
   * @param refused whether the protocol is why
   */
  record Timeline(
      String id,
      String goal,
      String address,
      String setting,
      String sessions,
      List<String> person,
      String problem,
      boolean refused,
      @Nullable Drawn drawn) {}

  /** The pictures with their tables. */
  record Drawn(
      HealingTimeline.Panels panels,
      List<String> sentences,
      List<Row> redness,
      List<Row> barrier,
      List<Row> collagen) {}

  /** A time with the best estimate and both bands. */
  record Row(String when, String best, String half, String most) {}
}
