package org.percuta.protocol.io;

import java.math.BigDecimal;

/** A document as JSON, with the types that YAML 1.2 gives to values without quotes. */
final class NodeJson {

  private NodeJson() {}

  static String of(Node node) {
    return switch (node) {
      case Node.MapNode map ->
          "{"
              + String.join(
                  ", ",
                  map.entries().entrySet().stream()
                      .map(e -> quote(e.getKey()) + ": " + of(e.getValue().value()))
                      .toList())
              + "}";
      case Node.ListNode list ->
          "[" + String.join(", ", list.items().stream().map(NodeJson::of).toList()) + "]";
      case Node.ScalarNode scalar -> scalar(scalar);
    };
  }

  private static String scalar(Node.ScalarNode scalar) {
    String text = scalar.text();
    if (scalar.isNull()) {
      return "null";
    }
    if (!scalar.quoted() && (text.equals("true") || text.equals("false"))) {
      return text;
    }
    if (!scalar.quoted() && text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
      return new BigDecimal(text).toString();
    }
    return quote(text);
  }

  private static String quote(String text) {
    return JsonText.of(text).strip();
  }
}
