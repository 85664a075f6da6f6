package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of a patient's day in which messages go out; a clinic setting. Times are meant where the
 * patient is, so a change of the clocks moves the instant and not the hour.
 *
 * @param from first minute
 * @param until first minute it is too late
 * @param version 0 until the clinic has set its own
 */
record SendingHours(LocalTime from, LocalTime until, int version) {

  /** No source gives these; a clinic may set its own. */
  static final SendingHours USUAL = new SendingHours(LocalTime.of(9, 0), LocalTime.of(20, 0), 0);

  /** The first moment of sending on a day. An hour the clocks skip is taken as the one after it. */
  Instant on(LocalDate day, ZoneId zone) {
    return ZonedDateTime.of(day, from, zone).toInstant();
  }

  boolean isOpen(Instant moment, ZoneId zone) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    return !time.isBefore(from) && time.isBefore(until);
  }

  /** The moment itself when sending is open, otherwise the next opening. */
  Instant next(Instant moment, ZoneId zone) {
    if (isOpen(moment, zone)) {
      return moment;
    }
    LocalDate day = moment.atZone(zone).toLocalDate();
    Instant today = on(day, zone);
    return today.isAfter(moment) ? today : on(day.plusDays(1), zone);
  }
}
