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
    @Nullable String site;
    @Nullable String answer;
  }

  static final String WEIGHT = "weight";
  static final String PHOTOTYPE = "phototype";
  private static final Set<String> ATTRIBUTES = Set.of(WEIGHT, PHOTOTYPE);
  private static final Map<String, Answer> ANSWERS =
      Map.of("yes", Answer.YES, "no", Answer.NO, "unknown", Answer.UNKNOWN);
  private static final List<String> PHOTOTYPES = List.of("I", "II", "III", "IV", "V", "VI");

  private static final class System {
    final Map<String, Entry> codes = new HashMap<>();
    final Map<String, Entry> prefixes = new HashMap<>();
    int longest;
    int shortest = Integer.MAX_VALUE;
  }

  private final Map<String, System> systems = new HashMap<>();
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
      Entry entry = entry(mapping);
      String key = mapping.fact();
      FactDefinition fact = facts.get(key);
      if (fact != null) {
        entry.facts.add(new Meaning(fact, mapping.supply()));
      } else if (ATTRIBUTES.contains(key)) {
        entry.attribute = key;
      } else if (sites.contains(key)) {
        entry.site = key;
        sitesByText.putIfAbsent(mapping.display().toLowerCase(Locale.ROOT), key);
      } else if (ANSWERS.containsKey(key) || PHOTOTYPES.contains(key)) {
        entry.answer = key;
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

  private Entry entry(CodeMapping mapping) {
    System system = systems.computeIfAbsent(mapping.system(), s -> new System());
    if (!mapping.prefix()) {
      return system.codes.computeIfAbsent(mapping.code(), c -> new Entry());
    }
    String prefix = withoutDots(mapping.code());
    system.longest = Math.max(system.longest, prefix.length());
    system.shortest = Math.min(system.shortest, prefix.length());
    return system.prefixes.computeIfAbsent(prefix, c -> new Entry());
  }

  /** What a code stands for, if anything. */
  @Nullable Entry find(String systemUri, String code) {
    System system = systems.get(canonical(systemUri));
    if (system == null) {
      return null;
    }
    Entry exact = system.codes.get(code);
    return exact != null || system.prefixes.isEmpty() ? exact : byPrefix(system, code);
  }

  private static @Nullable Entry byPrefix(System system, String code) {
    String plain = withoutDots(code);
    for (int length = Math.min(system.longest, plain.length());
        length >= system.shortest;
        length--) {
      Entry entry = system.prefixes.get(plain.substring(0, length));
      if (entry != null) {
        return entry;
      }
    }
    return null;
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

  private static String withoutDots(String code) {
    return code.indexOf('.') < 0 ? code : code.replace(".", "");
  }

  /** OIDs of code systems, as https://hl7.org/fhir/R4/terminologies-systems.html lists them. */
  private static String canonical(String system) {
    return switch (system) {
      case "urn:oid:2.16.840.1.113883.6.96" -> "http://snomed.info/sct";
      case "urn:oid:2.16.840.1.113883.6.88" -> "http://www.nlm.nih.gov/research/umls/rxnorm";
      case "urn:oid:2.16.840.1.113883.6.90" -> "http://hl7.org/fhir/sid/icd-10-cm";
      case "urn:oid:2.16.840.1.113883.6.3" -> "http://hl7.org/fhir/sid/icd-10";
      case "urn:oid:2.16.840.1.113883.6.73" -> "http://www.whocc.no/atc";
      case "urn:oid:2.16.840.1.113883.6.1" -> "http://loinc.org";
      default -> system;
    };
  }
}
