package org.percuta.clinic.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;

/**
 * A form as it was sent: what was typed is kept as typed, and each fault is a message beside its
 * field. Read every field first, then ask {@link #isValid()}.
 */
public final class Form {

  private final Map<String, String> typed;
  private final Map<String, String> faults = new LinkedHashMap<>();

  private Form(Map<String, String> typed) {
    this.typed = new LinkedHashMap<>(typed);
  }

  public static Form empty() {
    return new Form(Map.of());
  }

  public static Form of(Map<String, String> typed) {
    return new Form(typed);
  }

  /** What stands in the field, as typed. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Everything as typed, without faults. */
  public Map<String, String> typed() {
    return Map.copyOf(typed);
  }

  public boolean is(String field, @Nullable Object choice) {
    return value(field).equals(String.valueOf(choice));
  }

  public @Nullable String fault(String field) {
    return faults.get(field);
  }

  /** Field and message, in the order of the form. */
  public Map<String, String> faults() {
    return faults;
  }

  public boolean isValid() {
    return faults.isEmpty();
  }

  public Form reject(String field, String message) {
    faults.putIfAbsent(field, message);
    return this;
  }

  /** A text that must be there. */
  public String text(String field, String name, int most) {
    String text = optionalText(field, name, most);
    if (text.isEmpty()) {
      reject(field, "Enter " + name + ".");
    }
    return text;
  }

  /** A text that may be empty. */
  public String optionalText(String field, String name, int most) {
    String text = value(field).strip();
    if (text.length() > most) {
      reject(
          field,
          "This is " + text.length() + " characters long; " + name + " can be up to " + most + ".");
    } else if (text.codePoints().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      reject(field, "This holds a character that cannot be stored. Type it again without it.");
    }
    return text;
  }

  /** A day, or empty with a fault. */
  public Optional<LocalDate> day(String field, String name) {
    Optional<PartialDate> date = partialDate(field);
    if (date.isEmpty() && fault(field) == null) {
      reject(field, "Enter " + name + ".");
    }
    if (date.isPresent() && !date.get().isExact()) {
      reject(field, "Enter the whole date, for example 1990-04-02.");
      return Optional.empty();
    }
    return date.map(PartialDate::earliest);
  }

  /** A date that may be a month or a year only; empty when nothing was typed. */
  public Optional<PartialDate> partialDate(String field) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(text));
    } catch (IllegalArgumentException e) {
      reject(field, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A number within a range, or empty when nothing was typed. */
  public Optional<Double> number(String field, String unit, double least, double most) {
    String text = value(field).strip().replace(',', '.');
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
      reject(
          field,
          text
              + " "
              + unit
              + " is outside "
              + plain(least)
              + " to "
              + plain(most)
              + " "
              + unit
              + ".");
    } catch (NumberFormatException e) {
      reject(field, "'" + text + "' is not a number. Enter it in " + unit + ", for example 62.5.");
    }
    return Optional.empty();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** One of a closed set of words, or empty with a fault when it is none of them. */
  public <E extends Enum<E>> Optional<E> choice(String field, String name, Class<E> type) {
    String text = value(field).strip();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return Optional.of(constant);
      }
    }
    reject(field, "Choose " + name + ".");
    return Optional.empty();
  }
}
