package org.percuta.skin;

import java.util.Arrays;
import java.util.Locale;

/**
 * A quantity with its uncertainty; the unit is the owner's to state.
 *
 * @param mean expected value
 * @param p05 5 % of cases lie below
 * @param p95 5 % of cases lie above
 */
public record Spread(double mean, double p05, double p95) {

  public static final Spread NONE = new Spread(0, 0, 0);

  /** Of equally likely values, in any order; sorts them. */
  public static Spread of(double[] values) {
    Arrays.sort(values);
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return new Spread(sum / values.length, quantile(values, 0.05), quantile(values, 0.95));
  }

  /** The quantile of sorted values, linear between neighbours. */
  public static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3g (%.3g to %.3g)", mean, p05, p95);
  }
}
