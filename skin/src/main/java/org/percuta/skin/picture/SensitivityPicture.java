package org.percuta.skin.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.percuta.skin.sensitivity.SobolIndices;

/** The strongest parameters of each output, as bars. */
public final class SensitivityPicture {

  private static final int SHOWN = 6;
  private static final double LEAST = 0.005;
  private static final int ROW = 22;
  private static final int PANEL = 52 + SHOWN * ROW;
  private static final int WIDTH = 720;
  private static final int LEFT = 300;
  private static final int BAR = 360;

  private SensitivityPicture() {}

  /** As SVG text. */
  public static String of(SobolIndices indices, List<String> outputs) {
    Svg svg =
        new Svg(
            "sensitivity",
            WIDTH,
            60 + PANEL * outputs.size(),
            "What the outputs depend on",
            "Total and first-order Sobol indices of the strongest parameters; the table holds all.");
    svg.heading(20, 28, "What the outputs depend on (Sobol indices)");
    svg.rect(LEFT, 40, 12, 10, Paint.ROSE, 1);
    svg.small(LEFT + 18, 49, "start", Paint.INK, "alone");
    svg.rect(LEFT + 70, 40, 12, 10, Paint.ROSE, 0.3);
    svg.small(LEFT + 88, 49, "start", Paint.INK, "with its interactions");
    for (int output = 0; output < outputs.size(); output++) {
      panel(svg, indices, output, outputs.get(output), 60 + PANEL * output);
    }
    return svg.end();
  }

  private static void panel(Svg svg, SobolIndices indices, int output, String name, double top) {
    svg.text(
        20,
        top + 26,
        "start",
        Paint.INK,
        Character.toUpperCase(name.charAt(0)) + name.substring(1));
    double[] total = indices.total()[output];
    List<Integer> order =
        IntStream.range(0, total.length)
            .filter(i -> total[i] >= LEAST)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -total[i]))
            .limit(SHOWN)
            .toList();
    double y = top + 38;
    for (int i : order) {
      double first = Math.clamp(indices.first()[output][i], 0, 1);
      svg.small(LEFT - 10, y + 11, "end", Paint.INK, indices.coordinates().get(i));
      svg.rect(LEFT, y, BAR * Math.clamp(total[i], 0, 1), 14, Paint.ROSE, 0.3);
      svg.rect(LEFT, y, BAR * first, 14, Paint.ROSE, 1);
      svg.small(
          LEFT + BAR * Math.clamp(total[i], 0, 1) + 6,
          y + 11,
          "start",
          Paint.INK,
          Svg.format("%.2f", total[i]));
      y += ROW;
    }
  }
}
