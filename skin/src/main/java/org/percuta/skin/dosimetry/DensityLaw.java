package org.percuta.skin.dosimetry;

import org.percuta.skin.Normal;
import org.percuta.skin.Spread;

/**
 * Closed form of the puncture density found on a disc of 1 cm² anywhere in the treated area.
 *
 * <p>The mean is exact: passes · columns / (spacing · pitch). The variance is that of strips laid
 * at a pitch with a random start, a jitter of each strip and a spacing that varies from strip to
 * strip: with R the autocorrelation of a strip's share of the disc and s the pitch, one pass has
 * {@code (1 + c²)·R(0)/s + Σ E[R(k·s + δ)]/s − 1/s²} in units of (columns / spacing)², and 1/6 of a
 * puncture for each column that crosses, the rounding of a regular row. Passes add. The quantiles
 * are those of a gamma distribution of that mean and variance (Wilson and Hilferty 1931); against
 * the Monte Carlo they are good to {@link #QUANTILE_ERROR} of the mean.
 *
 * @param mean punctures per cm²
 * @param variance of the same
 */
record DensityLaw(double mean, double variance) {

  /** Stated error of the 5 % and 95 % quantiles, as a share of the mean. */
  static final double QUANTILE_ERROR = 0.05;

  /** Radius of a disc of 1 cm². */
  static final double DISC_RADIUS_CM = 1 / Math.sqrt(Math.PI);

  private static final int STEPS = 400;
  private static final int JITTER_NODES = 15;
  private static final double ROUNDING_VARIANCE = 1.0 / 6;

  static DensityLaw of(StripPattern pattern, double jitter_cm, int passes) {
    double perPass = pattern.density();
    double pitch = pattern.pitch_cm();
    double scale = pattern.across_cm().length / pattern.spacing_cm();
    double[] disc = discAutocorrelation();
    double c2 = pattern.speedCv() * pattern.speedCv();
    double sum = (1 + c2) * strip(pattern, disc, 0);
    double reach = 2 * (DISC_RADIUS_CM + pattern.halfWidth_cm()) + 6 * jitter_cm;
    for (int k = 1; k * pitch <= reach; k++) {
      sum += 2 * jittered(pattern, disc, k * pitch, jitter_cm);
    }
    double strips = Math.max(0, sum / pitch - 1 / (pitch * pitch)) * scale * scale;
    double columns = pattern.across_cm().length * 2 * DISC_RADIUS_CM / pitch;
    return new DensityLaw(perPass * passes, (strips + columns * ROUNDING_VARIANCE) * passes);
  }

  Spread spread() {
    return new Spread(mean, quantile(0.05), quantile(0.95));
  }

  /** The density below which a share {@code p} of discs lie. */
  double quantile(double p) {
    if (mean == 0) {
      return 0;
    }
    double ninth = variance / (9 * mean * mean);
    double root = 1 - ninth + Normal.quantile(p) * Math.sqrt(ninth);
    return mean * Math.max(0, root * root * root);
  }

  /** Share of discs with a density up to {@code density}. */
  double cdf(double density) {
    if (mean == 0 || variance == 0) {
      return density >= mean ? 1 : 0;
    }
    double ninth = variance / (9 * mean * mean);
    return Normal.cdf((Math.cbrt(Math.max(0, density) / mean) - 1 + ninth) / Math.sqrt(ninth));
  }

  private static double jittered(
      StripPattern pattern, double[] disc, double distance, double jitter) {
    double sum = 0;
    for (int i = 0; i < JITTER_NODES; i++) {
      double z = Normal.quantile((i + 0.5) / JITTER_NODES);
      sum += strip(pattern, disc, distance + z * jitter * Math.sqrt(2));
    }
    return sum / JITTER_NODES;
  }

  /** Autocorrelation of the share of a strip's columns that cross the disc. */
  private static double strip(StripPattern pattern, double[] disc, double distance) {
    double[] across = pattern.across_cm();
    double sum = 0;
    for (double a : across) {
      for (double b : across) {
        sum += lookUp(disc, Math.abs(distance + a - b));
      }
    }
    return sum / across.length / across.length;
  }

  private static double lookUp(double[] table, double distance) {
    double at = distance / (2 * DISC_RADIUS_CM) * STEPS;
    int low = (int) at;
    return low >= STEPS ? 0 : table[low] + (at - low) * (table[low + 1] - table[low]);
  }

  /** Of a disc's chords, from distance 0 to the diameter; the disc's area is 1. */
  private static double[] discAutocorrelation() {
    double[] table = new double[STEPS + 1];
    double step = 2 * DISC_RADIUS_CM / STEPS;
    for (int d = 0; d <= STEPS; d++) {
      double sum = 0;
      for (int i = 0; i < STEPS; i++) {
        double y = -DISC_RADIUS_CM + (i + 0.5) * step;
        sum += chord(y) * chord(y + d * step);
      }
      table[d] = sum * step;
    }
    return table;
  }

  private static double chord(double y) {
    double square = DISC_RADIUS_CM * DISC_RADIUS_CM - y * y;
    return square <= 0 ? 0 : 2 * Math.sqrt(square);
  }
}
