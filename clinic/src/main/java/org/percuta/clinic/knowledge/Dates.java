package org.percuta.clinic.knowledge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;

/** Dates written out, so that no reader can take the month for the day. */
public final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Dates() {}

  /** For example {@code 20 December 2026}. */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** For example {@code Sunday 20 December 2026}. */
  public static String weekday(LocalDate date) {
    return WITH_WEEKDAY.format(date);
  }

  /** For example {@code December 2026}. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** The day, the month or the year, as much as is known. */
  public static String partial(PartialDate date) {
    if (date.isExact()) {
      return day(date.earliest());
    }
    YearMonth first = YearMonth.from(date.earliest());
    return first.equals(YearMonth.from(date.latest()))
        ? month(first)
        : String.valueOf(first.getYear());
  }

  /** One day, or both ends; open-ended when {@code to} is absent. */
  public static String span(LocalDate from, @Nullable LocalDate to) {
    if (to == null) {
      return "from " + day(from);
    }
    if (to.equals(from)) {
      return day(from);
    }
    return from.getYear() == to.getYear()
        ? DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(from) + " to " + day(to)
        : day(from) + " to " + day(to);
  }
}
