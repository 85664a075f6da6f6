package org.percuta.skin.dosimetry;

import java.util.OptionalDouble;

/**
 * What somebody asks for, unchecked: any number may be impossible.
 *
 * @param device id, such as {@code roller-192}
 * @param site id, such as {@code cheeks}
 * @param age years; absent leaves the thickness tables as they are
 * @param phototype Fitzpatrick 1 to 6
 * @param depth_mm setting of the device, or length of its needles
 * @param speed_cm_s hand speed; absent takes the usual one
 * @param rate_s strokes a second of a pen; absent takes the device's
 * @param passes over the whole area, 0 to 100
 * @param overlap share of a strip that lies on its neighbour, 0 to 0.9
 * @param area_cm2 area treated; absent takes the site's usual area
 * @param covered whether the skin is covered air-tight afterwards
 */
public record DoseRequest(
    String device,
    String site,
    Sex sex,
    OptionalDouble age,
    int phototype,
    double depth_mm,
    OptionalDouble speed_cm_s,
    OptionalDouble rate_s,
    int passes,
    double overlap,
    Pressure pressure,
    OptionalDouble area_cm2,
    boolean covered) {

  /** A request with everything usual. */
  public static DoseRequest of(String device, String site, double depth_mm, int passes) {
    return new DoseRequest(
        device,
        site,
        Sex.UNKNOWN,
        OptionalDouble.empty(),
        3,
        depth_mm,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        passes,
        0,
        Pressure.USUAL,
        OptionalDouble.empty(),
        false);
  }

  public DoseRequest withSex(Sex other) {
    return new DoseRequest(
        device,
        site,
        other,
        age,
        phototype,
        depth_mm,
        speed_cm_s,
        rate_s,
        passes,
        overlap,
        pressure,
        area_cm2,
        covered);
  }

  public DoseRequest withDepth(double depth) {
    return new DoseRequest(
        device,
        site,
        sex,
        age,
        phototype,
        depth,
        speed_cm_s,
        rate_s,
        passes,
        overlap,
        pressure,
        area_cm2,
        covered);
  }

  public DoseRequest withPasses(int count) {
    return new DoseRequest(
        device,
        site,
        sex,
        age,
        phototype,
        depth_mm,
        speed_cm_s,
        rate_s,
        count,
        overlap,
        pressure,
        area_cm2,
        covered);
  }

  public DoseRequest withSpeed(double speed) {
    return new DoseRequest(
        device,
        site,
        sex,
        age,
        phototype,
        depth_mm,
        OptionalDouble.of(speed),
        rate_s,
        passes,
        overlap,
        pressure,
        area_cm2,
        covered);
  }

  public DoseRequest withArea(double area) {
    return new DoseRequest(
        device,
        site,
        sex,
        age,
        phototype,
        depth_mm,
        speed_cm_s,
        rate_s,
        passes,
        overlap,
        pressure,
        OptionalDouble.of(area),
        covered);
  }
}
