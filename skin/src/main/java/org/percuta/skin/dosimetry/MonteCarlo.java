package org.percuta.skin.dosimetry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.Seeded;
import org.percuta.skin.Spread;

/**
 * The same by simulation: every puncture of every strip of every pass is placed on a square of the
 * treated area, and tips are sampled. The same seed gives the same answer for ever.
 */
public final class MonteCarlo {

  private static final double CELL_CM = 0.004;
  private static final int TIPS = 100_000;
  private static final double[] DIRECTIONS = {0, 90, 45, 135};
  private static final double LARGEST_CM2 = 2_000;

  private final DoseSetting setting;
  private final StripPattern pattern;
  private final Seeded chance;
  private final double side;
  private final int discs;
  private final double discSide;
  private final int[] counts;
  private final int cells;
  private final long[] opened;
  private final int reach;
  private final double opening2;
  private long punctures;
  private double @Nullable [] places;

  private MonteCarlo(DoseSetting setting, double side, long seed) {
    this.setting = setting;
    this.side = side;
    pattern = StripPattern.of(setting, setting.value(DoseParameter.SPEED_CV));
    chance = new Seeded(seed);
    discSide = 2 * DensityLaw.DISC_RADIUS_CM;
    discs = Math.max(1, (int) (side / discSide));
    counts = new int[discs * discs];
    cells = (int) Math.ceil(side / CELL_CM);
    opened = new long[(int) (((long) cells * cells + 63) >>> 6)];
    double radius = new Channels(setting).opening_mm() / 20;
    opening2 = radius * radius;
    reach = (int) Math.ceil(radius / CELL_CM);
  }

  /**
   * What came out.
   *
   * @param density_cm2 over the discs of 1 cm² that fit the square
   * @param meanError standard error of the mean density over such runs, from the strips' spread
   * @param coverage share of the square that was opened
   * @param layers where the tips ended
   */
  public record Result(
      long punctures,
      Spread density_cm2,
      double meanDensity_cm2,
      double meanError,
      double coverage,
      Map<Layer, Double> layers) {}

  /** Simulates the setting; areas past 2,000 cm² are stood for by a square of that size. */
  public static Result run(DoseSetting setting, long seed) {
    double side = Math.sqrt(Math.min(setting.area_cm2(), LARGEST_CM2));
    return new MonteCarlo(setting, side, seed).run();
  }

  /** Places of the punctures on a square, x and y in turn, cm; for a picture. */
  public static double[] places(DoseSetting setting, double side_cm, long seed) {
    MonteCarlo small = new MonteCarlo(setting, side_cm, seed);
    small.places = new double[1 << 12];
    for (int pass = 0; pass < setting.passes(); pass++) {
      small.pass(Math.toRadians(DIRECTIONS[pass % DIRECTIONS.length]));
    }
    return Arrays.copyOf(small.places, (int) (2 * small.punctures));
  }

  private Result run() {
    for (int pass = 0; pass < setting.passes(); pass++) {
      pass(Math.toRadians(DIRECTIONS[pass % DIRECTIONS.length]));
    }
    double[] densities = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      densities[i] = counts[i];
    }
    long bits = 0;
    for (long word : opened) {
      bits += Long.bitCount(word);
    }
    double strips = Math.max(1, side / pattern.pitch_cm()) * Math.max(1, setting.passes());
    double mean = punctures / (side * side);
    // Strips cut off at the edge by chance move the mean by up to a strip's share of the square.
    double error =
        mean
            * Math.sqrt(
                pattern.speedCv() * pattern.speedCv() / strips
                    + 1 / (strips * side / pattern.pitch_cm()));
    return new Result(
        punctures, Spread.of(densities), mean, error, bits / ((double) cells * cells), tips());
  }

  private void pass(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double half = side / 2 * Math.sqrt(2) + pattern.halfWidth_cm() + pattern.spacing_cm();
    double jitter = setting.value(DoseParameter.STRIP_JITTER_CM);
    double cv = pattern.speedCv();
    double sigma2 = Math.log1p(cv * cv);
    double sigma = Math.sqrt(sigma2);
    double margin = half + 4 * jitter;
    for (double line = -margin + chance.uniform() * pattern.pitch_cm();
        line <= margin;
        line += pattern.pitch_cm()) {
      double at = line + jitter * chance.gaussian();
      double spacing = pattern.spacing_cm() / Math.exp(sigma * chance.gaussian() - sigma2 / 2);
      strip(at, spacing, half, cos, sin);
    }
  }

  private void strip(double at, double spacing, double half, double cos, double sin) {
    double[] across = pattern.across_cm();
    double[] along = pattern.along_cm();
    double phase = chance.uniform() * spacing;
    double middle = side / 2;
    for (int n = 0; n < across.length; n++) {
      double u = at + across[n];
      double shift = (phase + along[n]) % spacing;
      for (double v = -half + shift; v <= half; v += spacing) {
        double x = middle + u * cos - v * sin;
        double y = middle + u * sin + v * cos;
        if (x >= 0 && x < side && y >= 0 && y < side) {
          puncture(x, y);
        }
      }
    }
  }

  private void puncture(double x, double y) {
    if (places != null) {
      if (2 * punctures == places.length) {
        places = Arrays.copyOf(places, 2 * places.length);
      }
      places[(int) (2 * punctures)] = x;
      places[(int) (2 * punctures) + 1] = y;
    }
    punctures++;
    int i = (int) (x / discSide);
    int j = (int) (y / discSide);
    if (i < discs && j < discs) {
      double dx = x - (i + 0.5) * discSide;
      double dy = y - (j + 0.5) * discSide;
      if (dx * dx + dy * dy <= DensityLaw.DISC_RADIUS_CM * DensityLaw.DISC_RADIUS_CM) {
        counts[i * discs + j]++;
      }
    }
    int column = (int) (x / CELL_CM);
    int row = (int) (y / CELL_CM);
    for (int r = Math.max(0, row - reach); r <= Math.min(cells - 1, row + reach); r++) {
      double dy = (r + 0.5) * CELL_CM - y;
      for (int c = Math.max(0, column - reach); c <= Math.min(cells - 1, column + reach); c++) {
        double dx = (c + 0.5) * CELL_CM - x;
        if (dx * dx + dy * dy <= opening2) {
          long bit = (long) r * cells + c;
          opened[(int) (bit >>> 6)] |= 1L << bit;
        }
      }
    }
  }

  private Map<Layer, Double> tips() {
    Penetration penetration = new Penetration(setting);
    SkinSite site = setting.site();
    int[] ends = new int[Layer.values().length];
    for (int i = 0; i < TIPS; i++) {
      double tip = penetration.tip(draw(penetration.share()), chance.uniform());
      double e = draw(site.epidermis());
      double d = draw(site.dermis());
      double corneum = draw(site.corneum()) * e;
      double papillary = e + draw(site.papillary()) * d;
      ends[tip <= corneum ? 0 : tip <= e ? 1 : tip <= papillary ? 2 : tip <= e + d ? 3 : 4]++;
    }
    Map<Layer, Double> shares = new EnumMap<>(Layer.class);
    Arrays.stream(Layer.values())
        .forEach(layer -> shares.put(layer, ends[layer.ordinal()] / (double) TIPS));
    return shares;
  }

  /** By rejection, since a cut normal's quantile is dear. */
  private double draw(Variable variable) {
    while (true) {
      double value = variable.mean() + variable.sd() * chance.gaussian();
      if (value >= variable.low() && value <= variable.high()) {
        return value;
      }
    }
  }
}
