package org.percuta.skin.dosimetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percuta.skin.Checked;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.SkinParameters;

/** The inverse question: settings that reach a target within limits. */
public final class SettingSearch {

  private static final double DEPTHS_PER_MM = 20;
  private static final double CLOSE_ENOUGH = 0.1;

  private SettingSearch() {}

  /**
   * The shallowest depth at which enough tips reach the layer, then the fewest passes that give the
   * density within 10 %, at a pen's speed chosen within the limits.
   *
   * @param usual device, site and person; its depth, passes and speed are replaced
   */
  public static Checked<DoseRequest> find(
      SkinParameters parameters, DoseRequest usual, SettingTarget target, SettingLimits limits) {
    List<SkinFinding> wrong = possible(target, limits);
    if (!wrong.isEmpty()) {
      return new Checked.Invalid<>(wrong);
    }
    return DoseSetting.check(parameters, usual.withDepth(0).withPasses(1))
        .flatMap(setting ->
            depth(parameters, usual.withPasses(1), setting.device(), target, limits)
                .flatMap(asked -> passes(parameters, asked, target, limits)));
  }

  private static List<SkinFinding> possible(SettingTarget target, SettingLimits limits) {
    List<SkinFinding> wrong = new ArrayList<>();
    if (!(target.density_cm2() > 0 && target.density_cm2() <= 100_000)) {
      wrong.add(
          SkinFinding.outside("target density", target.density_cm2(), "/cm²", 1, 100_000, null));
    }
    if (!(target.reached() > 0 && target.reached() <= 1)) {
      wrong.add(SkinFinding.outside("share reached", target.reached(), "of 1", 0, 1, null));
    }
    if (!(limits.maxDepth_mm() >= 0
        && limits.maxBelow() >= 0
        && limits.maxPasses() >= 1
        && limits.minSpeed_cm_s() > 0
        && limits.maxSpeed_cm_s() >= limits.minSpeed_cm_s())) {
      wrong.add(
          new SkinFinding(
              "PX-0705", "limits", limits + " leave nothing to choose.", "Maybe a unit is wrong?"));
    }
    return wrong;
  }

  private static Checked<DoseRequest> depth(
      SkinParameters parameters,
      DoseRequest usual,
      Device device,
      SettingTarget target,
      SettingLimits limits) {
    double most = Math.min(limits.maxDepth_mm(), device.maxDepth_mm());
    double reached = 0;
    for (int i = 1; i <= Math.ceil(most * DEPTHS_PER_MM - 1e-9); i++) {
      double depth = Math.min(most, i / DEPTHS_PER_MM);
      Dose dose = Dosimetry.dose(parameters, usual.withDepth(depth)).orThrow();
      reached = dose.reaches(target.layer());
      double below = dose.reaches(Layer.SUBCUTIS);
      if (target.layer() != Layer.SUBCUTIS && below > limits.maxBelow()) {
        return outOfReach(
            "%.2f mm would put %.0f %% of the tips below the skin, more than the %.0f %% allowed,"
                + " before %.0f %% reach the %s.",
            depth,
            100 * below,
            100 * limits.maxBelow(),
            100 * target.reached(),
            target.layer().words());
      }
      if (reached >= target.reached()) {
        return new Checked.Valid<>(usual.withDepth(depth));
      }
    }
    return outOfReach(
        "At %.2f mm, the deepest allowed, %.0f %% of the tips reach the %s; %.0f %% were wanted.",
        most, 100 * reached, target.layer().words(), 100 * target.reached());
  }

  private static Checked<DoseRequest> passes(
      SkinParameters parameters, DoseRequest asked, SettingTarget target, SettingLimits limits) {
    double fastest =
        Math.min(limits.maxSpeed_cm_s(), parameters.value(DoseParameter.MAX_SPEED_CM_S));
    double nearest = 0;
    for (int passes = 1; passes <= limits.maxPasses(); passes++) {
      DoseSetting setting = DoseSetting.check(parameters, asked.withPasses(passes)).orThrow();
      double density = mean(setting);
      Optional<DoseRequest> found = Optional.empty();
      if (setting.device() instanceof Device.Pen) {
        double speed =
            Math.clamp(
                setting.speed_cm_s() * density / target.density_cm2(),
                limits.minSpeed_cm_s(),
                Math.max(limits.minSpeed_cm_s(), fastest));
        DoseRequest slower = asked.withPasses(passes).withSpeed(speed);
        density = mean(DoseSetting.check(parameters, slower).orThrow());
        found = Optional.of(slower);
      } else {
        found = Optional.of(asked.withPasses(passes));
      }
      if (Math.abs(density / target.density_cm2() - 1) <= CLOSE_ENOUGH) {
        return new Checked.Valid<>(found.get());
      }
      if (Math.abs(density - target.density_cm2()) < Math.abs(nearest - target.density_cm2())) {
        nearest = density;
      }
    }
    return outOfReach(
        "Within %d passes and %.1f to %.1f cm/s the nearest density is %.0f per cm²; %.0f were"
            + " wanted.",
        limits.maxPasses(), limits.minSpeed_cm_s(), fastest, nearest, target.density_cm2());
  }

  private static double mean(DoseSetting setting) {
    return StripPattern.of(setting, 0).density() * setting.passes();
  }

  private static <T> Checked<T> outOfReach(String format, Object... values) {
    return new Checked.Invalid<>(
        List.of(
            new SkinFinding(
                "PX-0706",
                "target",
                String.format(Locale.ROOT, format, values),
                "Maybe another device or a nearer target?")));
  }
}
