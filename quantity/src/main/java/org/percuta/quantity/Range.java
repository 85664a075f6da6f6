package org.percuta.quantity;

/**
 * A closed range of numbers; the unit is the owner's to state.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Range(double low, double high) {

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "A range from " + low + " to " + high + " runs backwards or is not a number.");
    }
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  public double midpoint() {
    return low + (high - low) / 2;
  }
}
