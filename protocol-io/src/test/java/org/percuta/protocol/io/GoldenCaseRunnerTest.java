package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Knowledge;

/** A wrong expectation is told; without this test the golden cases could not fail. */
class GoldenCaseRunnerTest {

  private static final Knowledge KNOWLEDGE = KnowledgeReader.shipped().knowledge();
  private static final GoldenCaseRunner RUNNER = new GoldenCaseRunner(new Screening(KNOWLEDGE));

  private static List<String> run(String expect) {
    String yaml =
        """
        cases:
          - id: isotretinoin-recent/tried
            rule: isotretinoin-recent
            kind: fires
            base: clear
            given: {facts: {isotretinoin: {answer: no, last: 2026-10-01}}}
            goal: acne-scars@cheeks
            on: 2026-11-21
            expect: %s
        """
            .formatted(expect);
    Findings findings = new Findings();
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("tried.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    List<GoldenCase> cases = GoldenCases.read(files, "", KNOWLEDGE, findings);
    assertThat(findings.list()).isEmpty();
    return RUNNER.run(cases.getFirst());
  }

  @Test
  void aRightExpectationHasNoDifference() {
    assertThat(run("{outcome: deferred, fires: [isotretinoin-recent], silent: [pregnancy]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{outcome: permitted}|outcome should be permitted, is deferred",
        "{outcome: deferred, from: 2026-11-22}|from should be 2026-11-22, is ",
        "{outcome: deferred, from: null}|from should be null, is ",
        "{outcome: deferred, until: never}|until should be never, is ",
        "{outcome: deferred, fires: [pregnancy]}|pregnancy should fire",
        "{outcome: deferred, silent: [isotretinoin-recent]}|isotretinoin-recent should not fire",
        "{outcome: deferred, missing: [pregnant]}|missing should hold pregnant",
        "{outcome: deferred, limits: [no-such]}|limits should hold no-such"
      })
  void aWrongOneIsTold(String expect, String difference) {
    assertThat(run(expect)).singleElement().asString().startsWith(difference);
  }
}
