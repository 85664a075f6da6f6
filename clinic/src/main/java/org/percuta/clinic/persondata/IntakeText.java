package org.percuta.clinic.persondata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;

/**
 * A record as an intake file, which {@code percuta screen} reads. Facts the protocol does not know
 * are left out, as it asks for none of them.
 */
final class IntakeText {

  private final Knowledge knowledge;
  private final StringBuilder text = new StringBuilder();

  private IntakeText(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  static String of(PatientRecord record, List<Goal> goals, Knowledge knowledge) {
    IntakeText intake = new IntakeText(knowledge);
    intake.patient(record.patient());
    intake.text.append("setting: clinic\n");
    intake.goals(goals);
    intake.facts(record.statements());
    intake.clearances(record.clearances());
    return intake.text.toString();
  }

  private void patient(Patient patient) {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, "id", quoted(patient.id()));
    put(parts, "birthDate", patient.birthDate());
    Patient.Sex sex = patient.sex();
    put(parts, "sex", sex == null ? null : sex.name().toLowerCase(Locale.ROOT));
    put(parts, "phototype", patient.phototype());
    Double weight_kg = patient.weight_kg();
    put(
        parts,
        "weight",
        weight_kg == null
            ? null
            : java.math.BigDecimal.valueOf(weight_kg).stripTrailingZeros().toPlainString() + " kg");
    text.append("patient: ").append(map(parts)).append('\n');
  }

  private void goals(List<Goal> goals) {
    if (!goals.isEmpty()) {
      text.append("goals:\n");
      goals.forEach(goal ->
          text.append("  - {concern: ")
              .append(goal.concern())
              .append(", site: ")
              .append(goal.site())
              .append("}\n"));
    }
  }

  private void facts(List<FactStatement> statements) {
    Map<String, List<String>> byFact = new LinkedHashMap<>();
    for (FactStatement statement : statements) {
      FactDefinition fact = knowledge.facts().get(statement.fact());
      if (fact != null) {
        byFact
            .computeIfAbsent(fact.id(), _ -> new ArrayList<>())
            .add(map(statement(fact, statement)));
      }
    }
    text.append(byFact.isEmpty() ? "facts: {}\n" : "facts:\n");
    byFact.forEach((fact, said) -> {
      if (said.size() == 1) {
        text.append("  ").append(fact).append(": ").append(said.getFirst()).append('\n');
      } else {
        text.append("  ").append(fact).append(":\n");
        said.forEach(one -> text.append("    - ").append(one).append('\n'));
      }
    });
  }

  private Map<String, String> statement(FactDefinition fact, FactStatement statement) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "answer",
        switch (statement.answer()) {
          case YES -> "yes";
          case NO -> "no";
          case UNKNOWN -> "unknown";
        });
    // A site that the protocol does not know cannot be written; without one it counts everywhere.
    if (fact.sited()
        && statement.site() != null
        && knowledge.sites().containsKey(statement.site())) {
      parts.put("site", statement.site());
    }
    if (!isAfter(statement.since(), statement.until())
        && !isAfter(statement.since(), statement.last())) {
      put(parts, "since", statement.since());
    }
    put(parts, "until", statement.until());
    put(parts, "last", statement.last());
    if (fact.supply() && statement.supply() != null) {
      parts.put(
          "prescribed",
          switch (statement.supply()) {
            case PRESCRIBED -> "yes";
            case BOUGHT -> "no";
          });
    }
    if (statement.origin() == FactStatement.Origin.RECORDED) {
      parts.put("recorded", "yes");
    }
    return parts;
  }

  private static boolean isAfter(@Nullable PartialDate since, @Nullable PartialDate end) {
    return since != null && end != null && end.latest().isBefore(since.earliest());
  }

  private void clearances(List<Clearance> clearances) {
    List<Clearance> known =
        clearances.stream()
            .filter(clearance ->
                knowledge.facts().containsKey(clearance.fact())
                    || knowledge.rules().stream()
                        .anyMatch(rule -> rule.id().equals(clearance.fact())))
            .toList();
    if (known.isEmpty()) {
      return;
    }
    text.append("clearances:\n");
    for (Clearance clearance : known) {
      Map<String, String> parts = new LinkedHashMap<>();
      put(parts, "fact", clearance.fact());
      put(parts, "by", quoted(clearance.by()));
      put(parts, "role", clearance.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      put(parts, "on", clearance.on());
      put(parts, "expires", clearance.expires());
      put(parts, "reason", quoted(clearance.reason()));
      text.append("  - ").append(map(parts)).append('\n');
    }
  }

  private static void put(Map<String, String> parts, String key, @Nullable Object value) {
    if (value != null) {
      parts.put(key, value.toString());
    }
  }

  private static String map(Map<String, String> parts) {
    return "{"
        + String.join(
            ", ",
            parts.entrySet().stream().map(part -> part.getKey() + ": " + part.getValue()).toList())
        + "}";
  }

  private static @Nullable String quoted(@Nullable String value) {
    return value == null ? null : Json.string(value);
  }
}
