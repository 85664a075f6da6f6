package org.percuta.skin.picture;

import org.percuta.skin.healing.Band;
import org.percuta.skin.healing.HealingSession;
import org.percuta.skin.healing.Projection;

/** Redness and barrier over 14 days, collagen over the course, with 50 and 90 % bands. */
public final class HealingTimeline {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 560;
  private static final int HOURS_A_DAY = 24;
  private static final int DAYS_SHOWN = 14;
  private static final double MONTH = 30.44;

  private HealingTimeline() {}

  /** As SVG text. */
  public static String of(Projection projection) {
    int sessions = projection.course().sessions().size();
    Svg svg =
        new Svg(
            "healing",
            WIDTH,
            HEIGHT,
            "Healing over a course of " + sessions + (sessions == 1 ? " session" : " sessions"),
            describe(projection));
    svg.heading(20, 28, "Healing over a course, as a model");
    svg.small(
        20,
        46,
        "start",
        Svg.SLATE,
        "Line: best estimate. Bands: 50 % and 90 % of "
            + projection.members()
            + " runs over what is not known.");
    hourly(svg, projection);
    collagen(svg, projection);
    svg.small(
        20,
        HEIGHT - 14,
        "start",
        Svg.SLATE,
        "A model, not a promise and not a measurement; it overrules no limit of the protocol.");
    return svg.end();
  }

  private static void hourly(Svg svg, Projection projection) {
    double end = (double) DAYS_SHOWN * HOURS_A_DAY;
    Chart redness = new Chart(svg, 60, 96, 280, 150, 0, 1, end);
    redness.frame("Redness after the first session");
    redness.rule(0, "none");
    redness.rule(0.5, "half");
    redness.rule(1, "full");
    redness.bands(projection.redness(), projection.best().redness(), 2, Svg.ROSE);
    double low = 1;
    for (double closed : projection.barrier().p05()) {
      low = Math.min(low, closed);
    }
    low = Math.min(0.99, Math.floor(low * 20) / 20);
    Chart barrier = new Chart(svg, 420, 96, 280, 150, low, 1, end);
    barrier.frame("Closed surface");
    for (int i = 0; i <= 2; i++) {
      double at = low + (1 - low) * i / 2;
      barrier.rule(at, Svg.format("%.1f %%", 100 * at));
    }
    barrier.bands(projection.barrier(), projection.best().barrier(), 2, Svg.SAGE);
    for (int day = 0; day <= DAYS_SHOWN; day += 2) {
      redness.tick((double) day * HOURS_A_DAY, day == 0 ? "day 0" : Integer.toString(day));
      barrier.tick((double) day * HOURS_A_DAY, day == 0 ? "day 0" : Integer.toString(day));
    }
  }

  private static void collagen(Svg svg, Projection projection) {
    double[] high = projection.collagen().p95();
    double most = 0.1;
    for (double value : high) {
      most = Math.max(most, value - 1);
    }
    double step = most > 1 ? 0.5 : most > 0.4 ? 0.2 : 0.1;
    most = Math.ceil(most / step) * step;
    double end = projection.collagen().length() - 1.0;
    Chart chart = new Chart(svg, 60, 320, 640, 160, 0, most, end);
    chart.frame("Collagen of the papillary dermis over baseline");
    for (int i = 0; i * step <= most + 1e-9; i++) {
      chart.rule(i * step, i == 0 ? "baseline" : Svg.format("+%.0f %%", 100 * i * step));
    }
    chart.bands(less(projection), surplus(projection.best().collagen()), 2, Svg.ROSE);
    for (HealingSession session : projection.course().sessions()) {
      double x = chart.x(session.day());
      svg.path(Svg.format("M%.1f,478 l-4,-8 l8,0 Z", x), Svg.INK, 1, "none", 0);
    }
    int months = (int) (end / MONTH);
    for (int month = 0; month <= months; month += 3) {
      chart.tick(month * MONTH, month == 0 ? "month 0" : Integer.toString(month));
    }
    svg.small(700, 516, "end", Svg.INK, "▾ session");
  }

  private static Band less(Projection projection) {
    Band band = projection.collagen();
    return new Band(
        surplus(band.p05()),
        surplus(band.p25()),
        surplus(band.median()),
        surplus(band.p75()),
        surplus(band.p95()));
  }

  private static double[] surplus(double[] relative) {
    double[] surplus = new double[relative.length];
    for (int i = 0; i < relative.length; i++) {
      surplus[i] = relative[i] - 1;
    }
    return surplus;
  }

  private static String describe(Projection projection) {
    double[] collagen = projection.best().collagen();
    int best = 0;
    for (int day = 0; day < collagen.length; day++) {
      best = collagen[day] > collagen[best] ? day : best;
    }
    return Svg.format(
        "A model. Redness is gone after %.0f hours (%.0f to %.0f), the barrier is back after %.0f"
            + " hours (%.0f to %.0f). Collagen is highest on day %d, %.0f %% over baseline (%.0f to"
            + " %.0f %%), and at the end %.0f %% over it.",
        projection.rednessGone_h().mean(),
        projection.rednessGone_h().p05(),
        projection.rednessGone_h().p95(),
        projection.barrierBack_h().mean(),
        projection.barrierBack_h().p05(),
        projection.barrierBack_h().p95(),
        best,
        100 * (collagen[best] - 1),
        100 * (projection.collagen().p05()[best] - 1),
        100 * (projection.collagen().p95()[best] - 1),
        100 * (collagen[collagen.length - 1] - 1));
  }
}
