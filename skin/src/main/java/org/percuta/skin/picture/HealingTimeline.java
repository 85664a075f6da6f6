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
  private static final int PANEL_WIDTH = 400;
  private static final int PANEL_HEIGHT = 224;
  private static final int PANEL_LEFT = 62;
  private static final int PANEL_TOP = 36;
  private static final int PANEL_CHART = 326;
  private static final int PANEL_CHART_HEIGHT = 150;

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
        Paint.SLATE,
        "Line: best estimate. Bands: 50 % and 90 % of "
            + projection.members()
            + " runs over what is not known.");
    hourly(svg, projection);
    collagen(svg, projection);
    svg.small(
        20,
        HEIGHT - 14,
        "start",
        Paint.SLATE,
        "A model, not a promise and not a measurement; it overrules no limit of the protocol.");
    return svg.end();
  }

  private static void hourly(Svg svg, Projection projection) {
    redness(svg, projection, 60, 96, 280);
    barrier(svg, projection, 420, 96, 280);
  }

  private static void collagen(Svg svg, Projection projection) {
    collagen(svg, projection, 60, 320, 640, 160);
    svg.small(700, 516, "end", Paint.INK, "▾ session");
  }

  /**
   * The three panels apart, for a page that sets them one below the other where it is narrow.
   *
   * @param id begins the ids in them; unique on the page
   */
  public static Panels panels(Projection projection, String id) {
    Svg redness = panel(id + "-redness", "Redness after the first session", projection);
    redness(redness, projection, PANEL_LEFT, PANEL_TOP, PANEL_CHART);
    Svg barrier = panel(id + "-barrier", "Closed surface after the first session", projection);
    barrier(barrier, projection, PANEL_LEFT, PANEL_TOP, PANEL_CHART);
    Svg collagen = panel(id + "-collagen", "Collagen over the course", projection);
    collagen(collagen, projection, PANEL_LEFT, PANEL_TOP, PANEL_CHART, PANEL_CHART_HEIGHT);
    return new Panels(redness.end(), barrier.end(), collagen.end());
  }

  /** SVG texts. */
  public record Panels(String redness, String barrier, String collagen) {}

  private static Svg panel(String id, String title, Projection projection) {
    return new Svg(id, PANEL_WIDTH, PANEL_HEIGHT, title, describe(projection));
  }

  private static void redness(
      Svg svg, Projection projection, double left, double top, double width) {
    double end = (double) DAYS_SHOWN * HOURS_A_DAY;
    Chart chart = new Chart(svg, left, top, width, PANEL_CHART_HEIGHT, 0, 1, end);
    chart.frame("Redness after the first session");
    chart.rule(0, "none");
    chart.rule(0.5, "half");
    chart.rule(1, "full");
    chart.bands(projection.redness(), projection.best().redness(), 2, Paint.ROSE);
    days(chart);
  }

  private static void barrier(
      Svg svg, Projection projection, double left, double top, double width) {
    double low = 1;
    for (double closed : projection.barrier().p05()) {
      low = Math.min(low, closed);
    }
    low = Math.min(0.99, Math.floor(low * 20) / 20);
    double end = (double) DAYS_SHOWN * HOURS_A_DAY;
    Chart chart = new Chart(svg, left, top, width, PANEL_CHART_HEIGHT, low, 1, end);
    chart.frame("Closed surface");
    for (int i = 0; i <= 2; i++) {
      double at = low + (1 - low) * i / 2;
      chart.rule(at, Svg.format("%.1f %%", 100 * at));
    }
    chart.bands(projection.barrier(), projection.best().barrier(), 2, Paint.SAGE);
    days(chart);
  }

  private static void days(Chart chart) {
    for (int day = 0; day <= DAYS_SHOWN; day += 2) {
      chart.tick((double) day * HOURS_A_DAY, day == 0 ? "day 0" : Integer.toString(day));
    }
  }

  private static void collagen(
      Svg svg, Projection projection, double left, double top, double width, double height) {
    double[] high = projection.collagen().p95();
    double most = 0.1;
    for (double value : high) {
      most = Math.max(most, value - 1);
    }
    double step = most > 1 ? 0.5 : most > 0.4 ? 0.2 : 0.1;
    most = Math.ceil(most / step) * step;
    double end = projection.collagen().length() - 1.0;
    Chart chart = new Chart(svg, left, top, width, height, 0, most, end);
    chart.frame("Collagen of the papillary dermis over baseline");
    for (int i = 0; i * step <= most + 1e-9; i++) {
      chart.rule(i * step, i == 0 ? "baseline" : Svg.format("+%.0f %%", 100 * i * step));
    }
    chart.bands(less(projection), surplus(projection.best().collagen()), 2, Paint.ROSE);
    for (HealingSession session : projection.course().sessions()) {
      svg.path(
          Svg.format("M%.1f,%.1f l-4,-8 l8,0 Z", chart.x(session.day()), top + height - 2),
          Paint.INK,
          1,
          Paint.NONE,
          0);
    }
    int months = (int) (end / MONTH);
    int every = months > 36 ? 12 : months > 20 ? 6 : 3;
    for (int month = 0; month <= months; month += every) {
      chart.tick(month * MONTH, month == 0 ? "month 0" : Integer.toString(month));
    }
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
