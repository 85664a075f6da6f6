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

  /** The one that ends first; a date counts before what has none. */
  static Until sooner(Until a, Until b) {
    if (a instanceof Date(LocalDate x) && b instanceof Date(LocalDate y)) {
      return x.isBefore(y) ? a : b;
    }
    return rank(a) <= rank(b) ? a : b;
  }

  /** The one that ends last. */
  static Until later(Until a, Until b) {
    if (a instanceof Date(LocalDate x) && b instanceof Date(LocalDate y)) {
      return x.isBefore(y) ? b : a;
    }
    return rank(a) >= rank(b) ? a : b;
  }

  private static int rank(Until until) {
    return switch (until) {
      case Date date -> 0;
      case Resolved resolved -> 1;
      case Never never -> 2;
    };
  }
}
