package org.percuta.clinic.courses;

/** What a later feature adds to the page of a course. Called within the clinic's transaction. */
public interface CoursePanel {

  Panel of(PatientCourse course);

  /**
   * A part of the page.
   *
   * @param isWide stands below the sessions, for clinical staff; otherwise a card beside them, for
   *     all who see the course
   * @param words may be empty
   * @param address where {@code action} leads
   * @param more a page whose element {@code .panel-part} is fetched into the panel once the course
   *     is shown, since it takes its time; empty when there is none
   * @param moreAction what leads there without JavaScript
   */
  record Panel(
      boolean isWide,
      String title,
      String words,
      String address,
      String action,
      String more,
      String moreAction) {

    public static Panel card(String title, String words, String address, String action) {
      return new Panel(false, title, words, address, action, "", "");
    }
  }
}
