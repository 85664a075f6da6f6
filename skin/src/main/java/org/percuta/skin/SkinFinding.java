package org.percuta.skin;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * An input the model cannot take, or a parameter that is absent.
 *
 * @param code stable code, {@code PX-0701}
 * @param subject the input, for example {@code depth}
 * @param message the value and the limit, as a sentence
 * @param hint a likely fix, beginning with "Maybe"; absent when there is none
 */
public record SkinFinding(String code, String subject, String message, @Nullable String hint) {

  /** A number that is negative, not finite, or past its limit. */
  public static SkinFinding outside(
      String subject, double value, String unit, double low, double high, @Nullable String hint) {
    return new SkinFinding(
        "PX-0701",
        subject,
        number(value)
            + " "
            + unit
            + " is outside "
            + number(low)
            + " to "
            + number(high)
            + " "
            + unit
            + ".",
        hint);
  }

  /** A number as people read it: no needless decimals. */
  static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  @Override
  public String toString() {
    return code + ": " + subject + ": " + message + (hint == null ? "" : " " + hint);
  }
}
