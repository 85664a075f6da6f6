package org.percuta.quantity;

import java.util.Locale;

/**
 * Punctures per area of skin.
 *
 * @param perSquareCentimetre punctures per cm², zero or more, finite
 */
public record Density(double perSquareCentimetre) implements Comparable<Density> {

  public static final Density NONE = new Density(0);

  public Density {
    if (!(perSquareCentimetre >= 0) || Double.isInfinite(perSquareCentimetre)) {
      throw new IllegalArgumentException(
          "Puncture density " + perSquareCentimetre + " per cm² is not a finite number from 0 up.");
    }
  }

  public static Density perSquareCentimetre(double value) {
    return new Density(value);
  }

  @Override
  public int compareTo(Density other) {
    return Double.compare(perSquareCentimetre, other.perSquareCentimetre);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f /cm²", perSquareCentimetre);
  }
}
