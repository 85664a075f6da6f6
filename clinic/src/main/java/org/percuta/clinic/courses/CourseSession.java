package org.percuta.clinic.courses;

import java.time.LocalDate;
import org.percuta.protocol.evaluate.Outcome;

/**
 * One session of a stored course.
 *
 * @param number from 1
 * @param optional only if the review of the one before asks for it
 * @param planned the date it is planned for, or was held on
 * @param earliest first date of its window
 * @param latest last date of its window
 * @param outcome the verdict as of {@code planned}, when it was last screened
 * @param reasons titles of what stood behind that verdict
 */
public record CourseSession(
    int number,
    boolean optional,
    LocalDate planned,
    LocalDate earliest,
    LocalDate latest,
    State state,
    Outcome outcome,
    String reasons) {

  /** What became of it. */
  public enum State {
    PLANNED("Planned"),
    HELD("Held"),
    LEFT_OUT("Left out");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** The same session, no longer waiting for a review. */
  public CourseSession required() {
    return new CourseSession(number, false, planned, earliest, latest, state, outcome, reasons);
  }

  public boolean isPlanned() {
    return state == State.PLANNED;
  }

  /** Past its target window, because nothing in it was permitted. */
  public boolean isLate() {
    return state == State.PLANNED && planned.isAfter(latest);
  }

  CourseSession with(State other) {
    return new CourseSession(number, optional, planned, earliest, latest, other, outcome, reasons);
  }

  CourseSession at(SessionDates.Placed place) {
    // A session that had to go past its window has its own date as the end of it.
    LocalDate end = place.latest().isBefore(place.earliest()) ? place.earliest() : place.latest();
    return new CourseSession(
        number, optional, place.date(), place.earliest(), end, state, outcome, reasons);
  }
}
