package org.percuta.fhir.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FhirReaderProperties {

  private static final FhirReader READER = TestKnowledge.reader();

  private static final List<String> RESOURCES =
      List.of(
          """
          {"resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1990-04"}\
          """,
          """
          {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"},
           "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "L40.0"}]},
           "onsetAge": {"value": 20, "code": "a"}}\
          """,
          """
          {"resourceType": "MedicationRequest", "id": "m1", "status": "stopped",
           "medicationReference": {"reference": "Medication/d1"}, "authoredOn": "2026-03"}\
          """,
          """
          {"resourceType": "Medication", "id": "d1",
           "code": {"coding": [{"system": "http://www.whocc.no/atc", "code": "M01AE02"}]}}\
          """,
          """
          {"resourceType": "Observation", "id": "o1", "status": "final",
           "code": {"coding": [{"system": "http://loinc.org", "code": "82810-3"}]},
           "effectiveDateTime": "2024-02-01", "valueCodeableConcept":
           {"coding": [{"system": "http://loinc.org", "code": "LA15173-0"}]}}\
          """,
          """
          {"resourceType": "Observation", "id": "o2", "status": "final",
           "code": {"coding": [{"system": "http://loinc.org", "code": "82810-3"}]},
           "effectiveDateTime": "2024-12-01", "valueCodeableConcept":
           {"coding": [{"system": "http://loinc.org", "code": "LA26683-5"}]}}\
          """,
          """
          {"resourceType": "QuestionnaireResponse", "id": "q1", "item":
           [{"linkId": "smoking", "answer": [{"valueBoolean": true}]}]}\
          """);

  private static final List<String> UNRELATED =
      List.of(
          "{\"resourceType\": \"Immunization\", \"id\": \"i\"}",
          "{\"resourceType\": \"Condition\", \"code\": {\"text\": \"toothache\"}}",
          "{\"resourceType\": \"Encounter\", \"status\": \"finished\", \"period\": {}}",
          "{\"resourceType\": \"Observation\", \"code\": {\"coding\": [{\"code\": \"x\"}]}}",
          "{\"resourceType\": \"Medication\", \"id\": \"other\"}");

  private static String bundle(List<String> resources) {
    return "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\":"
        + String.join("}, {\"resource\":", resources)
        + "}]}";
  }

  /** Without the line it was read at. */
  private static List<String> statements(String text) {
    return READER.read(text.getBytes(UTF_8), "in.json").record().statements().stream()
        .map(FixtureTest::line)
        .sorted()
        .toList();
  }

  @Property(tries = 200)
  void the_order_of_entries_is_irrelevant(@ForAll Random random) {
    List<String> shuffled = new ArrayList<>(RESOURCES);
    Collections.shuffle(shuffled, random);

    assertThat(statements(bundle(shuffled))).hasSize(5).isEqualTo(statements(bundle(RESOURCES)));
  }

  @Property(tries = 200)
  void an_unrelated_resource_changes_no_statement(@ForAll("unrelated") List<String> more) {
    List<String> all = new ArrayList<>(RESOURCES);
    all.addAll(more.size(), more);

    assertThat(statements(bundle(all))).isEqualTo(statements(bundle(RESOURCES)));
  }

  @Property(tries = 100)
  void lines_say_the_same_as_a_bundle(@ForAll Random random) {
    List<String> lines =
        new ArrayList<>(RESOURCES.stream().map(text -> text.replace("\n", " ")).toList());
    Collections.shuffle(lines, random);

    assertThat(statements(String.join("\n", lines))).isEqualTo(statements(bundle(RESOURCES)));
  }

  private static final String MARKS = "{}[]\",:0e-\\tfn ";

  @Property(tries = 3000)
  void no_change_of_bytes_makes_it_throw(@ForAll Random random) {
    byte[] bytes = FIXTURES.get(random.nextInt(FIXTURES.size())).clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) MARKS.charAt(random.nextInt(MARKS.length()));
    }

    FhirReading reading = READER.read(bytes, "in.json");

    assertThat(reading.findings()).allMatch(finding -> !finding.message().isBlank());
    assertThat(reading.counts().broken()).isNotNegative();
  }

  @Property(tries = 500)
  void a_file_cut_anywhere_does_not_throw_and_says_so(@ForAll Random random) {
    byte[] good = FIXTURES.get(random.nextInt(FIXTURES.size()));
    int end = random.nextInt(good.length - 2);

    FhirReading reading = READER.read(Arrays.copyOf(good, end), "in.json");

    assertThat(reading.hasErrors()).isTrue();
  }

  @Provide
  Arbitrary<List<String>> unrelated() {
    return Arbitraries.of(UNRELATED).list().ofMinSize(1).ofMaxSize(RESOURCES.size());
  }

  private static final List<byte[]> FIXTURES = fixtures();

  private static List<byte[]> fixtures() {
    Path folder =
        TestKnowledge.ROOT.resolve("fhir/src/test/resources/org/percuta/fhir/read/FixtureTest");
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
