package org.percuta.protocol.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A closed range of money, rounded to what the currency counts in. Its ends are two figures, never
 * one figure and its error: nothing between them is more likely.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 * @param currency ISO 4217 code
 */
public record MoneyRange(BigDecimal low, BigDecimal high, String currency) {

  public MoneyRange {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "A range from " + low + " to " + high + " " + currency + " runs backwards.");
    }
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    low = low.setScale(digits, RoundingMode.HALF_UP);
    high = high.setScale(digits, RoundingMode.HALF_UP);
  }

  MoneyRange times(int fewest, int most) {
    return new MoneyRange(
        low.multiply(BigDecimal.valueOf(fewest)),
        high.multiply(BigDecimal.valueOf(most)),
        currency);
  }

  MoneyRange less(BigDecimal fraction) {
    BigDecimal rest = BigDecimal.ONE.subtract(fraction);
    return new MoneyRange(low.multiply(rest), high.multiply(rest), currency);
  }

  /** The range that holds both; the same currency on both sides. */
  MoneyRange span(MoneyRange other) {
    return new MoneyRange(low.min(other.low), high.max(other.high), currency);
  }
}
