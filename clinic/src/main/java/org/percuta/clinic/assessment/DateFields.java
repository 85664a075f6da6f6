package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.web.Form;
import org.percuta.quantity.PartialDate;

/** A date typed as day, month and year; the day, or day and month, may be left out. */
final class DateFields {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private DateFields() {}

  /** The three fields as they stand for a date. */
  static void put(Map<String, String> typed, String name, @Nullable PartialDate date) {
    if (date == null) {
      return;
    }
    typed.put(name + "-year", String.valueOf(date.earliest().getYear()));
    if (YearMonth.from(date.earliest()).equals(YearMonth.from(date.latest()))) {
      typed.put(name + "-month", String.valueOf(date.earliest().getMonthValue()));
    }
    if (date.isExact()) {
      typed.put(name + "-day", String.valueOf(date.earliest().getDayOfMonth()));
    }
  }

  /**
   * The date, or null when nothing was typed or it is wrong; then the form says what is wrong.
   *
   * @param notAfter the last day it can be; no such day when absent
   */
  static @Nullable PartialDate read(
      Form form, String name, String words, @Nullable LocalDate notAfter) {
    String day = form.value(name + "-day").strip();
    String month = form.value(name + "-month").strip();
    String year = form.value(name + "-year").strip();
    if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
      return null;
    }
    int y = number(year, 4);
    if (y < FIRST_YEAR || y > LAST_YEAR) {
      return reject(form, name + "-year", words + " needs a year of four digits, such as 2026.");
    }
    if (month.isEmpty()) {
      return day.isEmpty()
          ? checked(
              form,
              name,
              words,
              new PartialDate(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31)),
              notAfter)
          : reject(form, name + "-month", words + " needs a month too, or leave the day out.");
    }
    int m = number(month, 2);
    if (m < 1 || m > 12) {
      return reject(form, name + "-month", words + " needs a month from 1 to 12.");
    }
    YearMonth yearMonth = YearMonth.of(y, m);
    if (day.isEmpty()) {
      return checked(
          form,
          name,
          words,
          new PartialDate(yearMonth.atDay(1), yearMonth.atEndOfMonth()),
          notAfter);
    }
    int d = number(day, 2);
    if (d < 1 || d > yearMonth.lengthOfMonth()) {
      return reject(
          form,
          name + "-day",
          words + " needs a day from 1 to " + yearMonth.lengthOfMonth() + " for that month.");
    }
    return checked(form, name, words, PartialDate.of(yearMonth.atDay(d)), notAfter);
  }

  private static @Nullable PartialDate checked(
      Form form, String name, String words, PartialDate date, @Nullable LocalDate notAfter) {
    if (notAfter != null && date.earliest().isAfter(notAfter)) {
      return reject(form, name + "-year", words + " must be today or in the past.");
    }
    return date;
  }

  private static @Nullable PartialDate reject(Form form, String field, String message) {
    form.reject(field, message);
    return null;
  }

  private static int number(String text, int mostDigits) {
    return text.matches("\\d{1," + mostDigits + "}") ? Integer.parseInt(text) : -1;
  }
}
