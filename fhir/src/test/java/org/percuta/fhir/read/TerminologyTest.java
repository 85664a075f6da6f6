package org.percuta.fhir.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.CodeMapping;

class TerminologyTest {

  private static final Set<String> TREES =
      Set.of(
          "http://hl7.org/fhir/sid/icd-10-cm",
          "http://hl7.org/fhir/sid/icd-10",
          "http://www.whocc.no/atc");

  @Test
  void only_codes_built_as_a_tree_are_prefixes() {
    assertThat(TestKnowledge.mappings())
        .filteredOn(CodeMapping::prefix)
        .allMatch(mapping -> TREES.contains(mapping.system()));
  }

  @Test
  void every_code_says_what_it_is_and_who_says_so() {
    assertThat(TestKnowledge.mappings())
        .allMatch(mapping -> !mapping.display().isBlank() && mapping.saysSo().length() > 5);
  }

  @Test
  void no_file_maps_one_code_to_one_fact_twice() {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        TestKnowledge.mappings().stream()
            .map(m -> m.fact() + " " + m.system() + "|" + m.code() + m.prefix() + m.display())
            .filter(key -> !seen.add(key))
            .filter(key -> !key.startsWith("pregnant http://snomed.info/sct|77386006"))
            .toList();
    assertThat(twice).isEmpty();
  }

  @Test
  void the_longest_prefix_wins_and_dots_do_not_matter() {
    CodeIndex index =
        new CodeIndex(TestKnowledge.mappings(), TestKnowledge.facts(), TestKnowledge.SITES);
    String icd = "http://hl7.org/fhir/sid/icd-10-cm";

    assertThat(facts(index, icd, "L91.0")).containsExactly("keloid-history", "raised-scars");
    assertThat(facts(index, icd, "L910")).containsExactly("keloid-history", "raised-scars");
    assertThat(index.find(icd, "L91.8")).isNull();
    assertThat(facts(index, icd, "C50.911")).containsExactly("cancer-history");
    assertThat(facts(index, icd, "C43.3")).containsExactly("skin-cancer-active", "cancer-history");
    assertThat(facts(index, "http://www.whocc.no/atc", "M01AE01")).containsExactly("ibuprofen");
    assertThat(facts(index, "http://www.whocc.no/atc", "M01AE02")).containsExactly("nsaid");
    assertThat(index.find("http://www.nlm.nih.gov/research/umls/rxnorm", "119100")).isNull();
  }

  private static List<String> facts(CodeIndex index, String system, String code) {
    CodeIndex.Entry entry = index.find(system, code);
    return entry == null
        ? List.of()
        : entry.facts.stream().map(meaning -> meaning.fact().id()).toList();
  }
}
