package org.percuta.clinic.courses;

/** What became of a change to a course. */
public sealed interface CourseChange {

  /** It is stored. */
  record Done() implements CourseChange {}

  /** It cannot be; in words. Nothing was stored. */
  record Refused(String why) implements CourseChange {}

  /** Another edit came first. Nothing was stored. */
  record Stale() implements CourseChange {}
}
