package org.percuta.quantity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A date known to the day, the month or the year, as FHIR writes it. What it bounds is the first
 * and the last day it can mean; a reader takes the safer of the two.
 *
 * @param earliest first day it can mean
 * @param latest last day it can mean
 */
public record PartialDate(LocalDate earliest, LocalDate latest) {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  public PartialDate {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException(latest + " is before " + earliest + ".");
    }
  }

  public static PartialDate of(LocalDate day) {
    return new PartialDate(day, day);
  }

  /**
   * Reads {@code 2026}, {@code 2026-11}, {@code 2026-11-21} and FHIR date-times, whose time of day
   * is dropped.
   *
   * @throws IllegalArgumentException with the text and a likely fix when it is not a date between
   *     1900 and 2200
   */
  public static PartialDate parse(String text) {
    String date = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
    int length = date.length();
    if (length != 4 && length != 7 && length != 10) {
      throw malformed(text);
    }
    int year = digits(date, 0, 4, text);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "'" + text + "' is outside the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }
    if (length == 4) {
      return new PartialDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    int month = part(date, 5, text);
    if (month < 1 || month > 12) {
      throw impossible(text, "there is no month " + month, swapHint(date, length));
    }
    YearMonth yearMonth = YearMonth.of(year, month);
    if (length == 7) {
      return new PartialDate(yearMonth.atDay(1), yearMonth.atEndOfMonth());
    }
    int day = part(date, 8, text);
    if (day < 1 || day > yearMonth.lengthOfMonth()) {
      throw impossible(
          text,
          Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH)
              + " "
              + year
              + " has "
              + yearMonth.lengthOfMonth()
              + " days",
          "");
    }
    return of(LocalDate.of(year, month, day));
  }

  /** True when the day itself is known. */
  public boolean isExact() {
    return earliest.equals(latest);
  }

  private static int part(String date, int from, String text) {
    if (date.charAt(from - 1) != '-') {
      throw malformed(text);
    }
    return digits(date, from, from + 2, text);
  }

  private static int digits(String date, int from, int to, String text) {
    OptionalInt value = parseDigits(date, from, to);
    return value.orElseThrow(() -> malformed(text));
  }

  private static OptionalInt parseDigits(String date, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = date.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      value = value * 10 + (c - '0');
    }
    return OptionalInt.of(value);
  }

  private static String swapHint(String date, int length) {
    if (length != 10) {
      return "";
    }
    try {
      return " Maybe "
          + LocalDate.of(
              Integer.parseInt(date.substring(0, 4)),
              Integer.parseInt(date.substring(8, 10)),
              Integer.parseInt(date.substring(5, 7)))
          + " was meant?";
    } catch (DateTimeException | NumberFormatException e) {
      return "";
    }
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is not a date. Maybe write it year first, as 2026-11-21, 2026-11 or 2026?");
  }

  private static IllegalArgumentException impossible(String text, String why, String hint) {
    return new IllegalArgumentException("'" + text + "' does not exist: " + why + "." + hint);
  }

  @Override
  public String toString() {
    if (isExact()) {
      return earliest.toString();
    }
    boolean wholeYear = earliest.getMonthValue() == 1 && latest.getMonthValue() == 12;
    return wholeYear ? Integer.toString(earliest.getYear()) : YearMonth.from(earliest).toString();
  }
}
