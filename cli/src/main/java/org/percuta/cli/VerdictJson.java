package org.percuta.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Cleared;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Rule;
import tools.jackson.core.JsonGenerator;

/** {@code percuta.screening/1}. */
final class VerdictJson {

  private VerdictJson() {}

  static void screening(
      JsonGenerator out, Knowledge knowledge, PersonOptions.Person person, List<Verdict> verdicts) {
    out.writeStartObject();
    out.writeStringProperty("schema", "percuta.screening/1");
    Json.nullable(out, "patient", person.record().patient().id());
    out.writeStringProperty("on", person.on().toString());
    knowledge(out, knowledge);
    records(out, person);
    out.writeArrayPropertyStart("verdicts");
    verdicts.forEach(verdict -> verdict(out, knowledge, verdict));
    out.writeEndArray();
    out.writeEndObject();
  }

  /** What became of the resources of each FHIR file, so that nobody takes silence for no. */
  private static void records(JsonGenerator out, PersonOptions.Person person) {
    out.writeArrayPropertyStart("records");
    person
        .records()
        .forEach((file, counts) -> {
          out.writeStartObject();
          out.writeStringProperty("file", file);
          out.writeNumberProperty("resources", counts.resources());
          out.writeNumberProperty("used", counts.used());
          out.writeNumberProperty("setAside", counts.setAside());
          out.writeNumberProperty("withoutMeaning", counts.withoutMeaning());
          out.writeEndObject();
        });
    out.writeEndArray();
  }

  static void knowledge(JsonGenerator out, Knowledge knowledge) {
    out.writeObjectPropertyStart("knowledge");
    out.writeStringProperty("version", knowledge.version());
    out.writeStringProperty("digest", knowledge.digest());
    out.writeEndObject();
  }

  static void verdict(JsonGenerator out, Knowledge knowledge, Verdict verdict) {
    out.writeStartObject();
    out.writeObjectPropertyStart("goal");
    out.writeStringProperty("concern", verdict.goal().concern());
    out.writeStringProperty("site", verdict.goal().site());
    out.writeEndObject();
    out.writeStringProperty("setting", lower(verdict.goal().setting()));
    out.writeStringProperty("outcome", verdict.outcome().key());
    Json.nullable(out, "from", verdict.from());
    Json.nullable(out, "notBefore", verdict.notBefore());
    out.writeArrayPropertyStart("reasons");
    verdict.reasons().forEach(reason -> reason(out, knowledge, reason));
    out.writeEndArray();
    out.writeArrayPropertyStart("limits");
    for (Limit limit : verdict.limits()) {
      out.writeStartObject();
      out.writeStringProperty("key", limit.key());
      out.writeStringProperty("text", limit.text());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("missing");
    verdict.missing().forEach(missing -> missing(out, missing));
    out.writeEndArray();
    out.writeArrayPropertyStart("cleared");
    verdict.cleared().forEach(cleared -> cleared(out, cleared));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void reason(JsonGenerator out, Knowledge knowledge, Reason reason) {
    Rule rule = reason.rule();
    out.writeStartObject();
    out.writeStringProperty("rule", rule.id());
    out.writeStringProperty("title", rule.title());
    out.writeStringProperty("effect", lower(rule.effect()));
    out.writeStringProperty("because", reason.because());
    Json.nullable(out, "next", rule.next());
    Json.strings(out, "facts", reason.facts());
    Json.strings(out, "claims", rule.claims());
    Json.strings(out, "literature", rule.literature());
    Json.strings(out, "sources", sources(knowledge, rule));
    out.writeStringProperty("grade", rule.grade().name());
    Json.nullable(out, "until", until(reason.until()));
    Json.nullable(out, "conflict", rule.conflict());
    out.writeBooleanProperty("precaution", reason.precaution());
    out.writeEndObject();
  }

  private static void missing(JsonGenerator out, Missing missing) {
    out.writeStartObject();
    out.writeStringProperty("fact", missing.fact());
    if (missing.detail() != null) {
      out.writeStringProperty("detail", lower(missing.detail()));
    }
    out.writeStringProperty("question", missing.question());
    out.writeEndObject();
  }

  private static void cleared(JsonGenerator out, Cleared cleared) {
    out.writeStartObject();
    out.writeStringProperty("rule", cleared.rule().id());
    out.writeStringProperty("by", cleared.clearance().by());
    out.writeStringProperty("role", lower(cleared.clearance().role()));
    out.writeStringProperty("on", cleared.clearance().on().toString());
    out.writeStringProperty("expires", cleared.clearance().expires().toString());
    out.writeStringProperty("reason", cleared.clearance().reason());
    out.writeEndObject();
  }

  /** Ids of the articles and publications behind a rule. */
  static List<String> sources(Knowledge knowledge, Rule rule) {
    TreeSet<String> sources = new TreeSet<>();
    rule.claims().stream()
        .map(knowledge.claims()::get)
        .filter(Objects::nonNull)
        .map(Claim::source)
        .forEach(sources::add);
    rule.literature().stream()
        .map(knowledge.literature()::get)
        .filter(Objects::nonNull)
        .map(LiteratureFact::source)
        .forEach(sources::add);
    return List.copyOf(sources);
  }

  private static @Nullable String until(Until until) {
    return switch (until) {
      case Until.Date(java.time.LocalDate date) -> date.toString();
      case Until.Resolved resolved -> "resolved";
      case Until.Never never -> null;
    };
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
