package org.percuta.protocol.plan;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic asks for one session.
 *
 * @param concern concern id it is for; any when absent
 * @param site site id it is for, with its parts; any when absent
 * @param amount price of one session, not negative
 * @param currency ISO 4217 code, for example {@code EUR}; never converted
 * @param packageDiscount fraction taken off when the whole course is bought together, from 0 to
 *     below 1; no package when absent
 */
public record ClinicPrice(
    @Nullable String concern,
    @Nullable String site,
    BigDecimal amount,
    String currency,
    @Nullable BigDecimal packageDiscount) {

  /**
   * @throws IllegalArgumentException with the value when one is out of range
   */
  public ClinicPrice {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("A price of " + amount + " is below 0.");
    }
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      throw new IllegalArgumentException(
          "'" + currency + "' is not an ISO 4217 currency. Maybe EUR or USD?");
    }
    if (packageDiscount != null
        && (packageDiscount.signum() < 0 || packageDiscount.compareTo(BigDecimal.ONE) >= 0)) {
      throw new IllegalArgumentException(
          "A package discount of "
              + packageDiscount
              + " is outside 0 to 1. Maybe "
              + packageDiscount.movePointLeft(2).stripTrailingZeros().toPlainString()
              + ", as a fraction?");
    }
  }

  public static ClinicPrice of(String concern, String site, String amount, String currency) {
    return new ClinicPrice(concern, site, new BigDecimal(amount), currency, null);
  }

  public ClinicPrice discounted(String fraction) {
    return new ClinicPrice(concern, site, amount, currency, new BigDecimal(fraction));
  }
}
