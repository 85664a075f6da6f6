package org.percuta.skin.healing;

import java.util.Arrays;
import org.percuta.skin.Spread;

/**
 * A curve with its bands, one value an hour or a day.
 *
 * @param median half of the members lie below
 * @param p05 lower end of the 90 % band
 * @param p25 lower end of the 50 % band
 * @param p75 upper end of the 50 % band
 * @param p95 upper end of the 90 % band
 */
public record Band(double[] p05, double[] p25, double[] median, double[] p75, double[] p95) {

  /** Of members by row; the rows are left as they are. */
  static Band of(double[][] members, int length) {
    Band band =
        new Band(
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new double[length]);
    double[] column = new double[members.length];
    for (int t = 0; t < length; t++) {
      for (int m = 0; m < members.length; m++) {
        column[m] = members[m][t];
      }
      Arrays.sort(column);
      band.p05[t] = Spread.quantile(column, 0.05);
      band.p25[t] = Spread.quantile(column, 0.25);
      band.median[t] = Spread.quantile(column, 0.5);
      band.p75[t] = Spread.quantile(column, 0.75);
      band.p95[t] = Spread.quantile(column, 0.95);
    }
    return band;
  }

  public int length() {
    return median.length;
  }
}
