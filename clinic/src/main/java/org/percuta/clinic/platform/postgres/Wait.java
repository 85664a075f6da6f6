package org.percuta.clinic.platform.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded polling, for what the system gives no event for. */
final class Wait {

  private static final long STEP_NS = Duration.ofMillis(10).toNanos();

  private Wait() {}

  static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(STEP_NS);
    }
    return true;
  }
}
