package org.percuta.protocol.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.KnowledgeCheck;
import org.percuta.protocol.validate.Place;

/**
 * Knowledge with everything that can be found wrong with it: how it is written, what it refers to,
 * what it lacks, and every golden case that comes out otherwise.
 */
public record CheckedKnowledge(
    Knowledge knowledge, List<GoldenCase> cases, List<Finding> findings) {

  public static CheckedKnowledge shipped() {
    return check(KnowledgeReader.shipped(), KnowledgeFiles.shippedCases(), "knowledge/");
  }

  /**
   * @param folder where {@code loaded} was read, for its golden cases
   */
  public static CheckedKnowledge of(LoadedKnowledge loaded, Path folder) {
    try {
      return check(loaded, KnowledgeFiles.casesFromFolder(folder), folder + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of rules that lack one of the three kinds of golden case. */
  public List<String> rulesWithoutCases() {
    Map<String, List<String>> kinds = caseKinds(cases);
    return knowledge.rules().stream()
        .map(Rule::id)
        .filter(id -> !kinds.getOrDefault(id, List.of()).containsAll(KnowledgeCheck.CASE_KINDS))
        .toList();
  }

  private static CheckedKnowledge check(
      LoadedKnowledge loaded, SortedMap<String, byte[]> caseFiles, String prefix) {
    Knowledge knowledge = loaded.knowledge();
    Findings findings = new Findings();
    findings.addAll(loaded.findings());
    List<GoldenCase> cases = GoldenCases.read(caseFiles, prefix, knowledge, findings);
    findings.addAll(
        KnowledgeCheck.findings(
            knowledge,
            caseKinds(cases),
            (item, key) -> findPlace(item, cases).orElseGet(() -> loaded.places().of(item, key))));
    if (!findings.hasErrors()) {
      run(knowledge, cases, findings);
    }
    return new CheckedKnowledge(knowledge, cases, findings.list());
  }

  /** A rule that only golden cases name stands where the first of them does. */
  private static Optional<Place> findPlace(Object item, List<GoldenCase> cases) {
    return cases.stream()
        .filter(golden -> golden.rule().equals(item))
        .map(GoldenCase::place)
        .findFirst();
  }

  private static void run(Knowledge knowledge, List<GoldenCase> cases, Findings findings) {
    GoldenCaseRunner runner = new GoldenCaseRunner(new Screening(knowledge));
    for (GoldenCase golden : cases) {
      for (String difference : runner.run(golden)) {
        findings.error("PX-0350", difference + ".", golden.id(), golden.place(), null);
      }
    }
  }

  private static Map<String, List<String>> caseKinds(List<GoldenCase> cases) {
    Map<String, List<String>> kinds = new HashMap<>();
    for (GoldenCase golden : cases) {
      kinds
          .computeIfAbsent(golden.rule(), rule -> new ArrayList<>())
          .add(golden.kind().name().toLowerCase(Locale.ROOT));
    }
    return kinds;
  }
}
