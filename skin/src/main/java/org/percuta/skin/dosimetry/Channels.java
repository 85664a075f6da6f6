package org.percuta.skin.dosimetry;

import org.percuta.skin.DoseParameter;
import org.percuta.skin.Spread;

/** What a density of punctures does to the surface and how long it stays open. */
final class Channels {

  private static final int NODES = 24;
  private static final double CM2_PER_MM2 = 0.01;

  private final DoseSetting setting;

  Channels(DoseSetting setting) {
    this.setting = setting;
  }

  /** Diameter of the opening a needle leaves, mm, best estimate. */
  double opening_mm() {
    return setting.device().needleDiameter_mm() * setting.value(DoseParameter.OPENING_SHARE);
  }

  /**
   * Share of the surface that is opened: 1 − exp(−density · opening), as if punctures fell
   * independently (the Boolean model); good to {@link #COVERAGE_ERROR} of itself.
   */
  static double covered(double density, double opening_mm) {
    double area = Math.PI * opening_mm * opening_mm / 4 * CM2_PER_MM2;
    return -Math.expm1(-density * area);
  }

  /** Stated error of the covered share against the Monte Carlo, relative. */
  static final double COVERAGE_ERROR = 0.1;

  /** Covered share over densities and over what is known of the opening. */
  Spread coverage(DensityLaw density) {
    double[] openings = setting.variable(DoseParameter.OPENING_SHARE).nodes(NODES);
    double[] values = new double[NODES * NODES];
    for (int i = 0; i < values.length; i++) {
      double opening = openings[i / NODES] * setting.device().needleDiameter_mm();
      values[i] = covered(density.quantile((i % NODES + 0.5) / NODES), opening);
    }
    return Spread.of(values);
  }

  /**
   * Hours until channels are closed. Measurements disagree: by impedance all human sites closed
   * within 2 h, dye in rats took 12 to 18 h with depth, water loss was still raised at 48 h. The
   * spread therefore runs from the first to the last and its middle follows the dye. Covered skin
   * has its own measurement. Nothing is open where nothing was punctured.
   */
  Spread open_h() {
    if (setting.passes() == 0 || setting.depth_mm() == 0) {
      return Spread.NONE;
    }
    double slower =
        1
            + Math.max(0, setting.phototype() - 3)
                * setting.value(DoseParameter.CLOSURE_PHOTOTYPE_SLOPE);
    if (setting.covered()) {
      Variable hours = setting.variable(DoseParameter.CLOSURE_COVERED_H).scaled(slower);
      return Spread.of(hours.nodes(NODES * NODES));
    }
    double slope = setting.value(DoseParameter.CLOSURE_DYE_SLOPE);
    double deeper = setting.depth_mm() - setting.value(DoseParameter.CLOSURE_DYE_REFERENCE_MM);
    double early = setting.value(DoseParameter.CLOSURE_UNCOVERED_LOW_H);
    double late =
        setting.value(DoseParameter.CLOSURE_UNCOVERED_HIGH_H) + slope * Math.max(0, deeper);
    double middle =
        Math.clamp(
            setting.value(DoseParameter.CLOSURE_DYE_AT_REFERENCE_H) + slope * deeper, early, late);
    return new Spread(middle * slower, early * slower, late * slower);
  }

  /** Minutes of needling the area, with turning between strips. */
  double minutes(StripPattern pattern) {
    double passes = setting.passes();
    return switch (setting.device()) {
      case Device.Pen _, Device.Roller _ ->
          passes
              * setting.area_cm2()
              / (setting.speed_cm_s() * pattern.pitch_cm())
              * (1 + setting.value(DoseParameter.TURNAROUND_SHARE))
              / 60;
      case Device.Stamp _ ->
          passes
              * setting.area_cm2()
              / (pattern.pitch_cm() * pattern.pitch_cm())
              * setting.value(DoseParameter.PRESS_TIME_S)
              / 60;
      case Device.Patch _ -> passes * setting.value(DoseParameter.WEAR_TIME_MIN);
    };
  }
}
