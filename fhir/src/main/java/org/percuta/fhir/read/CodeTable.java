package org.percuta.fhir.read;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.CodeMapping;

/**
 * Something by system and code. In the systems built as a tree, the longest prefix counts when no
 * code fits; dots are left out, because some write L40.0 as L400.
 */
final class CodeTable<T> {

  private static final class System<T> {
    final Map<String, T> codes = new HashMap<>();
    final Map<String, T> prefixes = new HashMap<>();
    int longest;
    int shortest = Integer.MAX_VALUE;
  }

  private final Map<String, System<T>> systems = new HashMap<>();
  private final Supplier<T> fresh;

  CodeTable(Supplier<T> fresh) {
    this.fresh = fresh;
  }

  /** What stands at the code of a mapping, made when there is nothing yet. */
  T entry(CodeMapping mapping) {
    System<T> system = systems.computeIfAbsent(mapping.system(), s -> new System<>());
    if (!mapping.prefix()) {
      return system.codes.computeIfAbsent(mapping.code(), c -> fresh.get());
    }
    String prefix = withoutDots(mapping.code());
    system.longest = Math.max(system.longest, prefix.length());
    system.shortest = Math.min(system.shortest, prefix.length());
    return system.prefixes.computeIfAbsent(prefix, c -> fresh.get());
  }

  @Nullable T find(String systemUri, String code) {
    System<T> system = systems.get(canonical(systemUri));
    if (system == null) {
      return null;
    }
    T exact = system.codes.get(code);
    return exact != null || system.prefixes.isEmpty() ? exact : byPrefix(system, code);
  }

  private @Nullable T byPrefix(System<T> system, String code) {
    String plain = withoutDots(code);
    for (int length = Math.min(system.longest, plain.length());
        length >= system.shortest;
        length--) {
      T found = system.prefixes.get(plain.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return null;
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
