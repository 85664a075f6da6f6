package org.percuta.clinic.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Knowledge;

class UnderstandTest extends ClinicAppTest {

  private final Knowledge knowledge = bean(Knowledge.class);
  private final Library library = new Library(knowledge);
  private final Topics topics = new Topics(knowledge);

  @Test
  void everyClaimIsFoundByItsIdAndByItsWords() {
    assertThat(knowledge.claims()).hasSize(487);
    for (Claim claim : knowledge.claims().values()) {
      assertThat(library.search(claim.id()))
          .first()
          .extracting(Trace.Line::id)
          .isEqualTo(claim.id());
      assertThat(library.search(claim.statement())).extracting(Trace.Line::id).contains(claim.id());
      assertThat(library.find(claim.id())).isPresent();
    }
    knowledge.literature().keySet().forEach(id -> assertThat(library.find(id)).isPresent());
  }

  @Test
  void everyPageAnswersAndEveryStatementHasItsSourcesOrSaysThatItIsAClinicSetting() {
    assertThat(visitor().get("/understand").body()).contains("Where sources differ");
    for (Topic topic : Topic.values()) {
      assertThat(visitor().get("/understand/" + topic.key()).status())
          .as(topic.key())
          .isEqualTo(200);
      assertThat(topics.page(topic).sections()).isNotEmpty();
      topics.page(topic).sections().stream()
          .flatMap(section -> section.items().stream())
          .map(TopicView.Item::trace)
          .forEach(trace ->
              assertThat(
                      !trace.lines().isEmpty()
                          || trace.disagreement() != null
                          || trace.strength().startsWith("Clinic setting"))
                  .isTrue());
    }
  }

  @Test
  void aClaimPageShowsTheArticleAndBothSides() {
    String page = visitor().get("/understand/claims/S1-048").body();

    assertThat(page)
        .contains("Microneedling: What It Is")
        .contains("S2-010")
        .contains("What Percuta does");
  }

  @Test
  void searchTakesWhateverIsTyped() {
    for (String query :
        List.of(
            "",
            "%20",
            "%3Cscript%3E",
            "%00",
            "%F0%9F%98%80",
            "a".repeat(5000),
            "s1-046",
            "Coll%C3%A1gen")) {
      assertThat(visitor().get("/understand/search?q=" + query).status()).as(query).isEqualTo(200);
    }
    assertThat(visitor().get("/understand/search?q=S1-046").body()).contains("1 statement found");
    assertThat(visitor().get("/understand/search?q=skin&page=9999").status()).isEqualTo(200);
    assertThat(visitor().get("/understand/search?q=skin&page=-1").status()).isEqualTo(200);
    assertThat(visitor().get("/understand/claims/S9-999").status()).isEqualTo(404);
    assertThat(visitor().get("/understand/nothing").status()).isEqualTo(404);
  }
}
