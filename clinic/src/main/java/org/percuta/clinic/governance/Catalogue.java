package org.percuta.clinic.governance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.WordIndex;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Component;

/** Finds the items of a content. */
@Component
class Catalogue {

  private static final int MOST_CONTENTS = 4;

  /** By digest, of the content as written: it serves every clinic, whatever its numbers. */
  private final Map<String, WordIndex<Item>> indexes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WordIndex<Item>> eldest) {
          return size() > MOST_CONTENTS;
        }
      };

  Optional<Item> find(Knowledge knowledge, ItemKind kind, String id) {
    return kind.list(knowledge).stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** Items that hold every word, as {@link WordIndex#search}, with this knowledge's numbers. */
  List<Item> search(Knowledge knowledge, String query) {
    Map<ItemKind, Map<String, Item>> here = new EnumMap<>(ItemKind.class);
    return index(knowledge).search(query).stream()
        .map(found ->
            here.computeIfAbsent(found.kind(), kind -> byId(knowledge, kind))
                .getOrDefault(found.id(), found))
        .toList();
  }

  private static Map<String, Item> byId(Knowledge knowledge, ItemKind kind) {
    Map<String, Item> items = new HashMap<>();
    kind.list(knowledge).forEach(item -> items.put(item.id(), item));
    return items;
  }

  private synchronized WordIndex<Item> index(Knowledge knowledge) {
    return indexes.computeIfAbsent(knowledge.digest(), _ -> read(knowledge.written()));
  }

  private static WordIndex<Item> read(Knowledge written) {
    List<WordIndex.Entry<Item>> entries = new ArrayList<>();
    for (ItemKind kind : ItemKind.values()) {
      kind.list(written)
          .forEach(item -> entries.add(new WordIndex.Entry<>(item.id(), item.words(), item)));
    }
    return WordIndex.of(entries);
  }
}
