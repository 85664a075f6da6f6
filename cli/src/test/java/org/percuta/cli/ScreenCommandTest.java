package org.percuta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.cli.Ran.percuta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ScreenCommandTest {

  private static final String NOBODY =
      "patient: {birthDate: 1990-04-02, phototype: 2, weight: 70 kg}\n";
  private static final String ALL =
      "complete: [conditions, medications, allergies, procedures, habits]\n";

  @TempDir Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.yaml"), text).toString();
  }

  private static JsonNode screen(String file, String goal, String on, String... more) {
    List<String> args =
        new ArrayList<>(List.of("screen", file, "--goal", goal, "--on", on, "--json"));
    args.addAll(List.of(more));
    Ran ran = percuta(args.toArray(String[]::new));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.deviations("percuta.screening-1")).isEmpty();
    return ran.json().get("verdicts").get(0);
  }

  private JsonNode said(String facts, String goal, String... more) throws IOException {
    return screen(file(NOBODY + "facts: {" + facts + "}\n" + ALL), goal, "2026-11-21", more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sunburn: no|permitted",
        "anaesthetic-allergy: yes|permitted-with-limits",
        "sunburn: {last: 2026-11-20}|deferred",
        "diabetes: yes|needs-clearance",
        "pregnant: yes|refused",
        "pregnant: unknown|cannot-tell"
      })
  void eachOutcome(String facts, String outcome) throws IOException {
    assertThat(said(facts, "acne-scars@cheeks").get("outcome").asString()).isEqualTo(outcome);
  }

  /** The conditions that the issue names, as the readings of the conflicts have them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pregnant: yes|acne-scars@cheeks|refused",
        "cold-sore-active: yes|acne-scars@face|deferred",
        "acne-active: {answer: yes, site: cheeks}|acne-scars@cheeks|deferred",
        "acne-active: {answer: yes, site: back}|acne-scars@cheeks|permitted",
        "open-wound: {answer: yes, site: cheeks}|acne-scars@cheeks|deferred",
        "skin-infection: {answer: yes, site: cheeks}|acne-scars@cheeks|deferred"
      })
  void whatTheIssueNamesActsAsRead(String facts, String goal, String outcome) throws IOException {
    assertThat(said(facts, goal).get("outcome").asString()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chemotherapy: yes",
        "bleeding-disorder: yes",
        "keloid-history: yes",
        "isotretinoin: yes",
        "eczema: {answer: yes, site: cheeks}",
        "psoriasis: {answer: yes, site: cheeks}",
        "blood-thinner: {answer: yes, prescribed: yes}"
      })
  void noneOfTheseIsPermittedAndNobodyIsToldToStopAMedicine(String facts) throws IOException {
    JsonNode verdict = said(facts, "acne-scars@cheeks");

    assertThat(verdict.get("outcome").asString()).isIn("deferred", "needs-clearance", "refused");
    assertThat(verdict.get("reasons").toString().toLowerCase(java.util.Locale.ROOT))
        .doesNotContainPattern("(?<!not |never |n't )\\bstop (taking|using|your|it|them)\\b");
  }

  @Test
  void silenceIsUnknownUnlessTheRecordIsDeclaredComplete() throws IOException {
    String silent = file(NOBODY);

    assertThat(screen(silent, "acne-scars@cheeks", "2026-11-21").get("outcome").asString())
        .isEqualTo("cannot-tell");
    assertThat(
            screen(
                    silent,
                    "acne-scars@cheeks",
                    "2026-11-21",
                    "--complete",
                    "conditions,medications,allergies,procedures,habits")
                .get("outcome")
                .asString())
        .isEqualTo("permitted");
  }

  @Test
  void theDateIsTheDateAskedFor() throws IOException {
    String burnt = file(NOBODY + "facts: {sunburn: {last: 2026-11-20}}\n" + ALL);
    JsonNode before = screen(burnt, "acne-scars@cheeks", "2026-11-21");
    String from = before.get("from").asString();

    assertThat(screen(burnt, "acne-scars@cheeks", from).get("outcome").asString())
        .isEqualTo("permitted");
    assertThat(
            screen(burnt, "acne-scars@cheeks", java.time.LocalDate.parse(from).minusDays(1) + "")
                .get("outcome")
                .asString())
        .isEqualTo("deferred");
  }

  @Test
  void anAnswersFileAddsAndTheRiskierHolds() throws IOException {
    String record = file(NOBODY + "facts: {diabetes: no}\n" + ALL);
    Path answers = Files.writeString(folder.resolve("a.yaml"), "facts: {diabetes: yes}");

    JsonNode verdict =
        screen(record, "acne-scars@cheeks", "2026-11-21", "--answers", answers.toString());

    assertThat(verdict.get("outcome").asString()).isEqualTo("needs-clearance");
    assertThat(verdict.get("reasons").get(0).get("facts").toString())
        .contains("diabetes: yes")
        .contains("the riskier answer holds");
  }

  @Test
  void anAnswersFileAnswersWhatWasUnknown() throws IOException {
    String record = file(NOBODY + "facts: {keloid-history: unknown}\n" + ALL);
    Path answers = Files.writeString(folder.resolve("a.yaml"), "facts: {keloid-history: no}");

    assertThat(screen(record, "acne-scars@cheeks", "2026-11-21").get("outcome").asString())
        .isEqualTo("cannot-tell");
    assertThat(
            screen(record, "acne-scars@cheeks", "2026-11-21", "--answers", answers.toString())
                .get("outcome")
                .asString())
        .isEqualTo("permitted");
  }

  @Test
  void aReasonNamesItsClaimsSourcesAndGrade() throws IOException {
    JsonNode reason = said("pregnant: yes", "acne-scars@cheeks").get("reasons").get(0);

    assertThat(reason.get("effect").asString()).isEqualTo("refuse");
    assertThat(reason.get("sources").size()).isPositive();
    assertThat(reason.get("claims").size() + reason.get("literature").size()).isPositive();
    assertThat(reason.get("until").asString()).isEqualTo("resolved");
  }

  @Test
  void severalGoalsGiveSeveralVerdictsInOrder() {
    Ran ran =
        percuta(
            "screen",
            Ran.EXAMPLE,
            "--on",
            "2026-11-21",
            "--json",
            "--goal",
            "stretch-marks@abdomen",
            "--goal",
            "acne-scars@face");

    assertThat(ran.deviations("percuta.screening-1")).isEmpty();
    JsonNode verdicts = ran.json().get("verdicts");
    assertThat(verdicts.get(0).get("goal").get("site").asString()).isEqualTo("abdomen");
    assertThat(verdicts.get(1).get("goal").get("site").asString()).isEqualTo("face");
  }

  @Test
  void theExampleReadsAsAPerson() {
    Ran ran = percuta("screen", Ran.EXAMPLE, "--on", "2026-11-21");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .startsWith("p-17, as of 21 November 2026")
        .contains("Acne scars · Cheeks")
        .contains("cleared by Dr A. Example")
        .endsWith("Decision support for professionals; not a diagnosis.\n");
  }

  @Test
  void theSchemaNoticesAWrongShape() {
    Ran ran = percuta("screen", Ran.EXAMPLE, "--on", "2026-11-21", "--json");

    assertThat(Ran.deviations("percuta.screening-1", ran.out().replace("\"rule\"", "\"rul\"")))
        .isNotEmpty();
    assertThat(Ran.deviations("percuta.screening-1", ran.out().replace("\"clinic\"", "\"spa\"")))
        .isNotEmpty();
  }

  @Test
  void aFhirRecordIsScreenedToo() {
    String record = Ran.ROOT.resolve("examples/fhir/pregnancy.json").toString();

    Ran ran =
        percuta("screen", record, "--goal", "acne-scars@cheeks", "--on", "2026-11-21", "--json");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.deviations("percuta.screening-1")).isEmpty();
    assertThat(ran.json().get("records").get(0).get("resources").asInt()).isPositive();
  }
}
