package org.percuta.clinic.patients;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was typed to find a patient. Names, dates and phone numbers are found as lists and papers
 * write them: {@code Rossi, Giulia}, {@code 2 April 1990}, {@code 2/4/1990}, {@code 07700 900190}.
 *
 * @param words each has to be found; a word has several ways to be written
 * @param born days of birth, one of which it has to be; empty for any
 */
record SearchWords(List<Word> words, Set<LocalDate> born) {

  private static final int MOST_WORDS = 6;
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final Pattern DAY =
      Pattern.compile(
          "(?<![0-9a-z])(\\d{1,2})[\\s./-]+(\\d{1,2}|(?:"
              + MONTHS.replaceAll("(...)(?=.)", "$1|")
              + ")[a-z]*)[\\s.,/-]+(\\d{4})(?![0-9])");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9()/.-]*[0-9]{2}[0-9()/.-]*");

  /**
   * @param written as typed, which may be the beginning of a date of birth
   * @param ways parts of name, e-mail or phone it stands for
   */
  record Word(String written, List<String> ways) {}

  static SearchWords of(String typed) {
    String text = typed.toLowerCase(Locale.ROOT);
    Set<LocalDate> born = new LinkedHashSet<>();
    Matcher day = DAY.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (day.find()) {
      Set<LocalDate> days = days(day.group(1), day.group(2), day.group(3));
      day.appendReplacement(rest, days.isEmpty() ? Matcher.quoteReplacement(day.group()) : " ");
      born.addAll(days);
    }
    day.appendTail(rest);
    List<Word> words = new ArrayList<>();
    for (String word : rest.toString().strip().split("[\\s,;]+", -1)) {
      if (!word.isEmpty() && words.size() < MOST_WORDS) {
        words.add(new Word(word, ways(word)));
      }
    }
    return new SearchWords(List.copyOf(words), born);
  }

  /** Day first; where the other order is a day too, both. */
  private static Set<LocalDate> days(String first, String second, String year) {
    Set<LocalDate> days = new LinkedHashSet<>();
    int one = Integer.parseInt(first);
    int month =
        Character.isDigit(second.charAt(0))
            ? Integer.parseInt(second)
            : MONTHS.indexOf(second.substring(0, 3)) / 3 + 1;
    add(days, year, month, one);
    if (Character.isDigit(second.charAt(0))) {
      add(days, year, one, month);
    }
    return days;
  }

  private static void add(Set<LocalDate> days, String year, int month, int day) {
    try {
      days.add(LocalDate.of(Integer.parseInt(year), month, day));
    } catch (DateTimeException e) {
      // No such day, so nobody was born on it.
    }
  }

  /** A number is kept with its country and without the 0 that is dialled inside of it. */
  private static List<String> ways(String word) {
    if (!PHONE.matcher(word).matches()) {
      return List.of(word);
    }
    Set<String> ways = new LinkedHashSet<>(List.of(word));
    String digits = word.replaceAll("[^0-9+]", "");
    ways.add(digits);
    if (digits.startsWith("00") && digits.length() > 3) {
      ways.add("+" + digits.substring(2));
    } else if (digits.startsWith("0") && digits.length() > 3) {
      ways.add(digits.substring(1));
    }
    return ways.stream().collect(Collectors.toUnmodifiableList());
  }
}
