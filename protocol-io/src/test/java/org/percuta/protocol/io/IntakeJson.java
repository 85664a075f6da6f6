package org.percuta.protocol.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;

/** Writes an intake as JSON on one line, as an independent program would. */
final class IntakeJson {

  private IntakeJson() {}

  static String write(Intake intake) {
    List<String> parts = new ArrayList<>();
    add(parts, "patient", patient(intake.record().patient()));
    add(parts, "setting", word(intake.setting()));
    add(parts, "goals", list(intake.goals().stream().map(IntakeJson::goal).toList()));
    List<String> facts = new ArrayList<>();
    intake.record().statements().forEach(said -> add(facts, said.fact(), fact(said)));
    add(parts, "facts", map(facts));
    add(
        parts,
        "clearances",
        list(intake.record().clearances().stream().map(IntakeJson::clearance).toList()));
    add(
        parts,
        "complete",
        list(intake.record().complete().stream().map(group -> text(key(group))).toList()));
    return map(parts);
  }

  private static String patient(Patient patient) {
    List<String> parts = new ArrayList<>();
    add(parts, "id", patient.id() == null ? null : text(patient.id()));
    add(parts, "birthDate", quoted(patient.birthDate()));
    add(parts, "sex", word(patient.sex()));
    add(parts, "phototype", patient.phototype() == null ? null : "" + patient.phototype());
    Double weight = patient.weight_kg();
    add(parts, "weight", weight == null ? null : text(weight + " kg"));
    return map(parts);
  }

  private static String goal(Goal goal) {
    return "{\"concern\": %s, \"site\": %s}".formatted(text(goal.concern()), text(goal.site()));
  }

  private static String fact(FactStatement said) {
    List<String> parts = new ArrayList<>();
    add(parts, "answer", word(said.answer()));
    add(parts, "site", said.site() == null ? null : text(said.site()));
    add(parts, "since", quoted(said.since()));
    add(parts, "until", quoted(said.until()));
    add(parts, "last", quoted(said.last()));
    add(
        parts,
        "prescribed",
        said.supply() == null ? null : "" + (said.supply() == Supply.PRESCRIBED));
    return map(parts);
  }

  private static String clearance(Clearance clearance) {
    List<String> parts = new ArrayList<>();
    add(parts, "fact", text(clearance.fact()));
    add(parts, "by", text(clearance.by()));
    add(parts, "role", word(clearance.role()));
    add(parts, "on", quoted(clearance.on()));
    add(parts, "expires", quoted(clearance.expires()));
    add(parts, "reason", text(clearance.reason()));
    return map(parts);
  }

  private static void add(List<String> parts, String key, @Nullable String value) {
    if (value != null) {
      parts.add(text(key) + ": " + value);
    }
  }

  private static String map(List<String> parts) {
    return "{" + String.join(", ", parts) + "}";
  }

  private static String list(List<String> parts) {
    return "[" + String.join(", ", parts) + "]";
  }

  private static @Nullable String quoted(@Nullable Object value) {
    return value == null ? null : text(value.toString());
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : text(key(constant));
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
