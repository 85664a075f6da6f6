package org.percuta.protocol.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.percuta.protocol.model.HouseSetting;

/** The ways in which a text can say a number: digits, words, and the same time in another unit. */
final class NumberWords {

  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  /** Any number below twenty in words, and the tens; for use in a pattern. */
  static final String ANY = String.join("|", SMALL) + "|" + String.join("|", TENS);

  private NumberWords() {}

  /** Finds the value of a setting in a sentence, however it is put. */
  static Pattern of(HouseSetting setting) {
    List<String> forms = new ArrayList<>();
    double value = setting.value();
    forms.add(amount(value));
    switch (setting.unit()) {
      case "min" -> add(forms, value, 60, "hours?");
      case "h" -> add(forms, value, 24, "days?");
      case "d" -> {
        forms.add(amount(value * 24) + "[ -]hours?");
        add(forms, value, 7, "weeks?");
      }
      case "wk" -> {
        forms.add(amount(value * 7) + "[ -]days?");
        add(forms, value, 1, "weeks?");
      }
      case "mo" -> add(forms, value, 12, "years?");
      default -> {}
    }
    // A number with a decimal point before or after it is another one.
    return Pattern.compile(
        "(?<![\\w.{-])(" + String.join("|", forms) + ")(?![\\w}]|\\.\\d)",
        Pattern.CASE_INSENSITIVE);
  }

  /** The same in a larger unit, when it comes out even; one of it is also "a week". */
  private static void add(List<String> forms, double value, double size, String unit) {
    double larger = value / size;
    if (larger == Math.rint(larger)) {
      forms.add((larger == 1 ? "(a|an|last|one|1)" : amount(larger)) + "[ -]" + unit);
    }
  }

  private static String amount(double value) {
    int whole = (int) value;
    return whole == value ? "(" + whole + "|" + words(whole) + ")" : String.valueOf(value);
  }

  private static String words(int number) {
    if (number < 0 || number >= 100) {
      return String.valueOf(number);
    }
    if (number < SMALL.size()) {
      return SMALL.get(number);
    }
    String tens = TENS.get(number / 10 - 2);
    return number % 10 == 0 ? tens : tens + "[ -]" + SMALL.get(number % 10);
  }
}
