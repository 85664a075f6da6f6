package org.percuta.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;

/** The pages about the clinical content say what the content says. */
class KnowledgePagesTest {

  private static final Knowledge KNOWLEDGE = KnowledgeReader.shipped().knowledge();

  private static final Map<Conflict.Kind, String> CHAPTERS =
      Map.of(
          Conflict.Kind.SAFETY,
          "Safety\n\nThe articles disagree on what is safe. The stricter reading rules.",
          Conflict.Kind.PLAN,
          "Planning, results, cost\n\nThe articles disagree on time, number and price.",
          Conflict.Kind.INFORMATION,
          "Wording and evidence\n\nThe articles disagree on how to put it.",
          Conflict.Kind.AUTHORITY,
          "Authorities and literature\n\nLabels, agencies and publications differ among themselves or from the articles.");

  @Test
  void conflicts() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Where the sources disagree

            Percuta never averages two sources and never hides one. For each disagreement this page gives both sides with the
            claims (`S…`) and literature facts (`L-…`) behind them, the reading that the software applies, and what the user is shown.
            The five articles are `S0` to `S4`; who they and the publications are stands in `knowledge/sources/sources.yaml`.
            A reading is a clinic policy: a clinician approves it, and a number that no source states is marked as a clinic setting.
            """);
    for (Conflict.Kind kind : Conflict.Kind.values()) {
      page.append("\n## ").append(CHAPTERS.get(kind)).append('\n');
      KNOWLEDGE.conflicts().values().stream()
          .filter(conflict -> conflict.kind() == kind)
          .sorted(java.util.Comparator.comparing(Conflict::id))
          .forEach(conflict -> append(page, conflict));
    }
    GeneratedDocs.hold("docs/conflicts.md", page.toString());
  }

  private static void append(StringBuilder page, Conflict conflict) {
    page.append("\n### ").append(conflict.id()).append(' ').append(conflict.title());
    page.append("\n\n| Side | Sources |\n|---|---|\n");
    for (Conflict.Side side : conflict.sides()) {
      page.append("| ").append(cell(side.says())).append(" | ");
      page.append(
          Stream.concat(side.claims().stream(), side.literature().stream())
              .collect(Collectors.joining(", ")));
      page.append(" |\n");
    }
    page.append("\n**Reading.** ").append(conflict.reading().strip());
    page.append("\n\n**Shown.** ").append(conflict.show().strip()).append('\n');
  }

  @Test
  void rules() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Screening rules

            Every rule of the protocol, strictest effect first. `percuta knowledge why RULE` tells the whole of one: its sources, both sides
            where they differ, and who can clear it. A rule of grade H is a clinic setting that a clinician must approve.

            | rule | effect | cleared by | grade | reading | in words |
            |---|---|---|---|---|---|
            """);
    List<Rule> rules =
        KNOWLEDGE.rules().stream()
            .sorted(java.util.Comparator.comparing(Rule::effect).thenComparing(Rule::id))
            .toList();
    for (Rule rule : rules) {
      page.append("| `")
          .append(rule.id())
          .append("` | ")
          .append(lower(rule.effect()))
          .append(" | ");
      page.append(
          rule.clearedBy().stream()
              .map(KnowledgePagesTest::lower)
              .collect(Collectors.joining(", ")));
      page.append(" | ").append(rule.grade()).append(" | ");
      page.append(rule.conflict() == null ? "" : rule.conflict()).append(" | ");
      page.append(cell(rule.because())).append(" |\n");
    }
    page.append(
        """

        # House settings

        Numbers that no source gives well enough. Each has a default that a clinician must approve, and bounds within which a clinic may
        change it.

        | setting | default | from | to | why |
        |---|---|---|---|---|
        """);
    for (HouseSetting setting : KNOWLEDGE.settings().values()) {
      page.append("| `").append(setting.id()).append("` | ");
      page.append(number(setting.value())).append(' ').append(setting.unit()).append(" | ");
      page.append(number(setting.low())).append(" | ").append(number(setting.high()));
      page.append(" | ").append(cell(setting.why())).append(" |\n");
    }
    GeneratedDocs.hold("docs/rules.md", page.toString());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
