package org.percuta.protocol.evaluate;

import java.time.LocalDate;

/** When a reason ends. */
public sealed interface Until {

  /** It no longer stands on this date. */
  record Date(LocalDate date) implements Until {}

  /** Once what it names is resolved; the facts give no date. */
  record Resolved() implements Until {}

  /** It has no end of its own. */
  record Never() implements Until {}
}
