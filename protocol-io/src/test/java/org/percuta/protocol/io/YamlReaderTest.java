package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;

class YamlReaderTest {

  private final Findings findings = new Findings();

  private Optional<Node> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Node> read(byte[] bytes) {
    return YamlReader.read("a.yaml", bytes, findings);
  }

  /** The one finding of a file that cannot be read. */
  private Finding finding(byte[] bytes) {
    assertThat(read(bytes)).isEmpty();
    assertThat(findings.list()).hasSize(1);
    return findings.list().getFirst();
  }

  private Finding finding(String text) {
    return finding(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Place at(int line, int column) {
    return new Place("a.yaml", line, column);
  }

  private static Node child(Node.MapNode map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  @Test
  void everyPartKnowsItsPlace() {
    Node.MapNode map = (Node.MapNode) read("a: 1\nb:\n  - x\n  - {c: 'y'}\n").orElseThrow();

    assertThat(map.get("a")).isEqualTo(new Node.ScalarNode("1", false, at(1, 4)));
    Node.ListNode list = (Node.ListNode) child(map, "b");
    assertThat(list.items().getFirst().place()).isEqualTo(at(3, 5));
    Node.MapNode inner = (Node.MapNode) list.items().getLast();
    assertThat(inner.get("c")).isEqualTo(new Node.ScalarNode("y", true, at(4, 9)));
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void jsonIsReadAsWell() {
    Node.MapNode map = (Node.MapNode) read("{\"a\": [1, null], \"b\": \"null\"}").orElseThrow();

    Node.ListNode list = (Node.ListNode) child(map, "a");
    assertThat(list.items())
        .extracting(n -> ((Node.ScalarNode) n).isNull())
        .containsExactly(false, true);
    assertThat(((Node.ScalarNode) child(map, "b")).isNull()).isFalse();
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(read("\uFEFFa: 1")).isPresent();
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"facts\": {\"pregnant\": \"no\"", "a: [1, 2", "a: 'x", "{"})
  void whatIsCutOffIsFoundWhereItEnds(String text) {
    Finding finding = finding(text);

    assertThat(finding.code()).isEqualTo("PX-0102");
    assertThat(finding.place().line()).isEqualTo(1);
    assertThat(finding.hint()).startsWith("Maybe a bracket or quote is left open");
  }

  @Test
  void aTabIsFoundAtItsLine() {
    Finding finding = finding("a:\n\tb: 1\n");

    assertThat(finding.code()).isEqualTo("PX-0102");
    assertThat(finding.place()).isEqualTo(at(2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n", "# only a comment\n"})
  void anEmptyFileSaysSo(String text) {
    assertThat(finding(text).code()).isEqualTo("PX-0103");
  }

  @Test
  void aSmallFileCannotBecomeALargeOne() {
    Finding finding =
        finding(
            """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            """);

    assertThat(finding.code()).isEqualTo("PX-0104");
    assertThat(finding.place()).isEqualTo(at(1, 4));
    assertThat(finding.hint()).isEqualTo("Maybe write it out twice?");
  }

  @Test
  void anAliasAloneIsFoundToo() {
    assertThat(finding("b: *a").code()).isIn("PX-0102", "PX-0104");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: !!java.io.File [x]", "a: !local {b: 1}"})
  void tagsAreNotRead(String text) {
    assertThat(finding(text).code()).isEqualTo("PX-0104");
  }

  @Test
  void aSecondDocumentIsFound() {
    Finding finding = finding("a: 1\n---\nb: 2\n");

    assertThat(finding.code()).isEqualTo("PX-0105");
    assertThat(finding.place()).isEqualTo(at(2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- "})
  void nestingTenThousandDeepStopsAtSixty(String open) {
    Finding finding = finding(open.repeat(10_000));

    assertThat(finding.code()).isEqualTo("PX-0106");
    assertThat(finding.message()).isEqualTo("Nested more than 60 deep.");
    assertThat(finding.place()).isEqualTo(at(1, 60 * open.length() + 1));
  }

  @Test
  void sixtyDeepIsStillRead() {
    assertThat(read("[".repeat(60) + "]".repeat(60))).isPresent();
  }

  @Test
  void bytesThatAreNotUtf8AreFoundOnTheirLine() {
    byte[] latin1 = "a: 1\nb: café\n".getBytes(StandardCharsets.ISO_8859_1);

    Finding finding = finding(latin1);

    assertThat(finding.code()).isEqualTo("PX-0107");
    assertThat(finding.message()).isEqualTo("Byte 11 is not UTF-8.");
    assertThat(finding.place()).isEqualTo(at(2, 0));
    assertThat(finding.hint()).contains("Save it as UTF-8");
  }

  @Test
  void utf16AndCutOffLettersAreNotUtf8() {
    assertThat(finding("a: 1".getBytes(Charset.forName("UTF-16"))).code()).isEqualTo("PX-0107");
    byte[] whole = "a: é".getBytes(StandardCharsets.UTF_8);
    Findings own = new Findings();
    assertThat(YamlReader.read("b.yaml", java.util.Arrays.copyOf(whole, whole.length - 1), own))
        .isEmpty();
    assertThat(own.list()).extracting(Finding::code).containsExactly("PX-0107");
  }

  @Test
  void aControlCharacterIsFound() {
    assertThat(finding("a: \u0000").code()).isEqualTo("PX-0102");
  }

  @ParameterizedTest
  @ValueSource(strings = {"? [a, b]\n: c", "{{a: b}: c}"})
  void aKeyIsASingleWord(String text) {
    assertThat(finding(text).code()).isEqualTo("PX-0108");
  }

  @Test
  void aKeyThatStandsTwiceIsFoundAtTheSecond() {
    assertThat(read("a: 1\nb: 2\na: 3\n")).isPresent();

    Finding finding = findings.list().getFirst();
    assertThat(finding.code()).isEqualTo("PX-0109");
    assertThat(finding.message()).isEqualTo("The key stands twice; the other is on line 1.");
    assertThat(finding.place()).isEqualTo(at(3, 1));
  }

  @Test
  void aHugeValueIsReadUpToTheSizeOfAFile() {
    String most = "a: " + "x".repeat(YamlReader.MAX_BYTES - 3);

    assertThat(read(most)).isPresent();
    assertThat(finding(most + "x").code()).isEqualTo("PX-0101");
  }
}
