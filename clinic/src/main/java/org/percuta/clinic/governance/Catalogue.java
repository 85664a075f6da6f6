package org.percuta.clinic.governance;

import java.util.ArrayList;
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

  /** By digest: what an item can be found by does not depend on a clinic's numbers. */
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

  /** Items that hold every word, as {@link WordIndex#search}. */
  synchronized List<Item> search(Knowledge knowledge, String query) {
    return indexes.computeIfAbsent(knowledge.digest(), _ -> index(knowledge)).search(query);
  }

  private static WordIndex<Item> index(Knowledge knowledge) {
    List<WordIndex.Entry<Item>> entries = new ArrayList<>();
    for (ItemKind kind : ItemKind.values()) {
      kind.list(knowledge)
          .forEach(item -> entries.add(new WordIndex.Entry<>(item.id(), item.words(), item)));
    }
    return WordIndex.of(entries);
  }
}
