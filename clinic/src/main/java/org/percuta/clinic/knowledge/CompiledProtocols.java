package org.percuta.clinic.knowledge;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.percuta.clinic.platform.errors.ContentUnreadable;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.io.LoadedKnowledge;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;
import org.springframework.stereotype.Component;

/**
 * Contents read and compiled, the least used forgotten. What is kept is found by the content and
 * the numbers themselves, not by a clinic: no clinic can be given another's.
 */
@Component
class CompiledProtocols {

  private static final int MOST_CONTENTS = 4;
  private static final int MOST_PROTOCOLS = 64;

  private final ProgramContent program;
  private final ContentRepository contents;
  private final Map<String, Knowledge> read = leastUsedForgotten(MOST_CONTENTS);
  private final Map<Key, InForce> compiled = leastUsedForgotten(MOST_PROTOCOLS);

  CompiledProtocols(ProgramContent program, ContentRepository contents) {
    this.program = program;
    this.contents = contents;
  }

  /**
   * @param numbers the settings that differ from the content's own
   */
  private record Key(String digest, Map<String, Double> numbers) {}

  /** A content under the clinic's last acts on its settings; in the clinic's transaction. */
  synchronized InForce of(String digest, int settingsVersion, List<SettingChange> latest) {
    Knowledge content = content(digest);
    Map<String, Double> numbers = new TreeMap<>();
    for (SettingChange change : latest) {
      HouseSetting shipped = content.settings().get(change.setting());
      if (shipped != null && change.fits(shipped) && change.value() != shipped.value()) {
        numbers.put(change.setting(), change.value());
      }
    }
    InForce found =
        compiled.computeIfAbsent(
            new Key(digest, Map.copyOf(numbers)), key -> compile(content, key.numbers()));
    return new InForce(
        found.knowledge(), settingsVersion, found.screening(), found.planner(), found.triage());
  }

  private InForce compile(Knowledge content, Map<String, Double> numbers) {
    if (numbers.isEmpty() && content.equals(program.knowledge())) {
      return program.asWritten();
    }
    Map<String, HouseSetting> settings = new LinkedHashMap<>(content.settings());
    numbers.forEach(
        (id, value) -> settings.computeIfPresent(id, (_, shipped) -> shipped.with(value)));
    try {
      return InForce.of(numbers.isEmpty() ? content : content.withSettings(settings), 0);
    } catch (IllegalArgumentException e) {
      throw new ContentUnreadable(named(content.digest()) + " does not hold together: " + e);
    }
  }

  private Knowledge content(String digest) {
    if (digest.equals(program.knowledge().digest())) {
      return program.knowledge();
    }
    Knowledge known = read.get(digest);
    if (known == null) {
      known =
          read(
              digest,
              contents
                  .findContent(digest)
                  .orElseThrow(() -> new ContentUnreadable(named(digest) + " is not kept here")));
      read.put(digest, known);
    }
    return known;
  }

  private static Knowledge read(String digest, byte[] archive) {
    LoadedKnowledge loaded;
    try {
      loaded = KnowledgeReader.read(KnowledgeArchive.unpack(archive), "");
    } catch (IOException e) {
      throw new ContentUnreadable(named(digest) + " cannot be unpacked: " + e.getMessage());
    }
    loaded.findings().stream()
        .filter(Finding::isError)
        .findFirst()
        .ifPresent(finding -> {
          throw new ContentUnreadable(named(digest) + " cannot be read: " + finding);
        });
    if (!loaded.knowledge().digest().equals(digest)) {
      throw new ContentUnreadable(
          named(digest) + " is not what was accepted: its digest is another now");
    }
    return loaded.knowledge();
  }

  private static String named(String digest) {
    return "Content " + digest.substring(0, Math.min(12, digest.length()));
  }

  private static <K, V> Map<K, V> leastUsedForgotten(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
