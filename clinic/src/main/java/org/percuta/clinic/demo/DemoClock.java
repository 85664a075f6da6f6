package org.percuta.clinic.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.settings.DemoSettings;
import org.springframework.context.annotation.Primary;

/**
 * The clock of a demonstration. While its past is being played, the thread that plays it reads the
 * moment it plays; everybody else, and afterwards everybody, reads now.
 */
@DemoComponent
@Primary
class DemoClock extends Clock {

  private static final ScopedValue<Instant> PLAYED = ScopedValue.newInstance();

  private final @Nullable Instant stopped;

  DemoClock(DemoSettings settings) {
    this.stopped = settings.at();
  }

  <T> T playAt(Instant moment, Supplier<T> work) {
    return ScopedValue.where(PLAYED, moment).call(work::get);
  }

  @Override
  public Instant instant() {
    if (PLAYED.isBound()) {
      return PLAYED.get();
    }
    return stopped == null ? Instant.now() : stopped;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Dates are meant in the clinic's zone.");
  }
}
