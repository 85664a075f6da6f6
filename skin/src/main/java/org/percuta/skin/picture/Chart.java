package org.percuta.skin.picture;

import org.percuta.skin.healing.Band;

/** One panel: a curve with its bands over time. */
final class Chart {

  private final Svg svg;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double lowest;
  private final double highest;
  private final double end;

  /**
   * A panel.
   *
   * @param end last time, in samples
   */
  Chart(
      Svg svg,
      double left,
      double top,
      double width,
      double height,
      double lowest,
      double highest,
      double end) {
    this.svg = svg;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.lowest = lowest;
    this.highest = highest;
    this.end = end;
  }

  double x(double time) {
    return left + width * time / end;
  }

  double y(double value) {
    return top + height * (1 - (Math.clamp(value, lowest, highest) - lowest) / (highest - lowest));
  }

  void frame(String title) {
    svg.text(left, top - 10, "start", Paint.INK, title);
    svg.line(left, top + height, left + width, top + height, Paint.INK, 1);
  }

  void rule(double value, String label) {
    svg.line(left, y(value), left + width, y(value), Paint.LINE, 1);
    svg.small(left - 6, y(value) + 4, "end", Paint.INK, label);
  }

  void tick(double time, String label) {
    svg.line(x(time), top + height, x(time), top + height + 5, Paint.INK, 1);
    svg.small(x(time), top + height + 18, "middle", Paint.INK, label);
  }

  void bands(Band band, double[] best, int stride, Paint colour) {
    area(band.p05(), band.p95(), stride, colour, 0.14);
    area(band.p25(), band.p75(), stride, colour, 0.28);
    StringBuilder line = new StringBuilder();
    for (int t = 0; t < best.length && t <= end; t += stride) {
      line.append(Svg.format("%s%.1f,%.1f ", t == 0 ? "M" : "L", x(t), y(best[t])));
    }
    svg.path(line.toString().strip(), Paint.NONE, 0, colour, 2);
  }

  private void area(double[] low, double[] high, int stride, Paint colour, double opacity) {
    StringBuilder path = new StringBuilder();
    int last = 0;
    for (int t = 0; t < high.length && t <= end; t += stride) {
      path.append(Svg.format("%s%.1f,%.1f ", t == 0 ? "M" : "L", x(t), y(high[t])));
      last = t;
    }
    for (int t = last; t >= 0; t -= stride) {
      path.append(Svg.format("L%.1f,%.1f ", x(t), y(low[t])));
    }
    svg.path(path.append('Z').toString(), colour, opacity, Paint.NONE, 0);
  }
}
