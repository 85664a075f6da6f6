package org.percuta.clinic.governance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;

/** Numbers, times and grades as staff read them. */
final class Words {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);
  private static final Pattern WHOLE = Pattern.compile("(?<![\\d.])(\\d+)\\.0(?![\\d.])");
  private static final int DIGEST_CHARS = 12;

  private Words() {}

  /** For example {@code 21 days}. */
  static String value(HouseSetting setting, double value) {
    return setting.inWords(value);
  }

  /** For example {@code 3 to 42 days}. */
  static String range(HouseSetting setting) {
    return number(setting.low()) + " to " + value(setting, setting.high());
  }

  static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A UCUM unit as a word; a unit that has none stays as it is. */
  static String unit(String ucum, double value) {
    return HouseSetting.unitInWords(ucum, value);
  }

  static String at(Instant instant, ZoneId zone) {
    return AT.format(instant.atZone(zone));
  }

  /** A text of the content with whole numbers as such: {@code 4.0} is {@code 4}. */
  static String plain(String text) {
    return WHOLE.matcher(text).replaceAll("$1");
  }

  static String digest(String digest) {
    return digest.substring(0, Math.min(DIGEST_CHARS, digest.length()));
  }

  /** A key of the content as words: {@code low-mm} is {@code Low mm}. */
  static String key(String key) {
    String words = key.replace('-', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String gradeTag(Grade grade) {
    return switch (grade) {
      case A, B -> "sage";
      case C -> "slate";
      case H -> "amber";
    };
  }
}
