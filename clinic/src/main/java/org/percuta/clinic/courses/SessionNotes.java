package org.percuta.clinic.courses;

import java.util.List;

/**
 * What a later feature says beside the sessions of a course. Called within the clinic's
 * transaction.
 */
public interface SessionNotes {

  /**
   * @param number of the session
   * @param address where the words lead
   * @param warning whether it needs somebody's attention
   */
  record Note(int number, String words, String address, boolean warning) {}

  List<Note> of(PatientCourse course);

  /** Where a session of this course is booked; empty when this feature books none. */
  default String bookAddress(PatientCourse course, int number) {
    return "";
  }
}
