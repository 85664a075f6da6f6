package org.percuta.clinic.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One appointment as stored, with the names of who and what it binds.
 *
 * @param course of a session; absent for others
 * @param sessionNumber of a session; 0 for others
 * @param planned where the course now has the session; absent for others
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

    /** What it can become. */
    java.util.List<State> next() {
      return switch (this) {
        case BOOKED -> java.util.List.of(ARRIVED, MISSED, CANCELLED);
        case ARRIVED -> java.util.List.of(DONE, BOOKED);
        case DONE, MISSED, CANCELLED -> java.util.List.of();
      };
    }
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
    return planned != null && state == State.BOOKED && !planned.equals(day(zone));
  }
}
