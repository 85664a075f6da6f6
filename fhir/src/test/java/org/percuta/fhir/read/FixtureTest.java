package org.percuta.fhir.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.validate.Finding;
import org.percuta.quantity.PartialDate;

/**
 * Each {@code name.json} says what {@code name.expected} says: a line a statement, then the patient
 * and the counts where they matter, then the findings.
 */
class FixtureTest {

  private static final Path FOLDER =
      TestKnowledge.ROOT.resolve("fhir/src/test/resources/org/percuta/fhir/read/FixtureTest");
  private static final FhirReader READER = TestKnowledge.reader();

  @TestFactory
  Stream<DynamicTest> fixtures_say_what_is_expected() throws IOException {
    List<Path> fixtures;
    try (Stream<Path> files = Files.list(FOLDER)) {
      fixtures = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(fixtures).hasSizeGreaterThan(20);
    return fixtures.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String name = file.toString();
    List<String> expected =
        Files.readAllLines(Path.of(name.substring(0, name.length() - 5) + ".expected"));
    FhirReading reading = READER.read(file);

    List<String> said =
        Stream.of(
                reading.record().statements().stream().map(FixtureTest::line),
                expected.stream().anyMatch(line -> line.startsWith("patient "))
                    ? Stream.of(patient(reading))
                    : Stream.<String>empty(),
                reading.findings().stream().map(finding -> line(finding, expected)),
                expected.stream().anyMatch(line -> line.startsWith("counts "))
                    ? Stream.of(counts(reading))
                    : Stream.<String>empty())
            .flatMap(Function.identity())
            .toList();

    assertThat(said).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(reading.findings()).allMatch(finding -> finding.place().file().equals(name));
    Counts counts = reading.counts();
    assertThat(counts.resources())
        .isEqualTo(
            counts.used()
                + counts.setAside()
                + counts.withoutMeaning()
                + counts.uncoded()
                + counts.broken()
                + counts.otherTypes().values().stream().mapToInt(Integer::intValue).sum());
  }

  static String line(FactStatement statement) {
    return statement.fact()
        + " "
        + statement.answer().toString().toLowerCase(Locale.ROOT)
        + (statement.site() == null ? "" : " @" + statement.site())
        + (statement.since() == null ? "" : " since=" + date(statement.since()))
        + (statement.until() == null ? "" : " until=" + date(statement.until()))
        + (statement.last() == null ? "" : " last=" + date(statement.last()))
        + (statement.supply() == null
            ? ""
            : " " + statement.supply().toString().toLowerCase(Locale.ROOT))
        + (statement.origin() == Origin.ANSWERED ? " answered" : "")
        + " | "
        + statement.where().replaceAll(" \\(.*", "");
  }

  private static String date(PartialDate date) {
    boolean written = PartialDate.parse(date.toString()).equals(date);
    return written ? date.toString() : date.earliest() + ".." + date.latest();
  }

  private static String patient(FhirReading reading) {
    var patient = reading.record().patient();
    return "patient "
        + patient.id()
        + " "
        + patient.birthDate()
        + " "
        + patient.sex()
        + " phototype="
        + patient.phototype()
        + " weight="
        + patient.weight_kg();
  }

  private static String line(Finding finding, List<String> expected) {
    String line =
        (finding.isError() ? "error " : "warning ")
            + finding.code()
            + (finding.subject().isEmpty() ? "" : " " + finding.subject());
    String withHint = line + " " + finding.hint();
    return expected.contains(withHint) ? withHint : line;
  }

  private static String counts(FhirReading reading) {
    Counts counts = reading.counts();
    return "counts used="
        + counts.used()
        + " aside="
        + counts.setAside()
        + " without="
        + counts.withoutMeaning()
        + " uncoded="
        + counts.uncoded()
        + " broken="
        + counts.broken();
  }
}
