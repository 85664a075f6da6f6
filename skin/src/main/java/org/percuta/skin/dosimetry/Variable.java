package org.percuta.skin.dosimetry;

import org.percuta.quantity.Parameter;
import org.percuta.skin.Normal;

/**
 * A normal distribution cut to a range, by which parameters and thicknesses vary. Everything is
 * done by quantile, so that nodes of equal probability stand for it.
 *
 * @param mean of the uncut distribution
 * @param sd of the uncut distribution, not negative; 0 is a constant
 */
record Variable(double mean, double sd, double low, double high) {

  /** The range is taken as four standard deviations wide. */
  static Variable of(Parameter parameter) {
    double low = parameter.range().low();
    double high = parameter.range().high();
    return new Variable(parameter.value(), (high - low) / 4, low, high);
  }

  Variable scaled(double factor) {
    return new Variable(mean * factor, sd * factor, low * factor, high * factor);
  }

  /** Probability of a value up to {@code x}. */
  double cdf(double x) {
    if (x >= high) {
      return 1;
    }
    if (x < low) {
      return 0;
    }
    double below = Normal.cdf((low - mean) / sd);
    double within = Normal.cdf((high - mean) / sd) - below;
    return (Normal.cdf((x - mean) / sd) - below) / within;
  }

  /** The value below which a share {@code p} lies, p strictly between 0 and 1. */
  double quantile(double p) {
    if (sd == 0) {
      return mean;
    }
    double below = Normal.cdf((low - mean) / sd);
    double within = Normal.cdf((high - mean) / sd) - below;
    return Math.clamp(mean + sd * Normal.quantile(below + p * within), low, high);
  }

  /** Values that each stand for the same probability: the quantiles of interval midpoints. */
  double[] nodes(int count) {
    double[] nodes = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = quantile((i + 0.5) / count);
    }
    return nodes;
  }
}
