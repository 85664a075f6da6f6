package org.percuta.protocol.validate;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with knowledge or input: what, where, and a likely fix.
 *
 * @param code stable code, {@code PX-0142}
 * @param message the values, as a sentence
 * @param subject what it is about: an id, or a path such as {@code Bundle.entry[3].resource.code}
 * @param place where it was read
 * @param hint a likely fix, beginning with "Maybe"; absent when there is none
 */
public record Finding(
    String code,
    Severity severity,
    String message,
    String subject,
    Place place,
    @Nullable String hint) {

  /** An error stops; a warning does not. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Finding error(
      String code, String message, String subject, Place place, @Nullable String hint) {
    return new Finding(code, Severity.ERROR, message, subject, place, hint);
  }

  public static Finding warning(
      String code, String message, String subject, Place place, @Nullable String hint) {
    return new Finding(code, Severity.WARNING, message, subject, place, hint);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line: {@code file:line:column: error PX-0142: message Maybe …}. */
  public String inOneLine() {
    return place
        + ": "
        + (isError() ? "error" : "warning")
        + " "
        + code
        + ": "
        + (subject.isEmpty() ? "" : subject + ": ")
        + message
        + (hint == null ? "" : " " + hint);
  }
}
