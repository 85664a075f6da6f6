package org.percuta.protocol.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Setting;
import org.percuta.quantity.PartialDate;

/** Reads the golden cases. */
public final class GoldenCases {

  private static final Set<String> KEYS =
      Set.of("id", "rule", "kind", "why", "base", "given", "goal", "setting", "on", "expect");
  private static final Set<String> EXPECT_KEYS =
      Set.of("outcome", "from", "fires", "silent", "until", "missing", "limits");
  private static final int BASE_AGE = 35;
  private static final int BASE_PHOTOTYPE = 2;
  private static final double BASE_WEIGHT = 70;

  /** What is known of somebody beside what the case gives. */
  private enum Base {
    CLEAR,
    SILENT
  }

  private final Knowledge knowledge;
  private final Findings findings;
  private final Fields fields;

  private GoldenCases(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.fields = new Fields(findings);
  }

  /**
   * @param files bytes by path, as {@link KnowledgeFiles#cases} gives them
   */
  public static List<GoldenCase> read(
      SortedMap<String, byte[]> files, String prefix, Knowledge knowledge, Findings findings) {
    GoldenCases reader = new GoldenCases(knowledge, findings);
    List<GoldenCase> cases = new ArrayList<>();
    files.forEach((name, bytes) ->
        YamlReader.read(prefix + name, bytes, findings)
            .ifPresent(root -> reader.file(root, cases)));
    return cases;
  }

  private void file(Node root, List<GoldenCase> cases) {
    Node.MapNode map = fields.map(root, "cases", Set.of("cases"));
    if (map != null) {
      for (Node item : fields.list(map.get("cases"), "cases")) {
        one(item).ifPresent(cases::add);
      }
    }
  }

  private Optional<GoldenCase> one(Node node) {
    Node.MapNode map = fields.map(node, "cases", KEYS);
    if (map == null) {
      return Optional.empty();
    }
    String id = fields.required(map, "id", "cases");
    String rule = fields.required(map, "rule", "cases");
    String goalText = fields.required(map, "goal", "cases");
    LocalDate on = fields.day(map, "on", "cases");
    require(map, "kind", id);
    require(map, "expect", id);
    GoldenCase.Kind kind = fields.constant(map, "kind", GoldenCase.Kind.class);
    Base base = fields.constant(map, "base", Base.class);
    Setting setting = fields.constant(map, "setting", Setting.class);
    GoldenCase.Expectation expect = expect(map.get("expect"));
    Optional<PatientRecord> given = given(map.get("given"));
    if (id == null || rule == null || goalText == null || on == null) {
      return Optional.empty();
    }
    Optional<Goal> goal =
        new GoalReader(knowledge, findings)
            .read(goalText, setting == null ? Setting.CLINIC : setting, map.place());
    if (kind == null || expect == null || given.isEmpty() || goal.isEmpty()) {
      return Optional.empty();
    }
    PatientRecord record = base == Base.CLEAR ? overClear(given.get(), on) : given.get();
    return Optional.of(new GoldenCase(id, rule, kind, record, goal.get(), on, expect, map.place()));
  }

  private void require(Node.MapNode map, String key, @Nullable String id) {
    if (map.get(key) == null) {
      findings.error(
          "PX-0111", "'" + key + "' is missing.", id == null ? "cases" : id, map.place(), null);
    }
  }

  private Optional<PatientRecord> given(@Nullable Node node) {
    if (node == null) {
      return Optional.of(new PatientRecord(Patient.UNKNOWN, List.of(), List.of(), Set.of()));
    }
    Findings own = new Findings();
    Optional<Intake> intake = IntakeReader.read(node, knowledge, own);
    findings.addAll(own.list());
    return intake.map(Intake::record);
  }

  /** Everything the case does not mention is answered no, of a healthy adult. */
  private PatientRecord overClear(PatientRecord given, LocalDate on) {
    Patient patient = given.patient();
    Patient healthy =
        new Patient(
            patient.id(),
            patient.birthDate() == null
                ? PartialDate.of(on.minusYears(BASE_AGE))
                : patient.birthDate(),
            patient.sex(),
            patient.phototype() == null ? Integer.valueOf(BASE_PHOTOTYPE) : patient.phototype(),
            patient.weight_kg() == null ? Double.valueOf(BASE_WEIGHT) : patient.weight_kg());
    Set<String> mentioned =
        given.statements().stream().map(FactStatement::fact).collect(Collectors.toSet());
    List<FactStatement> statements = new ArrayList<>(given.statements());
    for (String fact : knowledge.facts().keySet()) {
      if (!mentioned.contains(fact)) {
        statements.add(FactStatement.answered(fact, Answer.NO));
      }
    }
    return new PatientRecord(healthy, statements, given.clearances(), given.complete());
  }

  private GoldenCase.@Nullable Expectation expect(@Nullable Node node) {
    Node.MapNode map = node == null ? null : fields.map(node, "expect", EXPECT_KEYS);
    String outcome = map == null ? null : fields.required(map, "outcome", "expect");
    if (map == null || outcome == null) {
      return null;
    }
    String from =
        map.get("from") instanceof Node.ScalarNode s ? (s.isNull() ? "null" : s.text()) : null;
    return new GoldenCase.Expectation(
        outcome,
        from,
        texts(map, "fires"),
        texts(map, "silent"),
        fields.text(map, "until"),
        texts(map, "missing"),
        texts(map, "limits"));
  }

  private List<String> texts(Node.MapNode map, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : fields.list(map.get(key), key)) {
      if (item instanceof Node.ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }
}
