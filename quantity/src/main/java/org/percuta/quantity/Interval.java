package org.percuta.quantity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A length of calendar time in one UCUM unit. Months and years are calendar months and years: a
 * month after 31 January is 28 or 29 February.
 *
 * @param amount how many, 0 to 10,000
 * @param unit the UCUM unit
 */
public record Interval(int amount, Unit unit) {

  /** The UCUM units of time this field writes. */
  public enum Unit {
    DAY("d", "day", ChronoUnit.DAYS),
    WEEK("wk", "week", ChronoUnit.WEEKS),
    MONTH("mo", "month", ChronoUnit.MONTHS),
    YEAR("a", "year", ChronoUnit.YEARS);

    private static final Map<String, Unit> BY_UCUM =
        Map.of("d", DAY, "wk", WEEK, "mo", MONTH, "a", YEAR);

    private final String ucum;
    private final String word;
    private final ChronoUnit chrono;

    Unit(String ucum, String word, ChronoUnit chrono) {
      this.ucum = ucum;
      this.word = word;
      this.chrono = chrono;
    }

    public String ucum() {
      return ucum;
    }

    /** The unit whose UCUM code this is, for example {@code wk}. */
    public static Optional<Unit> findByUcum(String code) {
      return Optional.ofNullable(BY_UCUM.get(code));
    }
  }

  public Interval {
    if (amount < 0 || amount > 10_000) {
      throw new IllegalArgumentException(
          "An interval of " + amount + " " + unit.ucum + " is outside 0 to 10,000.");
    }
  }

  public static Interval days(int amount) {
    return new Interval(amount, Unit.DAY);
  }

  public static Interval weeks(int amount) {
    return new Interval(amount, Unit.WEEK);
  }

  public static Interval months(int amount) {
    return new Interval(amount, Unit.MONTH);
  }

  public LocalDate after(LocalDate date) {
    return date.plus(amount, unit.chrono);
  }

  public LocalDate before(LocalDate date) {
    return date.minus(amount, unit.chrono);
  }

  /** In words a patient reads: {@code 7 days}, {@code 1 month}. */
  public String inWords() {
    return amount + " " + unit.word + (amount == 1 ? "" : "s");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d %s", amount, unit.ucum);
  }
}
