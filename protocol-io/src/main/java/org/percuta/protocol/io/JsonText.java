package org.percuta.protocol.io;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Maps, lists and single values as JSON, two spaces deep, in the order they have. */
final class JsonText {

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.write(value, "");
    return json.text.append('\n').toString();
  }

  private void write(Object value, String indent) {
    switch (value) {
      case Map<?, ?> map -> map(map, indent);
      case List<?> list -> list(list, indent);
      case String string -> string(string);
      case Boolean bool -> text.append(bool);
      default -> throw new IllegalArgumentException("No JSON form for " + value.getClass());
    }
  }

  private void map(Map<?, ?> map, String indent) {
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    text.append('{');
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      text.append('\n').append(indent).append("  ");
      string(String.valueOf(entry.getKey()));
      text.append(": ");
      write(entry.getValue(), indent + "  ");
      text.append(entries.hasNext() ? "," : "\n" + indent);
    }
    text.append('}');
  }

  private void list(List<?> list, String indent) {
    boolean flat = list.stream().noneMatch(item -> item instanceof Map);
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      text.append(i == 0 ? "" : flat ? ", " : ",");
      text.append(flat ? "" : "\n" + indent + "  ");
      write(list.get(i), indent + "  ");
    }
    text.append(flat ? "]" : "\n" + indent + "]");
  }

  private void string(String value) {
    text.append('"');
    value
        .chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            text.append('\\').append((char) c);
          } else if (c < ' ') {
            text.append("\\u%04x".formatted(c));
          } else {
            text.append((char) c);
          }
        });
    text.append('"');
  }
}
