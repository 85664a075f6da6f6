package org.percuta.skin.healing;

/** Times read off the hourly curves. */
public final class Milestones {

  /** Redness below this share of full redness is called gone. */
  public static final double GONE = 0.1;

  private static final double LEFT = 0.1;

  private Milestones() {}

  /** Hours until redness falls below a tenth for good; the curve's length when it does not. */
  public static double rednessGone_h(double[] redness) {
    return lastAbove(redness, GONE);
  }

  /** Hours until a tenth or less of the first opening is left. */
  public static double barrierBack_h(double[] barrier) {
    double most = 0;
    for (double closed : barrier) {
      most = Math.max(most, 1 - closed);
    }
    if (most == 0) {
      return 0;
    }
    double limit = 1 - most * LEFT;
    int hour = barrier.length - 1;
    while (hour > 0 && barrier[hour] >= limit) {
      hour--;
    }
    return hour == barrier.length - 1 ? hour : crossing(barrier, hour, limit);
  }

  private static double lastAbove(double[] curve, double limit) {
    int hour = curve.length - 1;
    while (hour >= 0 && curve[hour] < limit) {
      hour--;
    }
    if (hour < 0) {
      return 0;
    }
    return hour == curve.length - 1 ? hour : crossing(curve, hour, limit);
  }

  private static double crossing(double[] curve, int hour, double limit) {
    double rise = curve[hour + 1] - curve[hour];
    return rise == 0 ? hour + 1 : hour + Math.clamp((limit - curve[hour]) / rise, 0, 1);
  }
}
