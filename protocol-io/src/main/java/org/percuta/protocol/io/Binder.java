package org.percuta.protocol.io;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Offset;
import org.percuta.protocol.validate.Nearest;
import org.percuta.quantity.Interval;

/**
 * Binds a {@link Node} to a record by the names of its components. Whatever does not fit becomes a
 * finding at its own line and column, and the rest is still read, so that one run shows all that is
 * wrong.
 */
final class Binder {

  private final Findings findings;
  private final Places places;

  Binder(Findings findings, Places places) {
    this.findings = findings;
    this.places = places;
  }

  /** The record, or empty when something required is missing or wrong. */
  <T> Optional<T> bind(Node node, Class<T> type) {
    return Optional.ofNullable(type.cast(value(node, type, Names.key(type.getSimpleName()))));
  }

  private @Nullable Object value(Node node, Type type, String path) {
    Class<?> raw = Shape.raw(type);
    if (raw == List.class) {
      return list(
          node, ((java.lang.reflect.ParameterizedType) type).getActualTypeArguments()[0], path);
    }
    if (raw.isRecord() && raw != Interval.class && raw != Offset.class && raw != Moment.class) {
      return record(node, raw, path);
    }
    if (raw.isSealed()) {
      return variant(node, raw, path);
    }
    if (!(node instanceof Node.ScalarNode scalar) || scalar.isNull()) {
      return wrong(node, path, "a single value");
    }
    return scalar(scalar, raw, path);
  }

  private @Nullable Object list(Node node, Type item, String path) {
    if (!(node instanceof Node.ListNode list)) {
      return wrong(node, path, "a list");
    }
    List<Object> values = new ArrayList<>(list.items().size());
    for (Node entry : list.items()) {
      Object value = value(entry, item, path);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private @Nullable Object record(Node node, Class<?> type, String path) {
    Shape shape = Shape.of(type);
    if (!(node instanceof Node.MapNode map)) {
      Shape.Part only = shape.only();
      return only == null
          ? wrong(node, path, "a map with " + String.join(", ", shape.parts().keySet()))
          : construct(shape, node, only, path);
    }
    reportUnknownKeys(map, shape.parts().keySet(), path);
    String subject = subject(map, path);
    Object[] arguments = new Object[shape.parts().size()];
    boolean whole = true;
    int index = 0;
    for (Shape.Part part : shape.parts().values()) {
      Node child = map.get(part.key());
      Object value = null;
      if (child == null || (child instanceof Node.ScalarNode s && s.isNull())) {
        value = absent(part);
        if (part.required()) {
          findings.error("PX-0111", "'" + part.key() + "' is missing.", subject, map.place(), null);
        }
      } else {
        value = value(child, part.type(), subject + "." + part.key());
        // What could be left out and cannot be read counts as left out, beside its finding.
        value = value == null && !part.required() ? absent(part) : value;
      }
      whole &= value != null || !part.required();
      arguments[index++] = value;
    }
    return whole ? build(shape, arguments, map, subject) : null;
  }

  /** A record written as its one needed part. */
  private @Nullable Object construct(Shape shape, Node node, Shape.Part only, String path) {
    Object value = value(node, only.type(), path);
    if (value == null) {
      return null;
    }
    Object[] arguments =
        shape.parts().values().stream().map(p -> p == only ? value : absent(p)).toArray();
    return build(shape, arguments, node, path);
  }

  private @Nullable Object build(
      Shape shape, @Nullable Object[] arguments, Node node, String subject) {
    try {
      Object built = shape.constructor().newInstance(arguments);
      places.put(built, node);
      return built;
    } catch (InvocationTargetException e) {
      findings.error("PX-0112", reason(e), subject, node.place(), null);
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + shape.type(), e);
    }
  }

  private static String reason(InvocationTargetException e) {
    Throwable cause = e.getCause();
    return cause == null ? "It cannot be read." : String.valueOf(cause.getMessage());
  }

  private @Nullable Object variant(Node node, Class<?> sealed, String path) {
    Map<String, Class<?>> variants = Shape.variants(sealed);
    if (!(node instanceof Node.MapNode map) || map.entries().size() != 1) {
      return wrong(node, path, "a map of one key out of " + String.join(", ", variants.keySet()));
    }
    Map.Entry<String, Node.Entry> entry = map.entries().entrySet().iterator().next();
    Class<?> variant = variants.get(entry.getKey());
    if (variant == null) {
      reportUnknownKeys(map, variants.keySet(), path);
      return null;
    }
    return record(entry.getValue().value(), variant, path + "." + entry.getKey());
  }

  private @Nullable Object scalar(Node.ScalarNode scalar, Class<?> type, String path) {
    String text = scalar.text();
    try {
      if (type == String.class) {
        return text;
      }
      if (type == int.class || type == Integer.class) {
        return Integer.valueOf(text);
      }
      if (type == double.class || type == Double.class) {
        return finite(Double.parseDouble(text));
      }
      if (type == boolean.class || type == Boolean.class) {
        return Words.yesOrNo(text).orElse(null) instanceof Boolean b
            ? b
            : wrong(scalar, path, "yes or no");
      }
      if (type == Interval.class) {
        return interval(text);
      }
      if (type == Offset.class) {
        return Offset.parse(text);
      }
      if (type == Moment.class) {
        return Moment.parse(text);
      }
      if (type.isEnum()) {
        return constant(scalar, type, path);
      }
    } catch (NumberFormatException e) {
      return wrong(scalar, path, type == int.class ? "a whole number" : "a number");
    } catch (IllegalArgumentException e) {
      findings.error("PX-0112", String.valueOf(e.getMessage()), path, scalar.place(), null);
      return null;
    }
    throw new IllegalStateException("No file form for " + type);
  }

  private @Nullable Object constant(Node.ScalarNode scalar, Class<?> type, String path) {
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) {
      if (Names.key((Enum<?>) constant).equals(scalar.text())) {
        return constant;
      }
    }
    List<String> known = Arrays.stream(constants).map(c -> Names.key((Enum<?>) c)).toList();
    findings.error(
        "PX-0113",
        "'" + scalar.text() + "' is none of " + String.join(", ", known) + ".",
        path,
        scalar.place(),
        Nearest.find(scalar.text(), known).map(near -> "Maybe " + near + "?").orElse(null));
    return null;
  }

  /**
   * @throws IllegalArgumentException when it is not a number and a UCUM unit of time
   */
  static Interval interval(String text) {
    String[] words = text.strip().split(" +", -1);
    if (words.length == 2 && words[0].matches("\\d{1,5}")) {
      Optional<Interval.Unit> unit = Interval.Unit.findByUcum(words[1]);
      if (unit.isPresent()) {
        return new Interval(Integer.parseInt(words[0]), unit.get());
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not an interval. Maybe write 7 d, 4 wk, 6 mo or 1 a?");
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new NumberFormatException();
    }
    return value;
  }

  private void reportUnknownKeys(
      Node.MapNode map, java.util.Collection<String> known, String path) {
    map.entries()
        .forEach((key, entry) -> {
          if (!known.contains(key)) {
            findings.error(
                "PX-0110",
                "Unknown key '" + key + "'.",
                subject(map, path),
                entry.keyPlace(),
                Nearest.hint(key, known));
          }
        });
  }

  /** Its id when it has one: that is what a reader looks for. */
  private static String subject(Node.MapNode map, String path) {
    return map.get("id") instanceof Node.ScalarNode id ? id.text() : path;
  }

  private @Nullable Object wrong(Node node, String path, String wanted) {
    findings.error(
        "PX-0114",
        "Here should stand " + wanted + ", not " + node.kind() + ".",
        path,
        node.place(),
        null);
    return null;
  }

  private static @Nullable Object absent(Shape.Part part) {
    Class<?> raw = part.raw();
    return raw == List.class ? List.of() : raw == boolean.class ? Boolean.FALSE : null;
  }
}
