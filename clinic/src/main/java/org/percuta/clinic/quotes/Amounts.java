package org.percuta.clinic.quotes;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.percuta.clinic.platform.web.Form;

/** Reads sums, percentages and counts from forms, without a step through binary fractions. */
final class Amounts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  /** A sum of money, or empty when nothing was typed or, with a fault, when it is none. */
  static Optional<Money> money(Form form, String field, Currency currency) {
    String text = form.value(field).strip().replace(',', '.');
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,9}(\\.\\d+)?") || text.length() > 14) {
      form.reject(
          field,
          "'"
              + form.value(field).strip()
              + "' is not an amount. Write it without a currency sign and without a separator of"
              + " thousands, for example 1250.00.");
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(text);
    if (amount.scale() > Money.digits(currency)) {
      form.reject(
          field,
          currency.getCurrencyCode()
              + " is counted with "
              + Money.digits(currency)
              + " digits after the point; "
              + text
              + " has "
              + amount.scale()
              + ".");
      return Optional.empty();
    }
    return Optional.of(Money.of(amount, currency));
  }

  /** A percentage above 0 and below 100, or empty. */
  static Optional<BigDecimal> percent(Form form, String field) {
    String text = form.value(field).strip().replace(',', '.').replaceFirst("\\s*%$", "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("\\d{1,2}(\\.\\d{1,2})?")) {
      BigDecimal percent = new BigDecimal(text);
      if (percent.signum() > 0 && percent.compareTo(HUNDRED) < 0) {
        return Optional.of(percent);
      }
    }
    form.reject(
        field,
        "'"
            + form.value(field).strip()
            + "' is not a percentage above 0 and below 100, such as 10.");
    return Optional.empty();
  }

  /** A whole number within a range, or empty. */
  static Optional<Integer> count(Form form, String field, int least, int most) {
    String text = form.value(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("\\d{1,4}")) {
      int count = Integer.parseInt(text);
      if (count >= least && count <= most) {
        return Optional.of(count);
      }
    }
    form.reject(field, "'" + text + "' is not a whole number from " + least + " to " + most + ".");
    return Optional.empty();
  }
}
