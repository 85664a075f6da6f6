package org.percuta.clinic.quotes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount in the smallest coin its currency counts in, so that a sum is exact. Where a share does
 * not come out even it is rounded half up, here and nowhere else.
 *
 * @param minor for example cents; yen have none, so one yen is 1
 */
record Money(long minor, Currency currency) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** Rounded half up to what the currency counts in. */
  static Money of(BigDecimal amount, Currency currency) {
    return new Money(
        amount.movePointRight(digits(currency)).setScale(0, RoundingMode.HALF_UP).longValueExact(),
        currency);
  }

  /** The currency of an ISO 4217 code, if money is counted in it; gold and test codes are not. */
  static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .findFirst();
  }

  static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  BigDecimal amount() {
    return BigDecimal.valueOf(minor, digits(currency));
  }

  Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Adding " + other.words() + " to " + words() + " would need a rate of exchange.");
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  Money times(int count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  /** So many per cent of it. */
  Money share(BigDecimal percent) {
    return of(amount().multiply(percent).divide(HUNDRED), currency);
  }

  /** What part of it is a tax of so many per cent that it already contains. */
  Money contained(BigDecimal percent) {
    return new Money(
        BigDecimal.valueOf(minor)
            .multiply(percent)
            .divide(HUNDRED.add(percent), 0, RoundingMode.HALF_UP)
            .longValueExact(),
        currency);
  }

  Money least(Money other) {
    return minor <= other.minor ? this : other;
  }

  boolean isZero() {
    return minor == 0;
  }

  /** For example {@code 1,250.00 EUR}. */
  String words() {
    return String.format(
        Locale.ENGLISH, "%,." + digits(currency) + "f %s", amount(), currency.getCurrencyCode());
  }
}
