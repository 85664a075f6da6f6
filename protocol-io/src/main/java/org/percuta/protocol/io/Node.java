package org.percuta.protocol.io;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Place;

/** A YAML or JSON document as a tree that knows where each part was read. */
public sealed interface Node {

  Place place();

  /** What it is, in words: {@code a list}. */
  String kind();

  /** Keys in file order. */
  record MapNode(LinkedHashMap<String, Entry> entries, Place place) implements Node {
    @Override
    public String kind() {
      return "a map";
    }

    public @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value;
    }
  }

  /** A key's place and its value. */
  record Entry(Place keyPlace, Node value) {}

  /** Items in file order. */
  record ListNode(List<Node> items, Place place) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A single value as written.
   *
   * @param quoted whether it was in quotes, so that it is a string whatever it looks like
   */
  record ScalarNode(String text, boolean quoted, Place place) implements Node {
    @Override
    public String kind() {
      return isNull()
          ? "nothing"
          : "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }

    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }
}
