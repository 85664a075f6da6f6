package org.percuta.clinic.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.knowledge.Dates;

/**
 * One appointment as stored, with the names of who and what it binds.
 *
 * @param course of a session; absent for others
 * @param sessionNumber of a session; 0 for others
 * @param planned where the course now has the session; absent for others
 * @param sessionState what became of the session; absent for others
 * @param courseEnd word for how its course ended; empty while it is open, and for others
 * @param end after numbing, needling and clearing away
 * @param outcome word of the verdict as of that day when it was booked; empty for others
 */
public record Appointment(
    UUID id,
    UUID patient,
    String patientName,
    Kind kind,
    @Nullable UUID course,
    int sessionNumber,
    @Nullable LocalDate planned,
    CourseSession.@Nullable State sessionState,
    String courseEnd,
    UUID practitioner,
    String practitionerName,
    UUID room,
    String roomName,
    @Nullable UUID device,
    String deviceName,
    Instant start,
    Instant end,
    VisitLength length,
    State state,
    String note,
    String outcome,
    int version) {

  /** What it is for. */
  public enum Kind {
    CONSULTATION("Consultation"),
    SESSION("Session"),
    REVIEW("Review");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** What became of it. */
  public enum State {
    BOOKED("Booked"),
    ARRIVED("Arrived"),
    DONE("Done"),
    MISSED("Missed"),
    CANCELLED("Cancelled");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** Whether it binds people and things. */
    boolean isLive() {
      return switch (this) {
        case BOOKED, ARRIVED, DONE -> true;
        case MISSED, CANCELLED -> false;
      };
    }

    /** What it can become on its day and after it. */
    List<State> next() {
      return switch (this) {
        case BOOKED -> List.of(ARRIVED, MISSED, CANCELLED);
        case ARRIVED -> List.of(DONE, BOOKED);
        case DONE, MISSED, CANCELLED -> List.of();
      };
    }
  }

  /** What it can become: before its day nobody can come or stay away. */
  List<State> next(LocalDate today, ZoneId zone) {
    return day(zone).isAfter(today)
        ? state.next().stream()
            .filter(one -> one == State.CANCELLED || one == State.BOOKED)
            .toList()
        : state.next();
  }

  public LocalDate day(ZoneId zone) {
    return start.atZone(zone).toLocalDate();
  }

  public LocalTime from(ZoneId zone) {
    return start.atZone(zone).toLocalTime();
  }

  public LocalTime to(ZoneId zone) {
    return end.atZone(zone).toLocalTime();
  }

  /** For example {@code Session 2}. */
  public String what() {
    return kind == Kind.SESSION ? kind.word() + " " + sessionNumber : kind.word();
  }

  /** True when the course's plan has the session on another day. */
  public boolean isElsewhereInPlan(ZoneId zone) {
    return planned != null
        && state == State.BOOKED
        && !planned.equals(day(zone))
        && findNeedless(zone).isEmpty();
  }

  /** Why a booking is for nothing: its session will not be held on it. Empty when it is not. */
  public Optional<String> findNeedless(ZoneId zone) {
    if (planned == null || state != State.BOOKED) {
      return Optional.empty();
    }
    if (sessionState == CourseSession.State.HELD) {
      return planned.equals(day(zone))
          ? Optional.empty()
          : Optional.of(what() + " was held on " + Dates.day(planned) + ".");
    }
    if (sessionState == CourseSession.State.LEFT_OUT) {
      return Optional.of(what() + " was left out of the course.");
    }
    return courseEnd.isEmpty() ? Optional.empty() : Optional.of("The course is " + courseEnd + ".");
  }
}
