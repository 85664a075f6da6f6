package org.percuta.skin.picture;

import java.util.Locale;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.Layer;
import org.percuta.skin.dosimetry.SkinSite;

/** The skin of a place from the side, with the needle and the layers to scale. */
public final class CrossSection {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 440;
  private static final int LEFT = 60;
  private static final int SKIN_WIDTH = 210;
  private static final int TOP = 88;
  private static final int BOTTOM = 370;
  private static final int TABLE = 350;
  private static final double SUBCUTIS_SHOWN_MM = 0.5;
  private static final Paint[] COLOURS = {
    Paint.CORNEUM, Paint.EPIDERMIS, Paint.PAPILLARY, Paint.RETICULAR, Paint.SUBCUTIS
  };
  private static final int NARROW_WIDTH = 400;
  private static final int NARROW_HEIGHT = 330;
  private static final int NARROW_SHIFT = 60;

  private CrossSection() {}

  /** As SVG text. */
  public static String of(Dose dose) {
    SkinSite site = dose.setting().site();
    Spread tip = dose.penetration_mm();
    String title =
        Svg.format(
            "Needle at %.2f mm in the skin of the %s, %s",
            dose.setting().depth_mm(), site.id(), dose.setting().device().id());
    Svg svg = new Svg("section", WIDTH, HEIGHT, title, describe(dose));
    svg.heading(20, 28, title);
    svg.small(
        20,
        48,
        "start",
        Paint.SLATE,
        "Mean thickness by "
            + site.method().name().toLowerCase(Locale.ROOT)
            + "; a model, not a measurement.");
    skin(svg, dose);
    table(svg, dose);
    svg.small(
        20,
        HEIGHT - 40,
        "start",
        Paint.INK,
        Svg.format(
            "Tips end at %.2f mm (%.2f to %.2f mm); dashed: the setting, %.2f mm.",
            tip.mean(), tip.p05(), tip.p95(), dose.setting().depth_mm()));
    svg.small(
        20,
        HEIGHT - 20,
        "start",
        Paint.SLATE,
        "Bar beside the needle: nine tips in ten. Needle and layers are to the same scale.");
    return svg.end();
  }

  /** The drawing alone, for a page that says the rest in words and holds a table of the layers. */
  public static String drawing(Dose dose) {
    String title =
        Svg.format(
            "Needle at %.2f mm in the skin, needle and layers to the same scale",
            dose.setting().depth_mm());
    Svg svg = new Svg("section", NARROW_WIDTH, NARROW_HEIGHT, title, describe(dose));
    svg.raw("<g transform=\"translate(0 -%d)\">", NARROW_SHIFT);
    double[] bounds = skin(svg, dose);
    double lowest = TOP;
    for (Layer layer : Layer.values()) {
      int i = layer.ordinal();
      double middle = (bounds[i] + bounds[i + 1]) / 2;
      lowest = Math.max(lowest + 16, middle);
      double x = LEFT + SKIN_WIDTH;
      svg.line(x, middle, x + 14, lowest, Paint.SLATE, 1);
      svg.small(x + 18, lowest + 4, "start", Paint.INK, layer.words());
    }
    svg.raw("</g>");
    return svg.end();
  }

  /** The layers with ruler and needle; where the layers begin and end on the picture. */
  private static double[] skin(Svg svg, Dose dose) {
    SkinSite site = dose.setting().site();
    double most =
        Math.max(site.thickness_mm() + SUBCUTIS_SHOWN_MM, dose.setting().depth_mm() + 0.2);
    double scale = (BOTTOM - TOP) / most;
    double[] bounds = bounds(site, most);
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = TOP + bounds[i] * scale;
    }
    for (int i = 0; i < COLOURS.length; i++) {
      svg.rect(LEFT, bounds[i], SKIN_WIDTH, bounds[i + 1] - bounds[i], COLOURS[i], 1);
    }
    svg.line(LEFT, TOP, LEFT + SKIN_WIDTH, TOP, Paint.INK, 1.2);
    rulers(svg, most, scale);
    needle(svg, dose, dose.penetration_mm(), scale);
    return bounds;
  }

  private static double[] bounds(SkinSite site, double most) {
    double epidermis = site.epidermisMean_mm();
    return new double[] {
      0,
      epidermis * site.corneumMean(),
      epidermis,
      epidermis + site.dermisMean_mm() * site.papillaryMean(),
      site.thickness_mm(),
      most
    };
  }

  private static void rulers(Svg svg, double most, double scale) {
    double step = most > 2 ? 0.5 : 0.25;
    for (int i = 0; i * step <= most; i++) {
      double y = TOP + i * step * scale;
      svg.line(LEFT - 6, y, LEFT, y, Paint.INK, 1);
      svg.small(LEFT - 10, y + 4, "end", Paint.INK, Svg.format("%.2f", i * step));
    }
    svg.small(LEFT - 10, TOP - 12, "end", Paint.INK, "mm");
  }

  private static void needle(Svg svg, Dose dose, Spread tip, double scale) {
    double x = LEFT + SKIN_WIDTH / 2.0;
    double half = dose.setting().device().needleDiameter_mm() * scale / 2;
    double end = TOP + tip.mean() * scale;
    double shoulder = Math.max(TOP - 16, end - half * 6);
    svg.path(
        Svg.format(
            "M%.1f,%.1f L%.1f,%.1f L%.1f,%.1f L%.1f,%.1f L%.1f,%.1f Z",
            x - half,
            TOP - 16.0,
            x + half,
            TOP - 16.0,
            x + half,
            shoulder,
            x,
            end,
            x - half,
            shoulder),
        Paint.NEEDLE,
        0.85,
        Paint.ON_SKIN,
        0.8);
    double setting = TOP + dose.setting().depth_mm() * scale;
    svg.dashed(LEFT, setting, LEFT + SKIN_WIDTH, setting, Paint.MARK);
    double bar = LEFT + SKIN_WIDTH - 28.0;
    svg.line(bar, TOP + tip.p05() * scale, bar, TOP + tip.p95() * scale, Paint.ON_SKIN, 3);
    svg.line(bar - 6, end, bar + 6, end, Paint.ON_SKIN, 2);
  }

  private static void table(Svg svg, Dose dose) {
    svg.text(TABLE - 50, TOP + 6, "start", Paint.INK, "Where the tips end");
    double y = TOP + 34;
    for (Layer layer : Layer.values()) {
      double share = dose.layers().getOrDefault(layer, 0.0);
      svg.rect(TABLE - 50, y - 11, 14, 14, COLOURS[layer.ordinal()], 1);
      svg.raw(
          "<rect x=\"%d\" y=\"%.1f\" width=\"14\" height=\"14\" %s/>",
          TABLE - 50, y - 11, Paint.of(Paint.NONE, Paint.SLATE));
      svg.text(TABLE - 28, y, "start", Paint.INK, layer.words());
      svg.text(WIDTH - 20.0, y, "end", Paint.INK, percent(share));
      svg.rect(TABLE - 28, y + 6, (WIDTH - 20 - TABLE + 28) * share, 4, Paint.ROSE, 0.8);
      y += 40;
    }
  }

  private static String percent(double share) {
    return share > 0 && share < 0.005 ? "under 1 %" : Svg.format("%.0f %%", 100 * share);
  }

  private static String describe(Dose dose) {
    StringBuilder words =
        new StringBuilder("A model. Tips end ")
            .append(
                Svg.format(
                    "%.2f mm deep (%.2f to %.2f mm). ",
                    dose.penetration_mm().mean(),
                    dose.penetration_mm().p05(),
                    dose.penetration_mm().p95()));
    for (Layer layer : Layer.values()) {
      words
          .append(layer.words())
          .append(": ")
          .append(percent(dose.layers().getOrDefault(layer, 0.0)))
          .append(layer == Layer.SUBCUTIS ? "." : ", ");
    }
    return words.toString();
  }
}
