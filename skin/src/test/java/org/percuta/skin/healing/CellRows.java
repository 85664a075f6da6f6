package org.percuta.skin.healing;

import static org.percuta.skin.healing.Row.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.healing.Row.Half;

/** Rows on cells and new collagen of one session. */
final class CellRows {

  private static final double NEAR = 0.15;

  private final SingleSession ours;
  private final List<Row> rows = new ArrayList<>();

  CellRows(SkinParameters parameters, double wound) {
    ours = new SingleSession(parameters, wound);
  }

  List<Row> rows() {
    curve(Published.NEUTROPHILS, day -> ours.relative(State.NEUTROPHILS, day));
    curve(Published.INFLAMMATION, day -> ours.relative(State.INFLAMMATION, day));
    curve(Published.MACROPHAGES, day -> ours.relative(State.MACROPHAGES, day));
    curve(Published.MYOFIBROBLASTS, day -> ours.relative(State.MYOFIBROBLASTS, day));
    curve(Published.COLLAGEN, ours::collagen);
    peak("neutrophil", State.NEUTROPHILS, 1, 0.5, 2);
    peak("inflammation", State.INFLAMMATION, 2, 1, 3);
    peak("macrophage", State.MACROPHAGES, 3, 2, 4);
    peak("myofibroblast", State.MYOFIBROBLASTS, 12, 10, 15);
    order();
    fall();
    monotone();
    return rows;
  }

  private void curve(Published published, DoubleUnaryOperator model) {
    for (Half half : Half.values()) {
      StringBuilder theirs = new StringBuilder();
      StringBuilder here = new StringBuilder();
      double worst = 0;
      for (int i : published.half(half)) {
        double value = model.applyAsDouble(published.days()[i]);
        worst = Math.max(worst, Math.abs(value - published.values()[i]));
        theirs.append(say("d%s %.2f; ", day(published.days()[i]), published.values()[i]));
        here.append(say("%.2f; ", value));
      }
      rows.add(
          new Row(
              half,
              "Curve of " + published.name() + " after one wound, relative",
              trim(theirs),
              trim(here) + say(" (worst %.2f apart)", worst),
              say("every point within %.2f", NEAR),
              Row.of(worst <= NEAR),
              Published.SOURCE));
    }
  }

  private void peak(String name, State state, double published, double low, double high) {
    double day = ours.peakDay(state);
    rows.add(
        new Row(
            Half.HELD_OUT,
            "Day of the " + name + " peak",
            "day " + day(published),
            say("day %.1f", day),
            say("between the points beside it, day %s to %s", day(low), day(high)),
            Row.of(day >= low && day <= high),
            Published.SOURCE));
  }

  private void order() {
    Map<String, Double> peaks =
        Map.of(
            "n", ours.peakDay(State.NEUTROPHILS),
            "i", ours.peakDay(State.INFLAMMATION),
            "m", ours.peakDay(State.MACROPHAGES),
            "y", ours.peakDay(State.MYOFIBROBLASTS));
    boolean inOrder =
        peak(peaks, "n") < peak(peaks, "i")
            && peak(peaks, "i") < peak(peaks, "m")
            && peak(peaks, "m") < peak(peaks, "y");
    rows.add(
        new Row(
            Half.HELD_OUT,
            "Order of the peaks",
            "neutrophils, inflammation, macrophages, myofibroblasts",
            say(
                "days %.1f, %.1f, %.1f, %.1f",
                peak(peaks, "n"), peak(peaks, "i"), peak(peaks, "m"), peak(peaks, "y")),
            "strictly in this order",
            Row.of(inOrder),
            Published.SOURCE));
  }

  private static double peak(Map<String, Double> peaks, String key) {
    return peaks.getOrDefault(key, Double.NaN);
  }

  private void fall() {
    double left = ours.relative(State.MYOFIBROBLASTS, 28);
    rows.add(
        new Row(
            Half.HELD_OUT,
            "Myofibroblasts left on day 28",
            "10 % of the peak",
            say("%.0f %%", 100 * left),
            "at most 20 %",
            Row.of(left <= 0.2),
            Published.SOURCE));
  }

  private void monotone() {
    boolean rises = true;
    for (double day = 0.25; day <= 28; day += 0.25) {
      rises &= ours.collagen(day) >= ours.collagen(day - 0.25) - 1e-9;
    }
    rows.add(
        new Row(
            Half.HELD_OUT,
            "New collagen to day 28",
            "never falls",
            rises ? "never falls" : "falls",
            "never falls",
            Row.of(rises),
            Published.SOURCE));
  }

  private static String day(double day) {
    return day == Math.rint(day) ? say("%.0f", day) : say("%.1f", day);
  }

  private static String trim(StringBuilder text) {
    return text.substring(0, text.length() - 2);
  }
}
