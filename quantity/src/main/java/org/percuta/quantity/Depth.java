package org.percuta.quantity;

import java.util.Locale;

/**
 * Depth of a needle below the skin surface.
 *
 * @param millimetres depth in millimetres, 0 to 10; more than 10 mm is a unit mistake in this field
 */
public record Depth(double millimetres) implements Comparable<Depth> {

  public static final Depth SURFACE = new Depth(0);

  public Depth {
    if (!(millimetres >= 0 && millimetres <= 10)) {
      throw new IllegalArgumentException(
          "Needle depth "
              + millimetres
              + " mm is outside 0 to 10 mm. Maybe the unit is wrong: "
              + millimetres / 1000
              + " mm if micrometres were meant?");
    }
  }

  public static Depth millimetres(double value) {
    return new Depth(value);
  }

  public static Depth micrometres(double value) {
    return new Depth(value / 1000);
  }

  /** Reads {@code 1.5mm}, {@code 1.5 mm}, {@code 1500 um}; a bare number is refused. */
  public static Depth parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (trimmed.endsWith("mm")) {
        return millimetres(number(trimmed, 2));
      }
      if (trimmed.endsWith("um") || trimmed.endsWith("µm")) {
        return micrometres(number(trimmed, 2));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a depth. Maybe 1.5mm was meant?", e);
    }
    throw new IllegalArgumentException(
        "'" + text + "' has no unit. Maybe " + trimmed + "mm was meant?");
  }

  private static double number(String text, int unitLength) {
    return Double.parseDouble(text.substring(0, text.length() - unitLength).strip());
  }

  @Override
  public int compareTo(Depth other) {
    return Double.compare(millimetres, other.millimetres);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f mm", millimetres);
  }
}
