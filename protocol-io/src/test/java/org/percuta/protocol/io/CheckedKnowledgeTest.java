package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percuta.protocol.validate.Finding;

/** A copy of the shipped knowledge, with one thing broken in it. */
class CheckedKnowledgeTest {

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Path shipped = Path.of("../knowledge");
    for (String part : List.of("version.yaml", "protocol", "sources", "terminology", "cases")) {
      try (Stream<Path> files = Files.walk(shipped.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = folder.resolve(shipped.relativize(file));
          Files.createDirectories(target.resolveSibling(""));
          Files.copy(file, target);
        }
      }
    }
  }

  private List<String> errors() throws IOException {
    LoadedKnowledge loaded = KnowledgeReader.read(KnowledgeFiles.fromFolder(folder), "k/");
    return CheckedKnowledge.of(loaded, folder).findings().stream()
        .filter(Finding::isError)
        .map(Finding::inOneLine)
        .map(line -> line.replace(folder.toString(), "k"))
        .toList();
  }

  private void replace(String file, String right, String wrong) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(right);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
  }

  private void add(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void theCopyIsSound() throws IOException {
    assertThat(errors()).isEmpty();
  }

  @Test
  void aClaimThatNothingCarriesOutIsFound() throws IOException {
    add(
        "sources/claims/S9.yaml",
        """
        claims:
          - {id: S0-999, source: S0, topic: t, subject: s, statement: x, modality: fact, use: []}
        """);

    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith("k/sources/claims/S9.yaml:2:10: error PX-0340: S0-999: No item carries");
  }

  @Test
  void aCaseThatComesOutOtherwiseIsFoundWhereItStands() throws IOException {
    replace("cases/person.yaml", "outcome: refused", "outcome: permitted");

    assertThat(errors())
        .singleElement()
        .asString()
        .matches(
            "k/cases/person.yaml:\\d+:5: error PX-0350: .*: outcome should be permitted, is refused.");
  }

  @Test
  void aCaseOfARuleThatDoesNotExistIsFoundWhereItStands() throws IOException {
    add(
        "cases/zz.yaml",
        """
        cases:
          - id: nothing/fires
            rule: no-such-rule
            kind: fires
            base: clear
            goal: acne-scars@cheeks
            on: 2026-11-21
            expect: {outcome: permitted}
        """);

    assertThat(errors())
        .containsExactly(
            "k/cases/zz.yaml:2:5: error PX-0302: no-such-rule: No rule 'no-such-rule'.");
  }

  @Test
  void aCaseThatCannotBeReadIsFound() throws IOException {
    add(
        "cases/zz.yaml",
        "cases: [{id: a/fires, rule: a, kind: fire, goal: acne@cheeks, on: 2026-11, given: {facts: {x: y}}, expect: {}}]");

    assertThat(errors())
        .extracting(line -> line.replaceAll(".*error (PX-\\d+).*", "$1"))
        .contains("PX-0113", "PX-0216", "PX-0110", "PX-0111");
  }

  @Test
  void aCaseWithoutItsKindOrExpectationIsNotPassedOver() throws IOException {
    add(
        "cases/zz.yaml",
        "cases: [{id: a/b, rule: pregnancy, base: cleer, goal: acne-scars@cheeks, on: 2026-11-21}]");

    assertThat(errors())
        .containsExactly(
            "k/cases/zz.yaml:1:9: error PX-0111: a/b: 'kind' is missing.",
            "k/cases/zz.yaml:1:9: error PX-0111: a/b: 'expect' is missing.",
            "k/cases/zz.yaml:1:42: error PX-0113: base: 'cleer' is none of clear, silent. Maybe"
                + " clear?");
  }
}
