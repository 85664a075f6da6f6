package org.percuta.skin.dosimetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.percuta.skin.Checked;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.HealingParameter;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.Spread;

/** The closed form: from a setting to what it does. */
public final class Dosimetry {

  private static final int NODES = 24;
  private static final double CM2_PER_MM2 = 0.01;

  private Dosimetry() {}

  /** What is asked for, or why it is impossible. */
  public static Checked<Dose> dose(SkinParameters parameters, DoseRequest asked) {
    return DoseSetting.check(parameters, asked).map(Dosimetry::dose);
  }

  /** What a possible setting does. */
  public static Dose dose(DoseSetting setting) {
    StripPattern pattern = StripPattern.of(setting, setting.value(DoseParameter.SPEED_CV));
    DensityLaw density =
        DensityLaw.of(pattern, setting.value(DoseParameter.STRIP_JITTER_CM), setting.passes());
    Penetration penetration = new Penetration(setting);
    Channels channels = new Channels(setting);
    Map<Layer, Double> layers = penetration.layers();
    return new Dose(
        setting,
        pattern.density(),
        density.spread(),
        channels.opening_mm(),
        channels.coverage(density),
        undertreated(setting, density),
        overtreated(setting, density),
        penetration.depth(),
        layers,
        bleeding(setting, density, layers),
        channels.open_h(),
        channels.minutes(pattern),
        wounded(setting, density, penetration),
        limits(setting));
  }

  private static double undertreated(DoseSetting setting, DensityLaw density) {
    return density.mean() == 0
        ? 1
        : density.cdf(density.mean() * setting.value(DoseParameter.UNDERTREATED_BELOW));
  }

  private static double overtreated(DoseSetting setting, DensityLaw density) {
    return density.mean() == 0
        ? 0
        : 1 - density.cdf(density.mean() * setting.value(DoseParameter.OVERTREATED_ABOVE));
  }

  /** Grows with depth, since only channels into the papillary dermis or deeper can bleed. */
  private static double bleeding(
      DoseSetting setting, DensityLaw density, Map<Layer, Double> layers) {
    double dermis =
        layers.getOrDefault(Layer.PAPILLARY_DERMIS, 0.0)
            + layers.getOrDefault(Layer.RETICULAR_DERMIS, 0.0)
            + layers.getOrDefault(Layer.SUBCUTIS, 0.0);
    return -Math.expm1(
        -density.mean() * dermis * setting.value(DoseParameter.BLEEDING_PER_CHANNEL));
  }

  /**
   * Share of the dermis that answers: the area within a radius of a puncture, times the share of
   * the dermis that needles pass through.
   */
  private static Spread wounded(DoseSetting setting, DensityLaw density, Penetration penetration) {
    if (density.mean() == 0) {
      return Spread.NONE;
    }
    Variable radius =
        Variable.of(setting.parameters().get(HealingParameter.WOUND_ZONE_RADIUS.id()));
    double[] values = new double[NODES * NODES];
    double[] radii = radius.nodes(NODES);
    double[] shares = penetration.share().nodes(NODES);
    for (int s = 0; s < NODES; s++) {
      double dermal = penetration.dermalShare(shares[s]);
      for (int r = 0; r < NODES; r++) {
        values[s * NODES + r] = zone(density.mean(), radii[r]) * dermal;
      }
    }
    double best =
        zone(density.mean(), radius.mean()) * penetration.dermalShare(penetration.share().mean());
    Spread spread = Spread.of(values);
    return new Spread(best, Math.min(best, spread.p05()), Math.max(best, spread.p95()));
  }

  private static double zone(double density, double radius_mm) {
    return -Math.expm1(-density * Math.PI * radius_mm * radius_mm * CM2_PER_MM2);
  }

  private static List<DoseNote> limits(DoseSetting setting) {
    List<DoseNote> notes = new ArrayList<>();
    double depth = setting.depth_mm();
    double most = setting.device().maxDepth_mm();
    notes.add(
        new DoseNote(
            "device-depth",
            depth,
            most,
            "mm",
            false,
            say(
                "%.2f mm is within %.2f mm, the limit of %s.",
                depth, most, setting.device().id())));
    double skin = setting.site().thickness_mm();
    boolean through = depth > skin;
    notes.add(
        new DoseNote(
            "site-thickness",
            depth,
            skin,
            "mm",
            through,
            say(
                through
                    ? "The setting of %.2f mm is deeper than the mean skin of the %s, %.2f mm by %s;"
                        + " how deep the tips go is shown apart."
                    : "The setting of %.2f mm stays within the mean skin of the %s, %.2f mm by %s.",
                depth,
                setting.site().id(),
                skin,
                setting.site().method().name().toLowerCase(Locale.ROOT))));
    if (setting.device() instanceof Device.Pen pen) {
      notes.add(
          new DoseNote(
              "stroke-rate",
              setting.rate_s(),
              pen.maxStrokeRate_s(),
              "/s",
              false,
              say(
                  "%.0f strokes a second are within %.0f, the fastest of %s.",
                  setting.rate_s(), pen.maxStrokeRate_s(), pen.id())));
    }
    return List.copyOf(notes);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
