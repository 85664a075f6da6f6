package org.percuta.skin.picture;

import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.MonteCarlo;

/** One square centimetre of skin with its punctures, to scale. */
public final class DensityPicture {

  private static final int SIDE = 360;
  private static final int MARGIN = 20;
  private static final int TOP = 44;
  private static final long SEED = 20260101;
  private static final double MM_PER_CM = 10;

  private DensityPicture() {}

  /** As SVG text; the same dose gives the same picture. */
  public static String of(Dose dose) {
    String device = dose.setting().device().id();
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
            "Punctures on one square centimetre, " + device + ", " + passes(dose),
            "A model. " + says);
    svg.heading(MARGIN, 28, "1 cm² of skin, " + device + ", " + passes(dose));
    svg.rect(MARGIN, TOP, SIDE, SIDE, "#f3e3dc", 1);
    double[] places = MonteCarlo.places(dose.setting(), 1, SEED);
    double radius = dose.opening_mm() / MM_PER_CM / 2 * SIDE;
    svg.raw("<g fill=\"%s\">", Svg.ROSE);
    for (int i = 0; i < places.length; i += 2) {
      svg.raw(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.2f\"/>",
          MARGIN + places[i] * SIDE, TOP + places[i + 1] * SIDE, radius);
    }
    svg.raw("</g>");
    double bar = TOP + SIDE + 16;
    svg.line(MARGIN, bar, MARGIN + SIDE / 10.0, bar, Svg.INK, 2);
    svg.small(MARGIN + SIDE / 10.0 + 8, bar + 4, "start", Svg.INK, "1 mm; openings to scale");
    svg.small(
        MARGIN,
        bar + 24,
        "start",
        Svg.INK,
        Svg.format(
            "%.0f per cm² (%.0f to %.0f), %.1f %% opened",
            dose.density_cm2().mean(),
            dose.density_cm2().p05(),
            dose.density_cm2().p95(),
            100 * dose.coverage().mean()));
    svg.small(
        MARGIN, bar + 42, "start", Svg.SLATE, "A simulated example: a model, not a measurement.");
    return svg.end();
  }

  private static String passes(Dose dose) {
    int passes = dose.setting().passes();
    return passes + (passes == 1 ? " pass" : " passes");
  }
}
