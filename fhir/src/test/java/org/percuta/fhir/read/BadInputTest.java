package org.percuta.fhir.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.validate.Finding;

class BadInputTest {

  private static final FhirReader READER = TestKnowledge.reader();

  private static final String PSORIASIS =
      """
      {"resourceType": "Condition", "id": "c1", "code": {"coding": [
        {"system": "http://snomed.info/sct", "code": "9014002"}]}}\
      """;

  private static FhirReading read(String text) {
    return READER.read(text.getBytes(UTF_8), "in.json");
  }

  private static String bundle(String... resources) {
    return "{\"resourceType\": \"Bundle\", \"entry\": [\n{\"resource\": "
        + String.join("},\n{\"resource\": ", resources)
        + "}]}";
  }

  private static Finding only(FhirReading reading) {
    assertThat(reading.findings()).hasSize(1);
    return reading.findings().getFirst();
  }

  private static List<String> facts(FhirReading reading) {
    return reading.record().statements().stream().map(FactStatement::fact).toList();
  }

  @Test
  void a_bundle_cut_short_says_where_it_ends_and_keeps_what_was_before() {
    String whole = bundle("{\"resourceType\": \"Patient\", \"id\": \"p\"}", PSORIASIS, PSORIASIS);
    FhirReading reading = read(whole.substring(0, whole.length() - 30));

    assertThat(only(reading).inOneLine())
        .startsWith("in.json:6:34:")
        .contains("error PX-0406: Bundle.entry[2].resource.code.coding[0]")
        .contains("The JSON ends in the middle, after " + (whole.length() - 30) + " bytes.")
        .endsWith("Maybe the file was cut short when it was copied or downloaded?");
    assertThat(facts(reading)).containsExactly("psoriasis");
    assertThat(reading.record().patient().id()).isEqualTo("p");
    assertThat(reading.counts().broken()).isEqualTo(1);
  }

  @Test
  void a_missing_comma_says_line_and_column() {
    Finding finding = only(read("{\"resourceType\": \"Patient\"\n \"id\": \"p\"}"));

    assertThat(finding.code()).isEqualTo("PX-0405");
    assertThat(finding.place().line()).isEqualTo(2);
    assertThat(finding.message()).startsWith("This is not JSON: Unexpected character ('\"'");
  }

  @Test
  void ten_thousand_levels_are_refused_and_not_walked() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    Finding finding = only(read("{\"resourceType\": \"Patient\", \"x\": " + deep + "}"));

    assertThat(finding.code()).isEqualTo("PX-0408");
    assertThat(finding.message()).isEqualTo("The JSON is nested more than 250 deep.");
    assertThat(only(read(deep)).code()).isIn("PX-0405", "PX-0408");
    assertThat(only(read("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))).code())
        .isEqualTo("PX-0408");
  }

  @Test
  void nested_items_of_a_questionnaire_end_at_the_same_limit() {
    String deep =
        "{\"resourceType\": \"QuestionnaireResponse\", \"item\": "
            + "[{\"linkId\": \"g\", \"item\": ".repeat(5_000);

    assertThat(read(deep).findings()).extracting(Finding::code).containsExactly("PX-0408");
  }

  @Test
  void bytes_that_are_not_utf8_say_where() {
    byte[] latin1 = "{\"resourceType\": \"Patient\",\n\"id\": \"Zoë\"}".getBytes(ISO_8859_1);

    Finding finding = only(READER.read(latin1, "in.json"));

    assertThat(finding.code()).isEqualTo("PX-0407");
    assertThat(finding.place().line()).isEqualTo(2);
    assertThat(finding.hint()).contains("Save it as UTF-8");
  }

  @Test
  void other_kinds_of_file_are_named() {
    assertThat(only(read("")).message()).isEqualTo("The file is empty.");
    assertThat(only(read(" \n\t ")).message()).isEqualTo("The file is empty.");
    assertThat(only(read("<Bundle xmlns=\"http://hl7.org/fhir\"/>")).message())
        .isEqualTo("The file is XML.");
    assertThat(only(READER.read("{}".getBytes(UTF_16LE), "in.json")).message())
        .isEqualTo("The file is not in UTF-8.");
    assertThat(only(READER.read(new byte[] {0x1f, (byte) 0x8b, 8}, "in.json")).message())
        .isEqualTo("The file is compressed.");
    assertThat(only(read("{\"facts\": {}}")).code()).isEqualTo("PX-0411");
    assertThat(only(read("[1, 2]")).code()).isEqualTo("PX-0405");
    assertThat(only(read("patient: {id: p}")).code()).isEqualTo("PX-0405");
    assertThat(only(read("{}")).code()).isEqualTo("PX-0411");
    assertThat(only(read("{\"resourceType\": 7}")).code()).isEqualTo("PX-0411");
  }

  @Test
  void a_byte_order_mark_is_no_harm() {
    FhirReading reading = read("\uFEFF" + PSORIASIS);

    assertThat(facts(reading)).containsExactly("psoriasis");
    assertThat(reading.findings()).isEmpty();
  }

  @Test
  void a_type_that_is_not_read_is_counted_and_a_misspelt_one_is_guessed() {
    FhirReading reading = read("{\"resourceType\": \"Bundel\", \"entry\": []}");

    assertThat(only(reading).inOneLine()).contains("{Bundel=1}").endsWith("Maybe Bundle?");
    assertThat(reading.counts().otherTypes()).containsEntry("Bundel", 1);
  }

  @Test
  void a_bad_line_of_ndjson_spoils_only_itself() {
    String patient = "{\"resourceType\": \"Patient\", \"id\": \"p\"}";
    String line = PSORIASIS.replace("\n", " ");

    FhirReading reading = read(patient + "\n{\"resourceType\": \"Condi\n\n" + line + "\n");

    assertThat(only(reading).place().line()).isEqualTo(2);
    assertThat(facts(reading)).containsExactly("psoriasis");
    assertThat(reading.record().statements().getFirst().where())
        .isEqualTo("Condition/c1 (in.json:4)");
  }

  @Test
  void ndjson_about_two_people_is_refused() {
    String lines =
        """
        {"resourceType": "Patient", "id": "a"}
        {"resourceType": "Patient", "id": "b"}
        """;

    assertThat(only(read(lines)).inOneLine())
        .contains("error PX-0415")
        .contains("Patient/a and Patient/b (line 1)")
        .endsWith("Maybe export one patient a file?");
  }

  @Test
  void a_text_that_never_ends_is_not_held_in_memory() {
    String huge = "x".repeat(2_000_000);

    Finding finding = only(read("{\"resourceType\": \"Patient\", \"id\": \"" + huge + "\"}"));
    assertThat(finding.code()).isEqualTo("PX-0409");
    assertThat(finding.message()).hasSizeLessThan(300);
    assertThat(
            read("{\"resourceType\": \"Patient\", \"photo\": [{\"data\": \"" + huge + "\"}]}")
                .findings())
        .isEmpty();
  }

  @Test
  void many_findings_are_counted_instead_of_listed() {
    String bad = "{\"resourceType\": \"Condition\", \"code\": 1}";
    String[] many = new String[500];
    java.util.Arrays.fill(many, bad);

    List<Finding> findings = read(bundle(many)).findings();

    assertThat(findings).hasSize(101);
    assertThat(findings.getLast().message()).isEqualTo("400 more errors are not listed.");
  }

  @Test
  void a_file_of_200_megabytes_is_refused_by_its_size(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("big.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(200L * 1024 * 1024);
    }

    Finding finding = only(READER.read(file));

    assertThat(finding.code()).isEqualTo("PX-0402");
    assertThat(finding.message()).isEqualTo("The file has 200 MB; at most 128 MB are read.");
    assertThat(finding.hint()).startsWith("Maybe export this patient's");
  }

  @Test
  void a_missing_file_and_a_folder_are_said(@TempDir Path folder) {
    assertThat(only(READER.read(folder)).message()).endsWith("is a folder.");
    assertThat(only(READER.read(folder.resolve("no.json"))).message()).startsWith("There is no");
  }

  @Test
  void more_resources_than_a_life_has_are_not_read_and_said_once() {
    FhirReading reading = read("{\"resourceType\":\"Observation\"}\n".repeat(100_050));

    assertThat(only(reading).inOneLine())
        .startsWith("in.json:100001:")
        .contains("error PX-0426")
        .contains("The file holds more than 100000 resources");
    assertThat(reading.counts().broken()).isEqualTo(50);
  }

  @Test
  void names_that_are_no_types_are_counted_together_after_three_hundred() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      lines.append("{\"resourceType\":\"").append("T".repeat(100)).append("\"}\n");
      lines.append("{\"resourceType\":\"T").append(i).append("\"}\n");
    }
    FhirReading reading = read(lines.toString());

    assertThat(reading.counts().otherTypes())
        .hasSize(301)
        .containsEntry("T".repeat(60) + "…", 5000)
        .containsEntry("other names", 4701);
  }
}
