package org.percuta.clinic.dose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.percuta.clinic.platform.web.Form;
import org.percuta.planning.DoseQuestion;
import org.percuta.planning.SkinPerson;
import org.percuta.protocol.model.Goal;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.dosimetry.Layer;
import org.percuta.skin.dosimetry.SettingTarget;
import org.percuta.skin.dosimetry.Sex;

/**
 * Reads what was typed on a dose page. Depth and passes are never filled in (conflicts C35 and
 * C38): nothing is asked until somebody types them.
 */
record DoseForm(Form form, boolean finding) {

  private static final Set<String> FIELDS =
      Set.of(
          "concern",
          "site",
          "device",
          "depth",
          "passes",
          "speed",
          "area",
          "sex",
          "age",
          "phototype",
          "density",
          "layer",
          "reached",
          "below");
  private static final double DEEPEST_MM = 10;
  private static final double MOST_PASSES = 1_000;
  private static final double LARGEST_CM2 = 20_000;
  private static final double FASTEST_CM_S = 1_000;
  private static final double DENSEST = 100_000;
  private static final double PERCENT = 100;

  /** A button of the map wins over the list. */
  static DoseForm of(Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>(typed);
    String zone = fields.remove("zone");
    if (zone != null) {
      fields.put("site", zone);
    }
    return new DoseForm(Form.of(fields), isFinding(fields));
  }

  /** The Enter key presses the first button, so a target alone is a search as well. */
  private static boolean isFinding(Map<String, String> fields) {
    boolean targetOnly =
        !isTyped(fields, "depth") && !isTyped(fields, "passes") && isTyped(fields, "density");
    return targetOnly || "find".equals(fields.get("ask"));
  }

  private static boolean isTyped(Map<String, String> fields, String field) {
    return !fields.getOrDefault(field, "").isBlank();
  }

  String site() {
    return form.value("site");
  }

  /** Whether anything was asked yet; choosing a place asks nothing. */
  boolean isAsked() {
    return finding
        || !form.value("depth").isBlank()
        || !form.value("passes").isBlank()
        || "show".equals(form.value("ask"));
  }

  /** The setting, or empty with faults. */
  Optional<DoseQuestion> readSetting(Goal goal, SkinPerson person) {
    String device = device();
    Optional<Double> depth = form.number("depth", "mm", 0, DEEPEST_MM);
    Optional<Integer> passes = whole("passes", "passes", 0, MOST_PASSES);
    OptionalDouble speed = optional("speed", "cm/s", FASTEST_CM_S);
    OptionalDouble area = optional("area", "cm²", LARGEST_CM2);
    need("depth", depth.isPresent(), "Enter the depth in mm. There is no usual one.");
    need("passes", passes.isPresent(), "Enter the number of passes. There is no usual one.");
    return form.isValid() && depth.isPresent() && passes.isPresent()
        ? Optional.of(
            new DoseQuestion(goal, device, person, depth.get(), passes.get(), speed, area))
        : Optional.empty();
  }

  /** What a search starts from, or empty with faults. */
  Optional<DoseQuestion> readStart(Goal goal, SkinPerson person) {
    String device = device();
    OptionalDouble area = optional("area", "cm²", LARGEST_CM2);
    return form.isValid()
        ? Optional.of(new DoseQuestion(goal, device, person, 0, 1, OptionalDouble.empty(), area))
        : Optional.empty();
  }

  /** The target, or empty with faults. */
  Optional<SettingTarget> readTarget() {
    Optional<Double> density = form.number("density", "per cm²", 1, DENSEST);
    Optional<Layer> layer = form.choice("layer", "a layer", Layer.class);
    Optional<Double> reached = form.number("reached", "%", 1, PERCENT);
    need("density", density.isPresent(), "Enter how many punctures per cm² are wanted.");
    need("reached", reached.isPresent(), "Enter how many of 100 tips should get there.");
    return form.isValid() && density.isPresent() && layer.isPresent() && reached.isPresent()
        ? Optional.of(new SettingTarget(density.get(), layer.get(), reached.get() / PERCENT))
        : Optional.empty();
  }

  /** Most of the tips that may end below the skin, 0 to 1; all of them when nothing was typed. */
  double readMostBelow() {
    return form.number("below", "%", 0, PERCENT).orElse(PERCENT) / PERCENT;
  }

  /** The person of the page without a patient; what is left empty is not known. */
  SkinPerson readPerson() {
    OptionalDouble age =
        form.number("age", "years", 16, 110)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty);
    OptionalInt phototype =
        whole("phototype", "(Fitzpatrick)", 1, 6)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty);
    Sex sex =
        form.value("sex").isBlank()
            ? Sex.UNKNOWN
            : form.choice("sex", "a sex", Sex.class).orElse(Sex.UNKNOWN);
    return new SkinPerson(sex, age, phototype);
  }

  /** Puts the model's findings beside their fields. */
  void reject(List<SkinFinding> findings) {
    for (SkinFinding finding : findings) {
      String subject = finding.subject().toLowerCase(Locale.ROOT);
      String field =
          FIELDS.contains(subject)
              ? subject
              : subject.startsWith("target") || subject.equals("limits")
                  ? "density"
                  : subject.startsWith("share") ? "reached" : "device";
      String hint = finding.hint() == null ? "" : " " + finding.hint();
      form.reject(field, finding.message() + hint);
    }
  }

  private String device() {
    String device = form.value("device");
    need("device", !device.isBlank(), "Choose a device.");
    return device;
  }

  private void need(String field, boolean there, String message) {
    if (!there && form.fault(field) == null) {
      form.reject(field, message);
    }
  }

  private OptionalDouble optional(String field, String unit, double most) {
    return form.number(field, unit, 0, most)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  private Optional<Integer> whole(String field, String unit, double least, double most) {
    Optional<Double> number = form.number(field, unit, least, most);
    if (number.isPresent() && number.get() != Math.rint(number.get())) {
      form.reject(field, form.value(field).strip() + " is not a whole number.");
      return Optional.empty();
    }
    return number.map(Double::intValue);
  }
}
