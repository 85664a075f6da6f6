package org.percuta.skin.dosimetry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.percuta.skin.Checked;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.SkinParameters;

/**
 * A setting that is possible: every number is finite and inside the device's limits.
 *
 * @param parameters what the model runs on
 * @param speed_cm_s hand speed in use
 * @param rate_s strokes a second in use; 0 for what has none
 */
public record DoseSetting(
    SkinParameters parameters,
    Device device,
    SkinSite site,
    int phototype,
    double depth_mm,
    double speed_cm_s,
    double rate_s,
    int passes,
    double overlap,
    Pressure pressure,
    double area_cm2,
    boolean covered) {

  private static final int MOST_PASSES = 100;
  private static final double MOST_OVERLAP = 0.9;
  private static final double SLOWEST_CM_S = 0.1;
  private static final double LARGEST_CM2 = 20_000;

  /** The setting, or every reason for which it is impossible. */
  public static Checked<DoseSetting> check(SkinParameters parameters, DoseRequest asked) {
    List<SkinFinding> findings = new ArrayList<>();
    Checked<Device> device = new Devices(parameters).find(asked.device());
    Checked<SkinSite> site = new SkinSites(parameters).find(asked.site(), asked.sex(), asked.age());
    findings.addAll(device.problems());
    findings.addAll(site.problems());
    double speed = asked.speed_cm_s().orElse(usualSpeed(parameters, device));
    between(
        findings,
        "speed",
        speed,
        "cm/s",
        SLOWEST_CM_S,
        parameters.value(DoseParameter.MAX_SPEED_CM_S),
        "Maybe it was meant in mm/s?");
    between(findings, "passes", asked.passes(), "passes", 0, MOST_PASSES, null);
    between(
        findings,
        "overlap",
        asked.overlap(),
        "of a strip",
        0,
        MOST_OVERLAP,
        "Maybe " + asked.overlap() + " was meant as per cent?");
    between(findings, "phototype", asked.phototype(), "(Fitzpatrick)", 1, 6, null);
    asked
        .area_cm2()
        .ifPresent(area -> between(findings, "area", area, "cm²", 0.1, LARGEST_CM2, null));
    if (device instanceof Checked.Valid<Device>(Device known)) {
      checkDevice(findings, asked, known);
    } else if (!(asked.depth_mm() >= 0)) {
      between(findings, "depth", asked.depth_mm(), "mm", 0, 10, null);
    }
    if (!findings.isEmpty()) {
      return new Checked.Invalid<>(findings);
    }
    Device known = device.orThrow();
    SkinSite place = site.orThrow();
    return new Checked.Valid<>(
        new DoseSetting(
            parameters,
            known,
            place,
            asked.phototype(),
            asked.depth_mm(),
            speed,
            known instanceof Device.Pen pen ? asked.rate_s().orElse(pen.strokeRate_s()) : 0,
            asked.passes(),
            asked.overlap(),
            asked.pressure(),
            asked.area_cm2().orElse(place.area_cm2()),
            asked.covered()));
  }

  private static void checkDevice(List<SkinFinding> findings, DoseRequest asked, Device device) {
    double depth = asked.depth_mm();
    if (!(depth >= 0 && depth <= device.maxDepth_mm())) {
      findings.add(
          SkinFinding.outside(
              "depth",
              depth,
              "mm",
              0,
              device.maxDepth_mm(),
              depth > device.maxDepth_mm()
                  ? "That is the limit of "
                      + device.id()
                      + ". Maybe the unit is wrong: "
                      + depth / 10
                      + " mm?"
                  : null));
    }
    OptionalDouble rate = asked.rate_s();
    if (rate.isPresent()) {
      switch (device) {
        case Device.Pen pen ->
            between(
                findings,
                "rate",
                rate.getAsDouble(),
                "strokes/s",
                1,
                pen.maxStrokeRate_s(),
                "Maybe strokes a minute were meant: " + rate.getAsDouble() / 60 + " a second?");
        case Device.Roller _, Device.Stamp _, Device.Patch _ ->
            findings.add(
                new SkinFinding(
                    "PX-0704",
                    "rate",
                    device.id() + " has no stroke rate.",
                    "Maybe leave it out?"));
      }
    }
  }

  private static void between(
      List<SkinFinding> findings,
      String subject,
      double value,
      String unit,
      double low,
      double high,
      @org.jspecify.annotations.Nullable String hint) {
    if (!(value >= low && value <= high)) {
      findings.add(SkinFinding.outside(subject, value, unit, low, high, hint));
    }
  }

  private static double usualSpeed(SkinParameters parameters, Checked<Device> device) {
    return parameters.value(
        device instanceof Checked.Valid<Device>(Device.Roller _)
            ? DoseParameter.ROLLER_SPEED_CM_S
            : DoseParameter.PEN_SPEED_CM_S);
  }

  double value(DoseParameter parameter) {
    return parameters.value(parameter);
  }

  Variable variable(DoseParameter parameter) {
    return Variable.of(parameters.get(parameter.id()));
  }
}
