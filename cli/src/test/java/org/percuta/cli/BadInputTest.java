package org.percuta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.cli.Ran.percuta;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gives a finding that names its place and a likely fix, exit 2, never a stack trace. */
class BadInputTest {

  @TempDir Path folder;

  private Ran screen(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("in.yaml"), bytes);
    return percuta("screen", file.toString(), "--goal", "acne-scars@cheeks", "--on", "2026-11-21");
  }

  private Ran screen(String text) throws IOException {
    return screen(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertFound(Ran ran, String... words) {
    assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("error PX-").contains(words);
    assertThat(ran.err()).doesNotContain("Exception", "\tat ", "PX-0002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"facts\": {\"pregnant\": \"no\"|in.yaml:1:|Maybe a bracket or quote is left open",
        "facts: [1, 2]|in.yaml:1:8|Maybe write pregnant: no?",
        "facts: {pregnant: 12}|in.yaml:1:19|Maybe yes, no or unknown?",
        "facts: {sunburn: {last: 2026-02-30}}|in.yaml:1:25|February 2026 has 28 days",
        "facts: {sunburn: {last: 2026-21-11}}|in.yaml:1:25|Maybe 2026-11-21 was meant?",
        "factz: {}|in.yaml:1:1|Maybe facts?",
        "facts: {pregnent: no}|in.yaml:1:9|Maybe pregnant?",
        "patient: {birthDate: 2027-01-01}|born|Maybe a year is mistyped?",
        "{\"resourceType\": \"Bundle\", \"type\":|in.yaml|",
        "{\"resourceType\": \"Bundle\", \"entry\": 7}|Bundle|"
      })
  void aBrokenFile(String text, String place, String fix) throws IOException {
    Ran ran = screen(text);

    assertFound(ran, fix == null ? "" : fix);
    assertThat(ran.err()).containsIgnoringCase(place);
  }

  @Test
  void anEmptyFile() throws IOException {
    assertFound(screen(""), "in.yaml", "The file is empty.", "Maybe the export failed?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"facts\":", "{\"resourceType\":\"Bundle\",\"entry\":["})
  void tenThousandDeep(String open) throws IOException {
    assertFound(screen(open.repeat(10_000)), "in.yaml");
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    assertFound(
        screen("patient: {id: Renée}".getBytes(StandardCharsets.ISO_8859_1)),
        "in.yaml:1",
        "Save it as UTF-8");
  }

  @Test
  void aBillionLaughs() throws IOException {
    assertFound(screen("a: &a [x]\nb: [*a, *a]\n"), "in.yaml:1:4", "Maybe write it out twice?");
  }

  @Test
  void twoHundredMegabytes() throws IOException {
    Path file = folder.resolve("big.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(200L * 1024 * 1024);
    }

    assertFound(
        percuta("screen", file.toString(), "--goal", "acne-scars@cheeks"),
        "big.json",
        "209 MB",
        "Maybe it holds many people?");
  }

  @Test
  void aFileThatDoesNotExistOrIsAFolder() throws IOException {
    Files.writeString(folder.resolve("person.yaml"), "{}");

    assertFound(
        percuta("screen", folder.resolve("persom.yaml").toString()),
        "There is no such file.",
        "Maybe person.yaml?");
    assertFound(percuta("screen", folder.toString()), "It is a folder, not a file.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acne-scar@cheeks|is not a concern Percuta knows. Maybe acne-scars?",
        "acne-scars@cheek|is not a site Percuta knows. Maybe cheeks?",
        "acne-scars@scalp|is not treated at the site 'scalp'.",
        "acne-scars|Maybe write CONCERN@SITE",
        "@cheeks|Maybe write CONCERN@SITE"
      })
  void anUnknownConcernOrSite(String goal, String words) {
    assertFound(
        percuta("screen", Ran.EXAMPLE, "--goal", goal, "--on", "2026-11-21"), "--goal", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--on|2026-11|Maybe 2026-11-01?",
        "--on|tomorrow|Maybe write it year first",
        "--setting|hospital|Maybe see: percuta screen --help",
        "--complete|everything|Maybe see: percuta screen --help",
        "--answers|/no/such/file.yaml|There is no such file."
      })
  void aWrongOption(String option, String value, String words) {
    assertFound(percuta("screen", Ran.EXAMPLE, option, value), words);
  }

  @Test
  void nothingToScreen() throws IOException {
    assertFound(percuta("screen"), "No FILE is named.", "Maybe examples/intake/acne-scars.yaml?");
    Path file = Files.writeString(folder.resolve("in.yaml"), "{}");
    assertFound(percuta("screen", file.toString()), "Maybe add --goal acne-scars@cheeks?");
  }

  @Test
  void twoPeopleAreNotOne() throws IOException {
    Path other = Files.writeString(folder.resolve("in.yaml"), "patient: {id: p-18}");

    assertFound(percuta("screen", Ran.EXAMPLE, other.toString(), "--on", "2026-11-21"), "p-17");
  }

  @Test
  void anUnknownCommandOrOption() {
    assertFound(percuta("scren"), "Maybe see: percuta --help");
    assertFound(percuta("screen", "--gaol", "x"), "--gaol");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws IOException {
    Ran ran = screen("{setting: x, facts: {pregnant: z}, patient: {sex: y}}");

    assertFound(ran, "setting", "pregnant", "sex");
    assertThat(ran.err().lines()).hasSize(3);
  }
}
