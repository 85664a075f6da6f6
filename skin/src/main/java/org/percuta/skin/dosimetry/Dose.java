package org.percuta.skin.dosimetry;

import java.util.List;
import java.util.Map;
import org.percuta.skin.Spread;

/**
 * What a setting does, by the closed form.
 *
 * @param perPass_cm2 punctures per cm² of one pass
 * @param density_cm2 punctures per cm², over discs of 1 cm²
 * @param opening_mm diameter of the opening a needle leaves
 * @param coverage share of the surface opened by channels
 * @param undertreated share of the area whose density is below its threshold
 * @param overtreated share of the area whose density is above its threshold
 * @param penetration_mm depth of the tips
 * @param layers where the tips end; sums to 1
 * @param bleedingPerCm2 chance of at least one pinpoint bleed on a cm²
 * @param channelOpen_h hours until channels close
 * @param minutes for the area
 * @param woundedFraction share of the dermis that is set healing, 0 to 1
 * @param limits limits looked at
 */
public record Dose(
    DoseSetting setting,
    double perPass_cm2,
    Spread density_cm2,
    double opening_mm,
    Spread coverage,
    double undertreated,
    double overtreated,
    Spread penetration_mm,
    Map<Layer, Double> layers,
    double bleedingPerCm2,
    Spread channelOpen_h,
    double minutes,
    Spread woundedFraction,
    List<DoseNote> limits) {

  /** Probability that a tip gets to this layer or deeper. */
  public double reaches(Layer layer) {
    double sum = 0;
    for (Layer below : Layer.values()) {
      if (below.compareTo(layer) >= 0) {
        sum += layers.getOrDefault(below, 0.0);
      }
    }
    return Math.min(1, sum);
  }
}
