package org.percuta.protocol.io;

import java.util.IdentityHashMap;
import java.util.Map;
import org.percuta.protocol.validate.Place;

/** Where each record was read, so that a later check can point there. */
public final class Places {

  private final Map<Object, Node> nodes = new IdentityHashMap<>();

  void put(Object record, Node node) {
    nodes.put(record, node);
  }

  public Place of(Object record) {
    Node node = nodes.get(record);
    return node == null ? Place.of("?") : node.place();
  }

  /** The place of a key of the record's map, or of the record where the key does not stand. */
  public Place of(Object record, String key) {
    return nodes.get(record) instanceof Node.MapNode map && map.get(key) instanceof Node child
        ? child.place()
        : of(record);
  }
}
