package org.percuta.clinic.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Knowledge;

/** Somebody without an account asks whether microneedling is for them. */
class AssessmentFlowTest extends ClinicAppTest {

  private final Knowledge knowledge = bean(Knowledge.class);
  private final Interview interview = bean(Interview.class);

  @Test
  void oneQuestionAPageLeadsToADatedAnswerAndAPlan() {
    Visitor anna = visitor();
    assertThat(anna.post("/assess", Map.of("concern", "acne-scars")).location())
        .contains("/assess/site");
    String next = follow(anna, anna.post("/assess/site", Map.of("zone", "cheeks")));
    int asked = 0;
    while (next.startsWith("/assess/questions/")) {
      assertThat(anna.get(next).body()).contains("Why we ask").contains("I don").contains("_csrf");
      next = follow(anna, anna.post(next, no(next)));
      assertThat(asked++).isLessThan(knowledge.facts().size() + 3);
    }

    assertThat(next).isEqualTo("/assess/check");
    assertThat(anna.get(next).body())
        .contains("Check your answers")
        .contains("Acne scars")
        .contains("2 April 1990");
    assertThat(anna.get("/assess/result").body())
        .contains("Permitted from today, " + Dates.day(interview.today()).replace(' ', '\u00a0'));
    for (ResultPart part : ResultPart.values()) {
      assertThat(anna.get(part.address()).status()).as(part.address()).isEqualTo(200);
    }
    assertThat(anna.get("/assess/result/course").body())
        .contains("<svg class=\"timeline\"")
        .contains("<table>")
        .contains("Session 4");
    assertThat(anna.get("/assess/result/cost").body()).contains("Estimate, not a price");
    assertThat(anna.get("/assess/plan.pdf").body()).startsWith("%PDF");
    assertThat(anna.get("/assess/plan.ics").body())
        .contains("BEGIN:VCALENDAR")
        .contains("END:VCALENDAR");
  }

  @Test
  void aDatedExposureGivesTheDateFirst() {
    Visitor anna = atTheCheeks();
    LocalDate last = interview.today().minusDays(1);
    Map<String, String> nothing = new LinkedHashMap<>();
    knowledge.facts().keySet().forEach(fact -> nothing.put(fact, "no"));
    nothing.remove("sunburn");
    anna.post("/assess/questions", nothing);
    for (String measure : new String[] {"birthDate", "phototype", "weight"}) {
      anna.post("/assess/questions/" + measure, no("/" + measure));
    }
    anna.post(
        "/assess/questions/chemical-peel",
        Map.of(
            "answer", "yes",
            "last-day", String.valueOf(last.getDayOfMonth()),
            "last-month", String.valueOf(last.getMonthValue()),
            "last-year", String.valueOf(last.getYear())));
    anna.post("/assess/questions/sunburn", Map.of("answer", "no"));

    String page = anna.get("/assess/result").body();

    assertThat(page).contains("<span>Wait</span>").containsPattern("<h1>Permitted from \\d+\u00a0");
    assertThat(anna.get("/assess/check").body()).contains("Last time: " + Dates.day(last));
  }

  @Test
  void iDontKnowIsAnAnswerAndIsNotAskedAgain() {
    Visitor anna = atTheCheeks();
    String first = follow(anna, anna.get("/assess/next"));

    String second = follow(anna, anna.post(first, Map.of("answer", "unknown")));

    assertThat(second).isNotEqualTo(first);
    String result = anna.get("/assess/result").body();
    assertThat(result).contains("What is still open").contains("Cannot tell yet");
    assertThat(anna.get("/assess/check").body()).contains("I don\u2019t know");
  }

  @Test
  void aYesFromTheListIsAskedForItsDetails() {
    Visitor anna = atTheCheeks();

    Visitor.Answer answer =
        anna.post(
            "/assess/questions",
            Map.of("retinoid-topical", "yes", "pregnant", "no", "nonsense", "yes"));

    assertThat(answer.location()).contains("/assess/next");
    assertThat(anna.get("/assess/questions/retinoid-topical").body())
        .contains("When was the last time?");
    assertThat(anna.get("/assess/check").body()).contains("Last time: not said");
  }

  @Test
  void hairIsTreatedAtOnePlaceSoNobodyIsAskedWhere() {
    Visitor anna = visitor();

    assertThat(anna.post("/assess", Map.of("concern", "androgenetic-alopecia")).location())
        .contains("/assess/next");
    assertThat(follow(anna, anna.get("/assess/next"))).startsWith("/assess/questions/");
  }

  @Test
  void whatIsNeverOfferedSaysWhy() {
    Visitor anna = visitor();
    Visitor.Answer answer = anna.post("/assess", Map.of("concern", "keloid"));

    assertThat(answer.location()).contains("/assess/not-offered/keloid");
    assertThat(anna.get("/assess/not-offered/keloid").body())
        .contains("Not offered")
        .contains("S3-106");
    assertThat(anna.get("/assess/not-offered/acne-scars").status()).isEqualTo(404);
    assertThat(anna.get("/assess/not-offered/nothing").status()).isEqualTo(404);
  }

  @Test
  void startingAgainDeletesTheAnswers() {
    Visitor anna = atTheCheeks();

    anna.post("/assess/start-again", Map.of());

    assertThat(anna.get("/assess/check").location()).contains("/assess");
  }

  private Visitor atTheCheeks() {
    Visitor anna = visitor();
    anna.post("/assess", Map.of("concern", "acne-scars"));
    anna.post("/assess/site", Map.of("site", "cheeks"));
    return anna;
  }

  private static String follow(Visitor visitor, Visitor.Answer answer) {
    String to =
        answer.location().orElseThrow(() -> new AssertionError(answer.status() + answer.body()));
    return to.equals("/assess/next") ? visitor.get(to).location().orElseThrow() : to;
  }

  private static Map<String, String> no(String address) {
    return switch (address.substring(address.lastIndexOf('/') + 1)) {
      case "birthDate" -> Map.of("born-day", "2", "born-month", "4", "born-year", "1990");
      case "phototype" -> Map.of("answer", "2");
      case "weight" -> Map.of("answer", "62,5");
      default -> Map.of("answer", "no");
    };
  }
}
