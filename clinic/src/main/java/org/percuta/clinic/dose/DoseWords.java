package org.percuta.clinic.dose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.percuta.planning.DoseQuestion;
import org.percuta.planning.SkinPerson;
import org.percuta.quantity.Range;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Device;
import org.percuta.skin.dosimetry.Layer;
import org.percuta.skin.dosimetry.Sex;

/** Numbers and names of the model as people read them. */
final class DoseWords {

  private static final double PERCENT = 100;

  private DoseWords() {}

  static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String device(Device device) {
    String kind =
        switch (device) {
          case Device.Pen _ -> "Pen";
          case Device.Roller _ -> "Roller";
          case Device.Stamp _ -> "Stamp";
          case Device.Patch _ -> "Patch";
        };
    return kind + ", " + device.needles() + " needles";
  }

  static String millimetres(double value) {
    return say("%.2f mm", value);
  }

  static String percent(double share) {
    if (share > 0 && share < 0.005) {
      return "under 1 %";
    }
    return share >= 0.995 ? "over 99 %" : say("%.0f %%", PERCENT * share);
  }

  /** One value, or both ends where something unknown matters. */
  static String percent(Range shares) {
    String low = percent(shares.low());
    String high = percent(shares.high());
    return low.equals(high) ? "" : low + " to " + high;
  }

  static String range(Spread spread, String format, double factor) {
    return say(format, factor * spread.p05()) + " to " + say(format, factor * spread.p95());
  }

  /** The setting in one line. */
  static String setting(DoseQuestion asked, Device device, String place) {
    return device(device)
        + ", "
        + millimetres(asked.depth_mm())
        + ", "
        + asked.passes()
        + (asked.passes() == 1 ? " pass" : " passes")
        + speed(asked.speed_cm_s())
        + ", "
        + place;
  }

  private static String speed(OptionalDouble speed_cm_s) {
    return speed_cm_s.isPresent()
        ? say(", %.1f cm/s", speed_cm_s.getAsDouble())
        : ", at the usual speed";
  }

  /** Whose skin it is, and what is not known about it. */
  static List<String> person(SkinPerson person) {
    List<String> words = new ArrayList<>();
    words.add(
        switch (person.sex()) {
          case FEMALE -> "Sex: female.";
          case MALE -> "Sex: male.";
          case UNKNOWN -> "Sex not known to the model: the tables of both are taken.";
        });
    words.add(
        person.age().isPresent()
            ? say("Age: %.0f years.", person.age().getAsDouble())
            : "Age not known: taken over 16 to 110 years.");
    words.add(
        person.phototype().isPresent()
            ? "Phototype: " + person.phototype().getAsInt() + "."
            : "Phototype not known: taken over 1 to 6.");
    return words;
  }

  static Map<String, String> sexes() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", "Not known");
    words.put(Sex.FEMALE.name(), "Female");
    words.put(Sex.MALE.name(), "Male");
    return words;
  }

  static Map<String, String> layers() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", "Choose…");
    for (Layer layer : List.of(Layer.EPIDERMIS, Layer.PAPILLARY_DERMIS, Layer.RETICULAR_DERMIS)) {
      words.put(layer.name(), capital(layer.words()));
    }
    return words;
  }

  static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
