package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.validate.Finding;

/** The schemas are those of the records, and an independent validator agrees with the reader. */
class SchemaTest {

  private static final Path SCHEMAS = Path.of("../knowledge/schema");
  private static final Path INTAKE = Path.of("../docs/schemas/intake.schema.json");

  @TestFactory
  Stream<DynamicTest> theWrittenSchemaIsThatOfTheRecord() {
    return SchemaWriter.schemas().entrySet().stream()
        .map(schema ->
            DynamicTest.dynamicTest(
                schema.getKey(), () -> compareOrWrite(schema.getKey(), schema.getValue())));
  }

  private static void compareOrWrite(String kind, String schema) throws IOException {
    Path file = SCHEMAS.resolve(kind + ".schema.json");
    if (Boolean.getBoolean("percuta.write")) {
      Files.createDirectories(SCHEMAS);
      Files.writeString(file, schema);
    }
    assertThat(file).content().isEqualTo(schema);
  }

  @TestFactory
  Stream<DynamicTest> everyKnowledgeFileFitsItsSchema() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(KnowledgeFiles.fromFolder(Path.of("../knowledge")));
    files.remove("version.yaml");
    files.putAll(KnowledgeFiles.casesFromFolder(Path.of("../knowledge")));
    return files.entrySet().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getKey(), () -> assertThat(errors(parse(file.getValue()))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> whatGoldenCasesGiveIsAnIntake() throws IOException {
    return KnowledgeFiles.casesFromFolder(Path.of("../knowledge")).entrySet().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getKey(),
                () -> {
                  for (Node item :
                      ((Node.ListNode) child(parse(file.getValue()), "cases")).items()) {
                    Node given = ((Node.MapNode) item).get("given");
                    assertThat(given == null ? List.of() : errors(INTAKE, given))
                        .as("%s", item.place())
                        .isEmpty();
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsAnIntake() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../examples/intake"))) {
      return files
          .sorted()
          .map(file ->
              DynamicTest.dynamicTest(
                  file.getFileName().toString(),
                  () -> assertThat(errors(INTAKE, parse(Files.readAllBytes(file)))).isEmpty()))
          .toList()
          .stream();
    }
  }

  /** Each has one thing wrong that both must notice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rules; [{id: a}]",
        "rules; {id: a}",
        "rules; [a]",
        "sources; [{id: S1, citation: c, read: whole, grade: D}]",
        "sources; [{id: S1, citation: c, read: whole, grade: C, year: 2020}]",
        "sources; [{id: S1, citation: [c], read: whole, grade: C}]",
        "sites; [{id: a, label: a, family: bone, grade: C}]",
        "sites; [{id: a, label: a, family: skin, delicate: perhaps, grade: C}]",
        "depths; [{id: a, low-mm: deep, high-mm: 1, basis: study, note: n, grade: A}]",
        "procedure; [{id: a, order: 1.5, stage: numb, title: t, detail: d, grade: C}]",
        "calendar; [{id: a, phase: session, kind: do, text: t, from: 7 days, grade: C}]",
        "courses; [{id: a, sessions-low: 1, sessions-high: 2, floor: 4 weeks, target: 6 wk, note: n, grade: C}]",
        "conflicts; [{id: C01, title: t, kind: safety, sides: [{claims: [x]}], reading: r, show: s}]"
      })
  void aBrokenFileFailsBothInTheSchemaAndInTheReader(String kind, String items) throws IOException {
    byte[] file = (kind + ": " + items).getBytes(StandardCharsets.UTF_8);
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("version.yaml", "version: 1".getBytes(StandardCharsets.UTF_8));
    files.put("protocol/broken.yaml", file);

    assertThat(KnowledgeReader.read(files, "").findings()).anyMatch(Finding::isError);
    assertThat(errors(parse(file))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{exposure: {fact: peel}}",
        "{exposure: peel}",
        "{exposures: {fact: peel, washout: {of: 7 d}}}",
        "{state: a, allergy: b}",
        "{all-of: {state: a}}",
        "{all-of: [{any-of: [{condition-now: [a]}]}]}",
        "{medicine: {fact: a, supply: stolen}}",
        "{exposure: {fact: peel, washout: {of: 7}}}",
        "{attribute: {below: 22}}",
        "peel"
      })
  void aBrokenConditionFailsInBoth(String condition) throws IOException {
    aBrokenFileFailsBothInTheSchemaAndInTheReader("rules", rule(condition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{exposure: {fact: peel, washout: {of: 7 d}}}",
        "{all-of: [{any-of: [{condition-now: a}, {allergy: {fact: b}}]}, {goal-is: {}}]}",
        "{attribute: {of: age, below: 22}}"
      })
  void aSoundConditionPassesBoth(String condition) throws IOException {
    byte[] file = ("rules: " + rule(condition)).getBytes(StandardCharsets.UTF_8);
    assertThat(errors(parse(file))).isEmpty();
    Findings findings = new Findings();
    assertThat(
            new Binder(findings, new Places())
                .bind(
                    ((Node.ListNode) child(parse(file), "rules")).items().getFirst(),
                    org.percuta.protocol.model.Rule.class))
        .isPresent();
  }

  private static String rule(String condition) {
    return "[{id: a, title: t, when: "
        + condition
        + ", scope: site, effect: defer, because: b, grade: C}]";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{fact: {}}",
        "{facts: {pregnant: perhaps}}",
        "{facts: {pregnant: {}}}",
        "{facts: {sunburn: {last: 21.11.2026}}}",
        "{facts: {sunburn: {last: 2026-13}}}",
        "{facts: {acne-active: {answer: yes, where: cheeks}}}",
        "{patient: {phototype: 7}}",
        "{patient: {weight: 62}}",
        "{setting: hospital}",
        "{goals: [acne-scars]}",
        "{goals: [{concern: acne-scars}]}",
        "{complete: [everything]}",
        "{clearances: [{fact: diabetes, by: Dr A, role: physician, on: 2026-11-02, reason: r}]}"
      })
  void aBrokenIntakeFailsInBoth(String intake) throws IOException {
    byte[] file = intake.getBytes(StandardCharsets.UTF_8);
    Findings findings = new Findings();

    assertThat(IntakeReader.read("in.yaml", file, KnowledgeReader.shipped().knowledge(), findings))
        .isEmpty();
    assertThat(errors(INTAKE, parse(file))).isNotEmpty();
  }

  /** Against the schema of its kind; that of the cases alone is written by hand. */
  private static List<String> errors(Node root) throws IOException {
    String kind = ((Node.MapNode) root).entries().keySet().iterator().next();
    String schema = SchemaWriter.schemas().get(kind);
    return schema == null
        ? errors(SCHEMAS.resolve(kind + ".schema.json"), root)
        : errors(schema, root);
  }

  private static List<String> errors(Path file, Node node) throws IOException {
    return errors(Files.readString(file), node);
  }

  private static List<String> errors(String text, Node node) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    return schema.validate(NodeJson.of(node), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Node parse(byte[] bytes) {
    return YamlReader.read("file", bytes, new Findings()).orElseThrow();
  }

  private static Node child(Node map, String key) {
    return Objects.requireNonNull(((Node.MapNode) map).get(key));
  }
}
