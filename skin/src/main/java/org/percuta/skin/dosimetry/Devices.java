package org.percuta.skin.dosimetry;

import java.util.List;
import java.util.Set;
import org.percuta.quantity.Parameter;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.SkinParameters;

/** The devices whose parameters are known. */
public final class Devices {

  private final SkinParameters parameters;

  public Devices(SkinParameters parameters) {
    this.parameters = parameters;
  }

  /** Ids of the devices, sorted. */
  public Set<String> list() {
    return parameters.names("device");
  }

  /** The device of this id, or a finding that names those there are. */
  public Checked<Device> find(String id) {
    if (!list().contains(id)) {
      return new Checked.Invalid<>(
          List.of(
              new SkinFinding(
                  "PX-0702",
                  "device",
                  "'" + id + "' is none of " + String.join(", ", list()) + ".",
                  null)));
    }
    String kind = id.split("-", 2)[0];
    int needles = (int) value(id, "needles");
    double diameter = value(id, "needle-diameter");
    double depth = value(id, "max-depth");
    return switch (kind) {
      case "pen" -> {
        Parameter rate = parameters.get("device." + id + ".stroke-rate");
        yield new Checked.Valid<>(
            new Device.Pen(
                id,
                needles,
                diameter,
                depth,
                value(id, "ring-diameter"),
                rate.value(),
                rate.range().high()));
      }
      case "roller" ->
          new Checked.Valid<>(
              new Device.Roller(
                  id,
                  needles,
                  diameter,
                  depth,
                  (int) value(id, "rows"),
                  value(id, "drum-width"),
                  value(id, "drum-diameter")));
      case "stamp" ->
          new Checked.Valid<>(
              new Device.Stamp(id, needles, diameter, depth, value(id, "array-area")));
      case "patch" ->
          new Checked.Valid<>(
              new Device.Patch(id, needles, diameter, depth, value(id, "array-area")));
      default ->
          new Checked.Invalid<>(
              List.of(
                  new SkinFinding(
                      "PX-0702",
                      "device",
                      "'" + id + "' begins with none of pen, roller, stamp, patch.",
                      null)));
    };
  }

  private double value(String id, String what) {
    return parameters.get("device." + id + "." + what).value();
  }
}
