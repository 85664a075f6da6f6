package org.percuta.skin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.Parameter;

/** Whether a set of parameters is one the model can run on. */
final class ParameterCheck {

  private static final List<String> ANY_DEVICE = List.of("needles", "needle-diameter", "max-depth");
  private static final Map<String, List<String>> BY_KIND =
      Map.of(
          "pen", List.of("ring-diameter", "stroke-rate"),
          "roller", List.of("rows", "drum-width", "drum-diameter"),
          "stamp", List.of("array-area"),
          "patch", List.of("array-area"));

  private final Map<String, Parameter> byId;
  private final List<SkinFinding> findings = new ArrayList<>();

  ParameterCheck(Map<String, Parameter> byId) {
    this.byId = byId;
  }

  /** Each absent number, each unknown kind of device, each site that mixes methods. */
  List<SkinFinding> findings() {
    Stream.concat(
            Stream.of(HealingParameter.values()).map(HealingParameter::id),
            Stream.of(DoseParameter.values()).map(DoseParameter::id))
        .forEach(this::need);
    names("device").forEach(this::device);
    names("skin").forEach(this::site);
    return findings;
  }

  private void device(String device) {
    List<String> more = BY_KIND.get(device.split("-", 2)[0]);
    if (more == null) {
      findings.add(
          new SkinFinding(
              "PX-0702",
              "device." + device,
              "The first word is none of "
                  + String.join(", ", new TreeSet<>(BY_KIND.keySet()))
                  + ".",
              "Maybe name it by its kind, as pen-14?"));
      return;
    }
    Stream.concat(ANY_DEVICE.stream(), more.stream())
        .forEach(part -> need("device." + device + "." + part));
  }

  private void site(String site) {
    need("skin." + site + ".area");
    for (String sex : List.of("female", "male")) {
      Parameter epidermis = need("skin." + site + ".epidermis." + sex);
      Parameter dermis = need("skin." + site + ".dermis." + sex);
      if (epidermis != null && dermis != null && !method(epidermis).equals(method(dermis))) {
        findings.add(
            new SkinFinding(
                "PX-0707",
                "skin." + site,
                "The epidermis is by "
                    + method(epidermis)
                    + ", the dermis by "
                    + method(dermis)
                    + ".",
                "Maybe take both from one table?"));
      }
    }
  }

  private static String method(Parameter parameter) {
    return parameter.method().split(";", 2)[0];
  }

  private @Nullable Parameter need(String id) {
    Parameter parameter = byId.get(id);
    if (parameter == null) {
      findings.add(
          new SkinFinding("PX-0700", id, "The parameter is absent.", "Maybe a file is missing?"));
    }
    return parameter;
  }

  /** What stands between {@code prefix.} and the next dot, when more follows. */
  private Set<String> names(String prefix) {
    Set<String> names = new TreeSet<>();
    for (String id : byId.keySet()) {
      String[] parts = id.split("\\.", -1);
      if (parts.length > 2 && parts[0].equals(prefix)) {
        names.add(parts[1]);
      }
    }
    return names;
  }
}
