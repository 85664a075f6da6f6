package org.percuta.skin.healing;

/**
 * What one run gives.
 *
 * @param redness by hour for 14 days from the first session, 0 (none) to 1
 * @param barrier by hour for 14 days from the first session, share of the surface that is closed
 * @param collagen by day, relative to baseline 1
 * @param collagenI by day, surplus of collagen I over all collagen at rest
 * @param collagenIII by day, surplus of young collagen III over all collagen at rest
 * @param elastin by day, relative to baseline 1; sources disagree on its sign
 */
public record HealingCurves(
    double[] redness,
    double[] barrier,
    double[] collagen,
    double[] collagenI,
    double[] collagenIII,
    double[] elastin) {

  /** Hours followed by the hourly curves. */
  public static final int HOURS = 14 * 24;

  static HealingCurves empty(int days) {
    return new HealingCurves(
        new double[HOURS + 1],
        new double[HOURS + 1],
        new double[days + 1],
        new double[days + 1],
        new double[days + 1],
        new double[days + 1]);
  }
}
