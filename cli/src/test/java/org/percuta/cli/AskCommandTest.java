package org.percuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskCommandTest {

  private static final String KNOWN =
      """
      patient: {birthDate: 1990-04-02, phototype: 2, weight: 70 kg}
      goals: [acne-scars@cheeks]
      complete: [conditions, medications, allergies, procedures, habits]
      facts: {%s}
      """;

  private final InputStream terminal = System.in;

  @TempDir Path folder;

  @AfterEach
  void giveTheTerminalBack() {
    System.setIn(terminal);
  }

  /** Asks of somebody with these facts, who types these lines. */
  private Ran ask(String facts, String... typed) throws IOException {
    Path file = Files.writeString(folder.resolve("in.yaml"), KNOWN.formatted(facts));
    String lines = String.join("\n", List.of(typed)) + "\n";
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    return Ran.percuta(
        "ask",
        file.toString(),
        "--on",
        "2026-11-21",
        "--json",
        "--save",
        folder.resolve("answers.yaml").toString());
  }

  private static String outcome(Ran ran) {
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.deviations("percuta.screening-1")).isEmpty();
    return ran.json().get("verdicts").get(0).get("outcome").asString();
  }

  @Test
  void nothingIsAskedWhereEverythingIsKnown() throws IOException {
    Ran ran = ask("");

    assertThat(outcome(ran)).isEqualTo("permitted");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void whatWasUnknownIsAskedAndTheAnswerCounts() throws IOException {
    Ran ran = ask("keloid-history: unknown", "no");

    assertThat(ran.err()).contains("keloid", "(why we ask: ");
    assertThat(outcome(ran)).isEqualTo("permitted");
    assertThat(folder.resolve("answers.yaml")).hasContent("facts:\n  keloid-history: {answer: no}");
  }

  @Test
  void theSupplyOfAMedicineIsAskedAndTheAnswerCounts() throws IOException {
    assertThat(outcome(ask("ibuprofen: {answer: yes}"))).isEqualTo("needs-clearance");

    Ran bought = ask("ibuprofen: {answer: yes}", "no");

    assertThat(bought.err())
        .contains("did a doctor prescribe it, or did you buy it yourself?")
        .as("nothing else of it is open")
        .doesNotContain("When was the last time?");
    assertThat(outcome(bought)).isEqualTo("deferred");
  }

  @Test
  void theLastDayOfATreatmentIsAskedAndTheAnswerCounts() throws IOException {
    Ran undated = ask("chemical-peel: yes");
    assertThat(outcome(undated)).isEqualTo("deferred");
    assertThat(undated.json().get("verdicts").get(0).get("from").isNull()).isTrue();

    Ran dated = ask("chemical-peel: yes", "2026-11-20");

    assertThat(dated.err()).contains("When was the last time?").doesNotContain("Where?");
    assertThat(outcome(dated)).isEqualTo("deferred");
    assertThat(dated.json().get("verdicts").get(0).get("from").isNull()).isFalse();
  }

  @Test
  void aDetailThatIsLeftOpenIsNotAskedTwice() throws IOException {
    Ran open = ask("chemical-peel: yes", "");

    assertThat(open.err()).containsOnlyOnce("When was the last time?");
    assertThat(outcome(open)).isEqualTo("deferred");
  }

  @Test
  void whatIsNotUnderstoodIsAskedAgain() throws IOException {
    Ran ran = ask("keloid-history: unknown", "perhaps", "no");

    assertThat(ran.err()).contains("That was not understood; please try again.");
    assertThat(outcome(ran)).isEqualTo("permitted");
  }

  @Test
  void whoGoesAwayLeavesTheVerdictOpen() throws IOException {
    assertThat(outcome(ask("keloid-history: unknown"))).isEqualTo("cannot-tell");
  }
}
