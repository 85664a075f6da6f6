package org.percuta.protocol.io;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Offset;
import org.percuta.quantity.Interval;

/** Any knowledge record in words, as a file would have it. */
public final class Describe {

  private Describe() {}

  /** {@code key: value} for each part that says something. */
  public static List<String> lines(Object record) {
    List<String> lines = new ArrayList<>();
    parts(record).forEach((key, value) -> lines.add(key + ": " + value));
    return lines;
  }

  /** The parts of a record that say something, as text by key. */
  public static Map<String, String> parts(Object record) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (Shape.Part part : Shape.of(record.getClass()).parts().values()) {
      try {
        part.component().getAccessor().setAccessible(true);
        String text = text(part.component().getAccessor().invoke(record));
        if (!text.isEmpty()) {
          parts.put(part.key(), text);
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return parts;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list ->
          String.join(
              list.stream().anyMatch(item -> item instanceof Record) ? "; " : ", ",
              list.stream().map(Describe::text).toList());
      case Boolean flag -> flag ? "yes" : "";
      case Enum<?> constant -> Names.key(constant);
      case Interval interval -> interval.toString();
      case Offset offset -> offset.toString();
      case Moment moment -> moment.toString();
      case Record record ->
          Names.key(record.getClass().getSimpleName())
              + " {"
              + String.join(", ", lines(record))
              + "}";
      default -> value.toString();
    };
  }
}
