package org.percuta.clinic.courses;

/**
 * What a later feature says about a whole course, beside it. Called within the clinic's
 * transaction.
 */
public interface CourseAside {

  /**
   * @param action what the link to {@code address} says
   */
  record Aside(String title, String words, String address, String action) {}

  Aside of(PatientCourse course);
}
