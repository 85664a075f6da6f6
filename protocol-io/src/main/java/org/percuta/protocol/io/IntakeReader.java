package org.percuta.protocol.io;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Setting;

/** Reads an intake file, which is also what the JSON API and the web form send. */
public final class IntakeReader {

  private static final Set<String> KEYS =
      Set.of("patient", "setting", "goals", "facts", "clearances", "complete");

  private final Fields fields;
  private final Knowledge knowledge;
  private final Findings findings;

  private IntakeReader(Knowledge knowledge, Findings findings) {
    this.fields = new Fields(findings);
    this.knowledge = knowledge;
    this.findings = findings;
  }

  /** The intake, or empty when the findings hold an error. */
  public static Optional<Intake> read(
      String file, byte[] bytes, Knowledge knowledge, Findings findings) {
    return YamlReader.read(file, bytes, findings).flatMap(node -> read(node, knowledge, findings));
  }

  /** The intake in a document already read. */
  public static Optional<Intake> read(Node node, Knowledge knowledge, Findings findings) {
    Optional<Intake> intake = new IntakeReader(knowledge, findings).intake(node);
    return findings.hasErrors() ? Optional.empty() : intake;
  }

  private Optional<Intake> intake(Node node) {
    Node.MapNode map = fields.map(node, "the intake file", KEYS);
    if (map == null) {
      return Optional.empty();
    }
    Setting setting = fields.constant(map, "setting", Setting.class);
    List<FactStatement> statements =
        new FactReader(knowledge, findings, fields).read(map.get("facts"));
    PatientRecord record =
        new PatientRecord(
            patient(map.get("patient")),
            statements,
            clearances(map.get("clearances")),
            complete(map.get("complete")));
    List<Goal> goals = goals(map.get("goals"), setting == null ? Setting.CLINIC : setting);
    return Optional.of(new Intake(record, goals, setting));
  }

  private Patient patient(@Nullable Node node) {
    Node.MapNode map =
        node == null
            ? null
            : fields.map(node, "patient", Set.of("id", "birthDate", "sex", "phototype", "weight"));
    if (map == null) {
      return Patient.UNKNOWN;
    }
    Integer phototype = fields.wholeNumber(map, "phototype", 1, 6);
    return new Patient(
        fields.text(map, "id"),
        fields.date(map, "birthDate"),
        fields.constant(map, "sex", Patient.Sex.class),
        phototype,
        fields.kilograms(map, "weight"));
  }

  private List<Goal> goals(@Nullable Node node, Setting setting) {
    List<Goal> goals = new ArrayList<>();
    GoalReader reader = new GoalReader(knowledge, findings);
    for (Node item : fields.list(node, "goals")) {
      if (item instanceof Node.ScalarNode scalar) {
        reader.read(scalar.text(), setting, scalar.place()).ifPresent(goals::add);
        continue;
      }
      Node.MapNode map = fields.map(item, "goals", Set.of("concern", "site"));
      if (map != null) {
        String concern = fields.required(map, "concern", "goals");
        String site = fields.required(map, "site", "goals");
        if (concern != null && site != null) {
          reader.read(concern, site, setting, map.place()).ifPresent(goals::add);
        }
      }
    }
    return goals;
  }

  private List<Clearance> clearances(@Nullable Node node) {
    List<Clearance> clearances = new ArrayList<>();
    for (Node item : fields.list(node, "clearances")) {
      Node.MapNode map =
          fields.map(item, "clearances", Set.of("fact", "by", "role", "on", "expires", "reason"));
      if (map != null) {
        clearance(map).ifPresent(clearances::add);
      }
    }
    return clearances;
  }

  /** A clearance counts only whole: a name, a role, a date, an expiry and a reason. */
  private Optional<Clearance> clearance(Node.MapNode map) {
    String fact = fields.required(map, "fact", "clearances");
    String by = fields.required(map, "by", "clearances");
    String reason = fields.required(map, "reason", "clearances");
    Role role = fields.constant(map, "role", Role.class);
    if (map.get("role") == null) {
      fields.required(map, "role", "clearances");
    }
    var on = fields.day(map, "on", "clearances");
    var expires = fields.day(map, "expires", "clearances");
    if (fact == null || by == null || reason == null || role == null) {
      return Optional.empty();
    }
    if (on == null || expires == null) {
      return Optional.empty();
    }
    boolean known =
        knowledge.facts().containsKey(fact)
            || knowledge.rules().stream().anyMatch(rule -> rule.id().equals(fact));
    if (!known) {
      fields.unknownFact(fact, knowledge.facts().keySet(), map);
    }
    if (expires.isBefore(on)) {
      findings.error(
          "PX-0213",
          "The clearance expires on " + expires + ", before it begins on " + on + ".",
          fact,
          map.place(),
          "Maybe the two dates are swapped?");
    }
    return Optional.of(new Clearance(fact, by, role, on, expires, reason));
  }

  private Set<FactGroup> complete(@Nullable Node node) {
    EnumSet<FactGroup> groups = EnumSet.noneOf(FactGroup.class);
    for (Node item : fields.list(node, "complete")) {
      FactGroup group = fields.constant(item, "complete", FactGroup.class);
      if (group != null) {
        groups.add(group);
      }
    }
    return groups;
  }
}
