package org.percuta.protocol.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment counted from a session: {@code -7 d}, {@code 48 h}, {@code 4 mo}. Negative is before.
 *
 * @param amount how many units, -1000 to 1000
 * @param unit {@code h}, {@code d}, {@code wk} or {@code mo}
 */
public record Offset(int amount, Unit unit) {

  private static final Pattern FORM = Pattern.compile("(-?\\d{1,4}) (h|d|wk|mo)");

  /** UCUM units of an offset. */
  public enum Unit {
    H,
    D,
    WK,
    MO;

    public static Optional<Unit> findByUcum(String ucum) {
      return Arrays.stream(values())
          .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(ucum))
          .findFirst();
    }
  }

  /**
   * @throws IllegalArgumentException when it is not of the form {@code -7 d}
   */
  public static Offset parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time from the session. Maybe write -7 d, 48 h, 2 wk or 4 mo?");
    }
    return new Offset(
        Integer.parseInt(matcher.group(1)), Unit.findByUcum(matcher.group(2)).orElseThrow());
  }

  /**
   * The day it falls on; hours are rounded away from the session, so that a wait is never short.
   */
  public LocalDate from(LocalDate session) {
    return switch (unit) {
      case H -> session.plusDays(amount >= 0 ? (amount + 23) / 24 : -((-amount + 23) / 24));
      case D -> session.plusDays(amount);
      case WK -> session.plusWeeks(amount);
      case MO -> session.plusMonths(amount);
    };
  }

  /** Hours from the session, months counted as 30 days; for ordering only. */
  public int hours() {
    return switch (unit) {
      case H -> amount;
      case D -> amount * 24;
      case WK -> amount * 168;
      case MO -> amount * 720;
    };
  }

  @Override
  public String toString() {
    return amount + " " + unit.name().toLowerCase(Locale.ROOT);
  }
}
