package org.percuta.fhir.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactStatement;

/** The Synthea patients of {@code examples/fhir}, on the day of the README. */
class ExamplesTest {

  private static final LocalDate ON = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource({
    "chemotherapy, cancer-history, 26 chemotherapy",
    "clopidogrel, blood-thinner, 1 nsaid",
    "diabetes, diabetes photosensitising-medicine, 1 ibuprofen",
    "healthy, '', 3 smoking",
    "naproxen-and-ibuprofen, '', 2 nsaid",
    "pregnancy, pregnant, 2 antibiotic",
  })
  void an_example_says_what_it_is_named_for(String name, String now, String also) {
    FhirReading reading =
        TestKnowledge.reader().read(TestKnowledge.ROOT.resolve("examples/fhir/" + name + ".json"));

    List<FactStatement> said = reading.record().statements();
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.record().patient().weight_kg()).isNotNull();
    assertThat(said.stream().filter(ExamplesTest::goesOn).map(FactStatement::fact).distinct())
        .containsExactlyInAnyOrderElementsOf(now.isEmpty() ? List.of() : List.of(now.split(" ")));
    String[] count = also.split(" ");
    assertThat(said.stream().filter(s -> s.fact().equals(count[1])))
        .hasSize(Integer.parseInt(count[0]));
  }

  @Test
  void the_person_has_a_name_and_each_statement_its_codes() {
    FhirReading reading =
        TestKnowledge.reader()
            .read(TestKnowledge.ROOT.resolve("examples/fhir/naproxen-and-ibuprofen.json"));

    assertThat(reading.name()).isEqualTo(new FhirReading.Name("Velvet616", "Harris789"));
    assertThat(reading.record().statements())
        .isNotEmpty()
        .allSatisfy(said -> assertThat(reading.codes().get(said.where())).isNotEmpty());
    assertThat(reading.codes().values().stream().flatMap(List::stream))
        .contains(new FhirReading.Code("http://www.nlm.nih.gov/research/umls/rxnorm", "849574"));
  }

  private static boolean goesOn(FactStatement statement) {
    return statement.answer() == Answer.YES
        && statement.until() == null
        && statement.last() == null
        && (statement.since() == null || !statement.since().earliest().isAfter(ON));
  }
}
