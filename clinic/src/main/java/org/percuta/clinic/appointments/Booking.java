package org.percuta.clinic.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when something is booked or moved.
 *
 * @param course of a session; absent for others
 */
public record Booking(
    UUID patient,
    Appointment.Kind kind,
    @Nullable UUID course,
    int sessionNumber,
    LocalDate day,
    LocalTime time,
    UUID practitioner,
    UUID room,
    @Nullable UUID device,
    VisitLength length,
    String note) {

  /** In the hour that a change of clocks leaves out, the later time is meant. */
  Instant start(ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  Instant end(ZoneId zone) {
    return start(zone).plusSeconds(length.minutes() * 60L);
  }
}
