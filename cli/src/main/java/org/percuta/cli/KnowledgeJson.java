package org.percuta.cli;

import org.percuta.protocol.io.CheckedKnowledge;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Coverage;
import org.percuta.protocol.validate.Finding;
import tools.jackson.core.JsonGenerator;

/** The JSON forms of {@code percuta knowledge}. */
final class KnowledgeJson {

  private KnowledgeJson() {}

  /** Conflicts of the articles among themselves, without those of authorities. */
  static long articleConflicts(Knowledge knowledge) {
    return knowledge.conflicts().values().stream()
        .filter(conflict -> conflict.kind() != Conflict.Kind.AUTHORITY)
        .count();
  }

  static long used(Knowledge knowledge, Coverage coverage) {
    return knowledge.claims().keySet().stream().filter(coverage.usedBy()::containsKey).count();
  }

  static void coverage(JsonGenerator out, CheckedKnowledge checked, Coverage coverage) {
    Knowledge knowledge = checked.knowledge();
    out.writeStartObject();
    out.writeNumberProperty("claims", knowledge.claims().size());
    out.writeNumberProperty("used", used(knowledge, coverage));
    out.writeNumberProperty("notModelled", coverage.notModelled().size());
    out.writeNumberProperty("conflicts", articleConflicts(knowledge));
    out.writeNumberProperty("rules", knowledge.rules().size());
    out.writeNumberProperty("rulesWithoutCases", checked.rulesWithoutCases().size());
    out.writeEndObject();
  }

  static void check(JsonGenerator out, CheckedKnowledge checked) {
    out.writeStartObject();
    out.writeStringProperty("schema", "percuta.check/1");
    VerdictJson.knowledge(out, checked.knowledge());
    out.writeArrayPropertyStart("findings");
    for (Finding finding : checked.findings()) {
      finding(out, finding);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void finding(JsonGenerator out, Finding finding) {
    out.writeStartObject();
    out.writeStringProperty("code", finding.code());
    out.writeStringProperty("severity", VerdictJson.lower(finding.severity()));
    out.writeStringProperty("message", finding.message());
    out.writeStringProperty("subject", finding.subject());
    out.writeStringProperty("file", finding.place().file());
    out.writeNumberProperty("line", finding.place().line());
    out.writeNumberProperty("column", finding.place().column());
    Json.nullable(out, "hint", finding.hint());
    out.writeEndObject();
  }

  static void conflicts(JsonGenerator out, Knowledge knowledge) {
    out.writeStartObject();
    out.writeStringProperty("schema", "percuta.conflicts/1");
    VerdictJson.knowledge(out, knowledge);
    out.writeArrayPropertyStart("conflicts");
    knowledge.conflicts().values().forEach(conflict -> conflict(out, conflict));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void conflict(JsonGenerator out, Conflict conflict) {
    out.writeStartObject();
    out.writeStringProperty("id", conflict.id());
    out.writeStringProperty("title", conflict.title());
    out.writeStringProperty("kind", VerdictJson.lower(conflict.kind()));
    out.writeArrayPropertyStart("sides");
    for (Conflict.Side side : conflict.sides()) {
      out.writeStartObject();
      out.writeStringProperty("says", side.says());
      Json.strings(out, "claims", side.claims());
      Json.strings(out, "literature", side.literature());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringProperty("reading", conflict.reading());
    out.writeStringProperty("show", conflict.show());
    out.writeEndObject();
  }
}
