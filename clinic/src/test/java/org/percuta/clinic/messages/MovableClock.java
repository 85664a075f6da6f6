package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.percuta.clinic.testing.RunningClinic;

/** A clock that a test sets. */
final class MovableClock extends Clock {

  static final Instant NOON = Instant.parse(RunningClinic.TODAY + "T11:00:00Z");

  static final MovableClock ONE = new MovableClock();

  private volatile Instant now = NOON;

  static void set(Instant moment) {
    ONE.now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
