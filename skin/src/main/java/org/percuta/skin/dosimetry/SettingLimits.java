package org.percuta.skin.dosimetry;

/**
 * What the protocol allows here; the model searches inside and never past it.
 *
 * @param maxDepth_mm deepest setting
 * @param maxPasses most passes over an area
 * @param minSpeed_cm_s slowest hand speed
 * @param maxSpeed_cm_s fastest hand speed
 * @param maxBelow most of the tips that may end in the subcutis, 0 to 1
 */
public record SettingLimits(
    double maxDepth_mm,
    int maxPasses,
    double minSpeed_cm_s,
    double maxSpeed_cm_s,
    double maxBelow) {}
