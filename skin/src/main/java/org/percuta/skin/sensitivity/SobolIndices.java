package org.percuta.skin.sensitivity;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Variance-based sensitivity: which share of an output's variance a coordinate explains alone
 * (first order) and with all its interactions (total). Estimators of Saltelli et al. 2010 (Comput
 * Phys Commun 181:259) and Jansen 1999, on a Sobol sequence.
 *
 * @param coordinates names, in order
 * @param first by output, then coordinate
 * @param total by output, then coordinate
 */
public record SobolIndices(List<String> coordinates, double[][] first, double[][] total) {

  private static final int SKIPPED = 1;

  /** A function of a point in the unit cube to several outputs. */
  public interface Function {
    void evaluate(double[] point, double[] into);
  }

  /**
   * Runs the function {@code samples · (coordinates + 2)} times.
   *
   * @param samples a power of two
   * @param function gives one function to each thread
   */
  public static SobolIndices of(
      List<String> coordinates, int outputs, int samples, Supplier<? extends Function> function) {
    int d = coordinates.size();
    double[][] a = new double[samples][d];
    double[][] b = new double[samples][d];
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * d);
    sequence.skipTo(SKIPPED);
    for (int i = 0; i < samples; i++) {
      double[] both = sequence.nextVector();
      System.arraycopy(both, 0, a[i], 0, d);
      System.arraycopy(both, d, b[i], 0, d);
    }
    double[][] fa = new double[samples][outputs];
    double[][] fb = new double[samples][outputs];
    double[][][] mixed = new double[d][samples][outputs];
    IntStream.range(-2, d)
        .parallel()
        .forEach(column -> {
          Function f = function.get();
          double[] point = new double[d];
          for (int i = 0; i < samples; i++) {
            System.arraycopy(column == -1 ? b[i] : a[i], 0, point, 0, d);
            if (column >= 0) {
              point[column] = b[i][column];
            }
            f.evaluate(point, column == -2 ? fa[i] : column == -1 ? fb[i] : mixed[column][i]);
          }
        });
    double[][] first = new double[outputs][d];
    double[][] total = new double[outputs][d];
    for (int o = 0; o < outputs; o++) {
      double mean = mean(fa, fb, o);
      double variance = variance(fa, fb, o);
      for (int c = 0; c < d; c++) {
        double alone = 0;
        double all = 0;
        for (int i = 0; i < samples; i++) {
          // Centred, which takes most of the noise out of the estimate.
          alone += (fb[i][o] - mean) * (mixed[c][i][o] - fa[i][o]);
          double change = fa[i][o] - mixed[c][i][o];
          all += change * change;
        }
        first[o][c] = variance == 0 ? 0 : alone / samples / variance;
        total[o][c] = variance == 0 ? 0 : all / (2.0 * samples) / variance;
      }
    }
    return new SobolIndices(List.copyOf(coordinates), first, total);
  }

  private static double mean(double[][] fa, double[][] fb, int output) {
    double sum = 0;
    for (int i = 0; i < fa.length; i++) {
      sum += fa[i][output] + fb[i][output];
    }
    return sum / (2.0 * fa.length);
  }

  private static double variance(double[][] fa, double[][] fb, int output) {
    double mean = mean(fa, fb, output);
    double squares = 0;
    for (int i = 0; i < fa.length; i++) {
      double a = fa[i][output] - mean;
      double b = fb[i][output] - mean;
      squares += a * a + b * b;
    }
    return squares / (2.0 * fa.length);
  }
}
