package org.percuta.clinic.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/** Somebody without an account asks whether microneedling is for them. */
class AssessmentFlowTest extends ClinicAppTest {

  @Test
  void aFewPagesLeadToADatedAnswerAndAPlan() {
    Visitor anna = visitor();
    assertThat(anna.post("/assess", Map.of("concern", "acne-scars")).location())
        .contains("/assess/site");
    String next = follow(anna, anna.post("/assess/site", Map.of("zone", "cheeks")));
    int most = Topic.values().length + 3;
    int answered = 0;
    while (!next.equals("/assess/check")) {
      assertThat(++answered).as("topics and measures").isLessThanOrEqualTo(most);
      assertThat(anna.get(next).body())
          .contains("Why we ask")
          .contains("\u2019t know")
          .contains("_csrf")
          .containsPattern("Page " + answered + " of at most [1-" + most + "]<|Last page");
      next = follow(anna, anna.post(next, no(next)));
    }
    assertThat(answered).isGreaterThan(1);

    assertThat(next).isEqualTo("/assess/check");
    assertThat(anna.get(next).body())
        .contains("Check your answers")
        .contains("Acne scars")
        .contains("2 April 1990");
    assertThat(anna.get("/assess/result").body())
        .contains("Permitted from today, " + Dates.day(RunningClinic.TODAY).replace(' ', '\u00a0'));
    for (ResultPart part : ResultPart.values()) {
      assertThat(anna.get(part.address()).status()).as(part.address()).isEqualTo(200);
    }
    assertThat(anna.get("/assess/result/course").body())
        .contains("<svg class=\"timeline\"")
        .contains("<table>")
        .contains("Session 4");
    assertThat(anna.get("/assess/result/course").body()).contains("not appointments");
    assertThat(anna.get("/assess/result/healing").body())
        .containsSubsequence(
            ">Expected</h2>",
            "Red, warm and tight",
            "When to tell or call the clinic",
            "Call the clinic the same day");
    assertThat(anna.get("/assess/result/cost").body()).contains("Estimate, not a price");
    assertThat(anna.get("/assess/plan.pdf").body()).startsWith("%PDF");
    assertThat(anna.get("/assess/plan.ics").body())
        .contains("BEGIN:VCALENDAR")
        .contains("END:VCALENDAR")
        .contains("SUMMARY:Microneedling session 4: earliest date")
        .contains("SUMMARY:No sun at all on the treated skin.")
        .doesNotContain("SUMMARY:Ask: ");
  }

  @Test
  void aDatedExposureGivesTheDateFirst() {
    Visitor anna = atTheCheeks();
    LocalDate last = RunningClinic.TODAY.minusDays(1);
    String next = follow(anna, anna.get("/assess/next"));
    while (!next.equals("/assess/check")) {
      Map<String, String> answers = new LinkedHashMap<>(no(next));
      if (next.equals("/assess/topics/treatments")) {
        answers.put("chemical-peel", "yes");
      }
      if (next.equals("/assess/questions/chemical-peel")) {
        answers = lastTime(last);
      }
      next = follow(anna, anna.post(next, answers));
    }

    String page = anna.get("/assess/result").body();

    assertThat(page).contains("<span>Wait</span>").containsPattern("<h1>Permitted from \\d+\u00a0");
    assertThat(anna.get("/assess/check").body()).contains("Last time: " + Dates.day(last));
  }

  @Test
  void whatWasLeftOutIsSaidBesideItAndTheRestIsKept() {
    Visitor anna = atTheCheeks();

    Visitor.Answer refused =
        anna.post("/assess/topics/medicines", Map.of("aspirin", "no", "ibuprofen", "maybe"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#ibuprofen\"")
        .contains("Ibuprofen: choose an answer.")
        .contains("id=\"aspirin-no\" checked")
        .doesNotContain("Aspirin: choose");
    assertThat(anna.get("/assess/check").body()).doesNotContain("aspirin");
  }

  @Test
  void noToTheRestLeavesWhatWasSaidAndDetailsStayWhenTheAnswerDoes() {
    Visitor anna = atTheCheeks();
    LocalDate last = RunningClinic.TODAY.minusDays(1);
    anna.post("/assess/topics/treatments", Map.of("chemical-peel", "yes", "rest", "no"));
    anna.post("/assess/questions/chemical-peel", lastTime(last));

    anna.post(
        "/assess/topics/treatments",
        Map.of("chemical-peel", "yes", "laser", "unknown", "rest", "no"));

    assertThat(anna.get("/assess/check").body())
        .contains("Last time: " + Dates.day(last))
        .contains("I don\u2019t know");
    assertThat(anna.get("/assess/topics/treatments").body())
        .contains("id=\"chemical-peel\" checked")
        .contains("id=\"laser-unknown\" checked")
        .contains("id=\"dermal-filler-no\" checked");
  }

  private static Map<String, String> lastTime(LocalDate last) {
    return Map.of(
        "answer", "yes",
        "last-day", String.valueOf(last.getDayOfMonth()),
        "last-month", String.valueOf(last.getMonthValue()),
        "last-year", String.valueOf(last.getYear()));
  }

  @Test
  void iDontKnowIsAnAnswerAndIsNotAskedAgain() {
    Visitor anna = atTheCheeks();
    anna.post("/assess/topics/health", Map.of("diabetes", "unknown", "rest", "no"));

    String next = follow(anna, anna.get("/assess/next"));

    assertThat(next).isNotEqualTo("/assess/topics/health");
    String result = anna.get("/assess/result").body();
    assertThat(result).contains("What is still open").contains("Cannot tell yet");
    assertThat(anna.get("/assess/check").body()).contains("I don\u2019t know");
  }

  @Test
  void aYesIsAskedForItsDetailsNextAndBackLeadsToItsTopic() {
    Visitor anna = atTheCheeks();

    Visitor.Answer answer =
        anna.post(
            "/assess/topics/medicines",
            Map.of("retinoid-topical", "yes", "nonsense", "yes", "rest", "no"));

    assertThat(follow(anna, answer)).isEqualTo("/assess/questions/retinoid-topical");
    assertThat(anna.get("/assess/questions/retinoid-topical").body())
        .contains("When was the last time?")
        .contains("href=\"/assess/topics/medicines\"");
    assertThat(anna.get("/assess/check").body()).contains("Last time: not said");
  }

  @Test
  void aYesThatWouldRefuseIsAskedWhenItEnded() {
    Visitor anna = atTheCheeks();
    LocalDate last = RunningClinic.TODAY.minusMonths(2);

    Visitor.Answer answer =
        anna.post("/assess/topics/medicines", Map.of("isotretinoin", "yes", "rest", "no"));

    assertThat(follow(anna, answer)).isEqualTo("/assess/questions/isotretinoin");
    assertThat(anna.get("/assess/result").body())
        .contains("What is still open")
        .contains("href=\"/assess/questions/isotretinoin?change=yes\"");
    anna.post("/assess/questions/isotretinoin", lastTime(last));
    assertThat(anna.get("/assess/result").body())
        .contains("Isotretinoin in the last months")
        .contains("until " + Dates.day(last.plusMonths(6)))
        .doesNotContain("Isotretinoin now");
  }

  @Test
  void aYesThatWouldRefuseIsAskedWhereItIs() {
    Visitor anna = atTheCheeks();

    Visitor.Answer answer = anna.post("/assess/topics/skin", Map.of("eczema", "yes", "rest", "no"));

    assertThat(follow(anna, answer)).isEqualTo("/assess/questions/eczema");
    anna.post("/assess/questions/eczema", Map.of("answer", "yes", "place", "arms"));
    assertThat(anna.get("/assess/result").body())
        .contains("Eczema elsewhere or in the past")
        .doesNotContain("Eczema at the site");
  }

  @Test
  void aLimitThatHoldsToBeSafeIsNotToldAsAFact() {
    Visitor anna = atTheCheeks();
    anna.post("/assess/topics/allergies", Map.of("anaesthetic-allergy", "unknown", "rest", "no"));

    assertThat(anna.get("/assess/result").body())
        .contains("No numbing cream of any kind.")
        .contains("Whether this is so is not known.")
        .doesNotContain("You are allergic");
  }

  @Test
  void goingOnIsOfferedOnlyWhereAQuestionIsLeft() {
    Visitor anna = atTheCheeks();
    assertThat(anna.get("/assess/result").body()).contains("Go on with the questions");
    String next = follow(anna, anna.get("/assess/next"));
    while (!next.equals("/assess/check")) {
      next = follow(anna, anna.post(next, unknown(anna.get(next).body())));
    }

    assertThat(anna.get("/assess/result").body())
        .contains("What is still open")
        .doesNotContain("Go on with the questions")
        .contains("send it to the clinic as it is");
  }

  /** "I don't know" to all that a page asks. */
  private static Map<String, String> unknown(String page) {
    Map<String, String> answers = new LinkedHashMap<>();
    java.util.regex.Pattern.compile("type=\"radio\" name=\"([a-z-]+)\"")
        .matcher(page)
        .results()
        .forEach(name -> answers.put(name.group(1), "unknown"));
    answers.put("unsure", "yes");
    answers.replace("answer", page.contains("value=\"unsure\"") ? "unsure" : "unknown");
    return answers;
  }

  @Test
  void aYesThatNeedsNoDetailsIsNotAskedAgain() {
    Visitor anna = atTheCheeks();

    anna.post("/assess/topics/allergies", Map.of("topical-allergy", "yes", "rest", "no"));

    assertThat(follow(anna, anna.get("/assess/next")))
        .isNotEqualTo("/assess/questions/topical-allergy");
  }

  @Test
  void hairIsTreatedAtOnePlaceSoNobodyIsAskedWhere() {
    Visitor anna = visitor();
    assertThat(anna.get("/assess").body()).contains("Not sure which kind it is?");

    assertThat(anna.post("/assess", Map.of("concern", "androgenetic-alopecia")).location())
        .contains("/assess/next");
    assertThat(follow(anna, anna.get("/assess/next"))).startsWith("/assess/topics/");
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
      default -> Map.of("answer", "no", "rest", "no");
    };
  }
}
