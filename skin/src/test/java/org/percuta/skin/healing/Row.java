package org.percuta.skin.healing;

import java.util.Locale;

/**
 * One line of the validation table.
 *
 * @param half whether the row was used to set parameters
 * @param what is compared, and in whom
 * @param source where the published figure was read
 * @param rule when the row passes, written before it was run
 */
record Row(
    Half half,
    String what,
    String published,
    String ours,
    String rule,
    Result result,
    String source) {

  enum Half {
    CALIBRATION,
    HELD_OUT
  }

  enum Result {
    PASS,
    FAIL,
    /** Sources disagree with each other, so no sign can be right. */
    SOURCES_DISAGREE,
    /** The model has no such quantity. */
    NOT_MODELLED
  }

  String markdown() {
    return "| "
        + String.join(
            " | ",
            half == Half.CALIBRATION ? "calibration" : "held-out",
            what,
            published,
            ours,
            rule,
            switch (result) {
              case PASS -> "pass";
              case FAIL -> "**fail**";
              case SOURCES_DISAGREE -> "sources disagree";
              case NOT_MODELLED -> "not modelled";
            },
            source)
        + " |";
  }

  static Result of(boolean passed) {
    return passed ? Result.PASS : Result.FAIL;
  }

  static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
