package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;

/**
 * What a code stands for: a fact, an attribute, a site or an answer. Codes are found by system and
 * code; in the systems built as a tree, the longest prefix counts when no code fits.
 */
final class CodeIndex {

  /** A fact a code stands for. */
  record Meaning(FactDefinition fact, @Nullable Supply supply) {}

  /** Everything a code stands for; most have one thing. */
  static final class Entry {
    final List<Meaning> facts = new ArrayList<>(1);
    @Nullable String attribute;
    @Nullable String answer;
  }

  static final String WEIGHT = "weight";
  static final String PHOTOTYPE = "phototype";
  private static final Set<String> ATTRIBUTES = Set.of(WEIGHT, PHOTOTYPE);
  private static final Map<String, Answer> ANSWERS =
      Map.of("yes", Answer.YES, "no", Answer.NO, "unknown", Answer.UNKNOWN);
  private static final List<String> PHOTOTYPES = List.of("I", "II", "III", "IV", "V", "VI");

  private final CodeTable<Entry> meanings = new CodeTable<>(Entry::new);
  private final CodeTable<List<String>> places = new CodeTable<>(() -> new ArrayList<>(1));
  private final Map<String, String> sitesByText = new HashMap<>();

  /**
   * @param sites ids of sites
   * @throws IllegalArgumentException when a mapping names neither a fact, an attribute, a site nor
   *     an answer; the knowledge check finds it before
   */
  CodeIndex(
      List<CodeMapping> mappings, Map<String, FactDefinition> facts, Collection<String> sites) {
    for (String site : sites) {
      sitesByText.put(site, site);
      sitesByText.put(site.replace('-', ' '), site);
    }
    for (CodeMapping mapping : mappings) {
      String key = mapping.fact();
      FactDefinition fact = facts.get(key);
      if (fact != null) {
        meanings.entry(mapping).facts.add(new Meaning(fact, mapping.supply()));
      } else if (ATTRIBUTES.contains(key)) {
        meanings.entry(mapping).attribute = key;
      } else if (sites.contains(key)) {
        places.entry(mapping).add(key);
        sitesByText.putIfAbsent(mapping.display().toLowerCase(Locale.ROOT), key);
      } else if (ANSWERS.containsKey(key) || PHOTOTYPES.contains(key)) {
        meanings.entry(mapping).answer = key;
      } else {
        throw new IllegalArgumentException(
            "Code "
                + mapping.code()
                + " of "
                + mapping.system()
                + " stands for '"
                + key
                + "', which is no fact, attribute, site or answer.");
      }
    }
  }

  /** What a code stands for, if anything. */
  @Nullable Entry find(String system, String code) {
    return meanings.find(system, code);
  }

  /** The site a code is about, if any: of a body site, or of a condition that says where it is. */
  @Nullable String siteOf(String system, String code) {
    List<String> found = places.find(system, code);
    return found == null ? null : found.getFirst();
  }

  /** The site a text names, if it is one of ours word for word. */
  @Nullable String siteOfText(String text) {
    return sitesByText.get(text.toLowerCase(Locale.ROOT));
  }

  static @Nullable Answer answerOf(String word) {
    return ANSWERS.get(word);
  }

  /** The phototype from 1 to 6 for I to VI, 0 for anything else. */
  static int phototypeOf(String roman) {
    return PHOTOTYPES.indexOf(roman) + 1;
  }
}
