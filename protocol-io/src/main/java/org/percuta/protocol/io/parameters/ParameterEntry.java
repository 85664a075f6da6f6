package org.percuta.protocol.io.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.Node;
import org.percuta.quantity.Parameter;
import org.percuta.quantity.Range;

/** One entry of a parameter file. */
final class ParameterEntry {

  private static final Set<String> KEYS =
      Set.of("id", "value", "unit", "range", "method", "source", "grade", "recalled");

  private final Node node;
  private final Findings findings;
  private boolean sound = true;

  ParameterEntry(Node node, Findings findings) {
    this.node = node;
    this.findings = findings;
  }

  Optional<Parameter> read() {
    if (!(node instanceof Node.MapNode map)) {
      wrong("", "Here should stand a map, not " + node.kind() + ".", node, null);
      return Optional.empty();
    }
    String id = text(map, "id");
    map.entries()
        .forEach((key, entry) -> {
          if (!KEYS.contains(key)) {
            wrong(id, "Unknown key '" + key + "'.", entry.value(), null);
          }
        });
    double value = number(id, map.get("value"), "value");
    String unit = text(map, "unit");
    String method = text(map, "method");
    String source = text(map, "source");
    @Nullable Range range = range(id, map);
    Parameter.@Nullable Grade grade = grade(id, text(map, "grade"));
    boolean recalled = recalled(id, map.get("recalled"));
    if (!sound || range == null || grade == null) {
      return Optional.empty();
    }
    if (!range.contains(value)) {
      wrong(
          id,
          value + " is outside its range " + range.low() + " to " + range.high() + ".",
          node,
          "Maybe the unit of one of them differs?");
      return Optional.empty();
    }
    return Optional.of(new Parameter(id, value, unit, range, method, source, grade, recalled));
  }

  private String text(Node.MapNode map, String key) {
    if (map.get(key) instanceof Node.ScalarNode scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    wrong(key.equals("id") ? "" : text(map, "id"), "'" + key + "' is missing.", map, null);
    return "";
  }

  private double number(String id, @Nullable Node value, String what) {
    if (value instanceof Node.ScalarNode scalar) {
      try {
        double number = Double.parseDouble(scalar.text());
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // The finding below says it.
      }
    }
    wrong(
        id,
        "'" + what + "' is " + (value == null ? "missing" : value.kind()) + ", not a number.",
        value == null ? node : value,
        null);
    return 0;
  }

  private @Nullable Range range(String id, Node.MapNode map) {
    if (map.get("range") instanceof Node.ListNode list && list.items().size() == 2) {
      double low = number(id, list.items().getFirst(), "range");
      double high = number(id, list.items().getLast(), "range");
      if (low <= high) {
        return new Range(low, high);
      }
      wrong(id, "The range runs from " + low + " down to " + high + ".", list, "Maybe swap them?");
      return null;
    }
    wrong(id, "'range' should be [low, high].", map, null);
    return null;
  }

  private Parameter.@Nullable Grade grade(String id, String text) {
    List<String> known = Arrays.stream(Parameter.Grade.values()).map(Enum::name).toList();
    if (known.contains(text)) {
      return Parameter.Grade.valueOf(text);
    }
    wrong(id, "Grade '" + text + "' is none of " + String.join(", ", known) + ".", node, null);
    return null;
  }

  private boolean recalled(String id, @Nullable Node value) {
    if (value == null) {
      return false;
    }
    if (value instanceof Node.ScalarNode scalar
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return scalar.text().equals("true");
    }
    wrong(id, "'recalled' should be true or false, not " + value.kind() + ".", value, null);
    return false;
  }

  private void wrong(String id, String message, Node at, @Nullable String hint) {
    sound = false;
    findings.error("PX-0723", message, id, at.place(), hint);
  }
}
