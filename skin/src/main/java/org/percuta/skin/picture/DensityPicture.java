package org.percuta.skin.picture;

import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.MonteCarlo;

/**
 * A square of skin with its punctures, to scale: one centimetre wide, or less where there are too
 * many to draw.
 */
public final class DensityPicture {

  private static final int SIDE = 360;
  private static final int MARGIN = 20;
  private static final int TOP = 44;
  private static final long SEED = 20260101;
  private static final double MM_PER_CM = 10;
  private static final double[] SIDES_CM = {1, 0.5, 0.2, 0.1};

  /** More than this no eye counts, and no page should carry. */
  private static final int MOST_PUNCTURES = 4_000;

  private DensityPicture() {}

  /** As SVG text; the same dose gives the same picture. */
  public static String of(Dose dose) {
    String device = dose.setting().device().id();
    double side = side_cm(dose);
    String square =
        side == 1 ? "1 cm²" : Svg.format("%.0f × %.0f mm", side * MM_PER_CM, side * MM_PER_CM);
    String says =
        Svg.format(
            "%.0f punctures per cm² on average; between %.0f and %.0f on nine in ten places; %.1f %%"
                + " of the surface is opened.",
            dose.density_cm2().mean(),
            dose.density_cm2().p05(),
            dose.density_cm2().p95(),
            100 * dose.coverage().mean());
    Svg svg =
        new Svg(
            "density",
            SIDE + 2 * MARGIN,
            SIDE + TOP + 76,
            "Punctures on " + square + " of skin, " + device + ", " + passes(dose),
            "A model. " + says);
    svg.heading(MARGIN, 28, square + " of skin, " + device + ", " + passes(dose));
    svg.rect(MARGIN, TOP, SIDE, SIDE, Paint.SKIN, 1);
    double[] places = MonteCarlo.places(dose.setting(), side, SEED);
    double scale = SIDE / side;
    double radius = dose.opening_mm() / MM_PER_CM / 2 * scale;
    svg.raw("<g %s>", Paint.MARK.fill());
    for (int i = 0; i < places.length; i += 2) {
      svg.raw(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.2f\"/>",
          MARGIN + places[i] * scale, TOP + places[i + 1] * scale, radius);
    }
    svg.raw("</g>");
    double bar = TOP + SIDE + 16;
    double millimetre = scale / MM_PER_CM;
    double shown = side > 0.1 ? millimetre : millimetre / 10;
    svg.line(MARGIN, bar, MARGIN + shown, bar, Paint.INK, 2);
    svg.small(
        MARGIN + shown + 8,
        bar + 4,
        "start",
        Paint.INK,
        (side > 0.1 ? "1 mm" : "0.1 mm") + "; openings to scale");
    svg.small(
        MARGIN,
        bar + 24,
        "start",
        Paint.INK,
        Svg.format(
            "%.0f per cm² (%.0f to %.0f), %.1f %% opened",
            dose.density_cm2().mean(),
            dose.density_cm2().p05(),
            dose.density_cm2().p95(),
            100 * dose.coverage().mean()));
    svg.small(
        MARGIN, bar + 42, "start", Paint.SLATE, "A simulated example: a model, not a measurement.");
    return svg.end();
  }

  private static double side_cm(Dose dose) {
    for (double side : SIDES_CM) {
      if (dose.density_cm2().mean() * side * side <= MOST_PUNCTURES) {
        return side;
      }
    }
    return SIDES_CM[SIDES_CM.length - 1];
  }

  private static String passes(Dose dose) {
    int passes = dose.setting().passes();
    return passes + (passes == 1 ? " pass" : " passes");
  }
}
