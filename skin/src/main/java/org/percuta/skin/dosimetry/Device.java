package org.percuta.skin.dosimetry;

/** A needling device as geometry. Lengths of the needle in mm, of the head in cm. */
public sealed interface Device {

  /** Such as {@code roller-192}; its first word is its kind. */
  String id();

  /** Needles on the head. */
  int needles();

  /** Diameter of a needle's shaft, mm. */
  double needleDiameter_mm();

  /** Deepest setting the device or its label allows, mm. */
  double maxDepth_mm();

  /**
   * Needles in a ring that strike together.
   *
   * @param ringDiameter_cm width the cartridge sweeps
   * @param strokeRate_s strokes a second when none is given
   * @param maxStrokeRate_s fastest the device goes
   */
  record Pen(
      String id,
      int needles,
      double needleDiameter_mm,
      double maxDepth_mm,
      double ringDiameter_cm,
      double strokeRate_s,
      double maxStrokeRate_s)
      implements Device {}

  /**
   * Needles around a drum.
   *
   * @param rows rows across the drum's width
   */
  record Roller(
      String id,
      int needles,
      double needleDiameter_mm,
      double maxDepth_mm,
      int rows,
      double drumWidth_cm,
      double drumDiameter_cm)
      implements Device {}

  /** Needles on a plate pressed on one spot after the other. */
  record Stamp(
      String id, int needles, double needleDiameter_mm, double maxDepth_mm, double area_cm2)
      implements Device {}

  /** Needles on a plate that is left on the skin. */
  record Patch(
      String id, int needles, double needleDiameter_mm, double maxDepth_mm, double area_cm2)
      implements Device {}
}
