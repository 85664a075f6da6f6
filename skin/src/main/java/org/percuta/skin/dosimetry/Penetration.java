package org.percuta.skin.dosimetry;

import java.util.EnumMap;
import java.util.Map;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.Spread;

/**
 * How deep the tips go: {@code max(0, depth · k · pressure + t)}, k the share of the setting that
 * enters (normal, cut to its range) and t the tolerance of a pen's scale (uniform). Thickness is
 * that of the site; sex and age act through it. Probabilities are over needles, people and what is
 * not known together.
 */
final class Penetration {

  private static final int NODES = 16;

  /** More, since the subcutis is reached in the thin tail of the dermis. */
  private static final int DERMIS_NODES = 48;

  private static final double ROUNDING = 1e-12;
  private static final int SHARE_NODES = 6;
  private static final int SCALE_NODES = 5;

  private final SkinSite site;
  private final Variable share;
  private final double depth_mm;
  private final double tolerance_mm;

  Penetration(DoseSetting setting) {
    site = setting.site();
    depth_mm = setting.depth_mm();
    double pressure =
        switch (setting.pressure()) {
          case LIGHT -> setting.value(DoseParameter.PRESSURE_LIGHT);
          case USUAL -> 1;
          case FIRM -> setting.value(DoseParameter.PRESSURE_FIRM);
        };
    DoseParameter k =
        switch (setting.device()) {
          case Device.Pen _ -> DoseParameter.PENETRATION_PEN;
          case Device.Roller _ -> DoseParameter.PENETRATION_ROLLER;
          case Device.Stamp _ -> DoseParameter.PENETRATION_STAMP;
          case Device.Patch _ -> DoseParameter.PENETRATION_PATCH;
        };
    share = setting.variable(k).scaled(pressure);
    tolerance_mm =
        setting.device() instanceof Device.Pen && depth_mm > 0
            ? setting.value(DoseParameter.SETTING_TOLERANCE_MM)
            : 0;
  }

  /** Depth of the tips, mm. */
  Spread depth() {
    double[] values = new double[NODES * NODES];
    double[] shares = share.nodes(NODES);
    for (int i = 0; i < values.length; i++) {
      double t = tolerance_mm * (2 * (i % NODES + 0.5) / NODES - 1);
      values[i] = Math.max(0, depth_mm * shares[i / NODES] + t);
    }
    return Spread.of(values);
  }

  /** Where the tips end, as probabilities that sum to 1. */
  Map<Layer, Double> layers() {
    double[] deeper = new double[4];
    double[] epidermis = site.epidermis().nodes(NODES);
    double[] dermis = site.dermis().nodes(DERMIS_NODES);
    double[] corneum = site.corneum().nodes(SHARE_NODES);
    double[] papillary = site.papillary().nodes(SHARE_NODES);
    for (double e : epidermis) {
      for (double c : corneum) {
        deeper[0] += beyond(c * e) / (NODES * SHARE_NODES);
      }
      deeper[1] += beyond(e) / NODES;
      for (double d : dermis) {
        for (double p : papillary) {
          deeper[2] += beyond(e + p * d) / (NODES * DERMIS_NODES * SHARE_NODES);
        }
        deeper[3] += beyond(e + d) / (NODES * DERMIS_NODES);
      }
    }
    Map<Layer, Double> shares = new EnumMap<>(Layer.class);
    double above = 1;
    for (Layer layer : Layer.values()) {
      double below = layer == Layer.SUBCUTIS ? 0 : Math.min(above, deeper[layer.ordinal()]);
      double share = above - below;
      // What is left is rounding, not chance.
      shares.put(layer, share < ROUNDING ? 0 : share);
      above = below;
    }
    return shares;
  }

  /** Mean share of the dermis that a needle passes through, at one value of k. */
  double dermalShare(double k) {
    double sum = 0;
    for (double e : site.epidermis().nodes(NODES)) {
      for (double d : site.dermis().nodes(NODES)) {
        for (int t = 0; t < SCALE_NODES; t++) {
          double tip = depth_mm * k + tolerance_mm * (2 * (t + 0.5) / SCALE_NODES - 1);
          sum += Math.clamp((tip - e) / d, 0, 1);
        }
      }
    }
    return sum / (NODES * NODES * SCALE_NODES);
  }

  Variable share() {
    return share;
  }

  double tip(double k, double uniform) {
    return Math.max(0, depth_mm * k + tolerance_mm * (2 * uniform - 1));
  }

  /** Probability of a tip deeper than {@code boundary}, which is above 0. */
  private double beyond(double boundary) {
    if (depth_mm == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < SCALE_NODES; i++) {
      double t = tolerance_mm * (2 * (i + 0.5) / SCALE_NODES - 1);
      sum += 1 - share.cdf((boundary - t) / depth_mm);
    }
    return sum / SCALE_NODES;
  }
}
