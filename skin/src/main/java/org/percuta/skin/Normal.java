package org.percuta.skin;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
public final class Normal {

  private static final double SQRT2 = Math.sqrt(2);
  private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

  private Normal() {}

  /** Probability of a value up to {@code z}. */
  public static double cdf(double z) {
    return 0.5 * Erf.erfc(-z / SQRT2);
  }

  public static double density(double z) {
    return DENSITY * Math.exp(-0.5 * z * z);
  }

  /** The z with {@code cdf(z) = p}; p strictly between 0 and 1. */
  public static double quantile(double p) {
    return SQRT2 * Erf.erfInv(2 * p - 1);
  }
}
