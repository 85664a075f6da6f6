package org.percuta.clinic.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/**
 * Whatever is typed, sent or forged: a message beside the field or a page that says so, never a
 * 500.
 */
class BadInputTest extends ClinicAppTest {

  private static final List<String> NONSENSE =
      List.of(
          "",
          " ",
          "-1",
          "99999999999999999999",
          "abc",
          "<script>alert(1)</script>",
          "';drop table clinic;--",
          "\u0000\u0007",
          "\ud83d\ude00".repeat(200),
          "x".repeat(20_000));

  @Test
  void everyFieldOfEveryQuestionRefusesNonsenseAndKeepsWhatWasTyped() {
    Visitor anna = started();
    for (String typed : NONSENSE) {
      for (String name : List.of("last-day", "last-month", "last-year")) {
        Visitor.Answer answer =
            anna.post("/assess/questions/retinoid-topical", Map.of("answer", "yes", name, typed));
        assertThat(answer.status()).as(name + "=" + typed).isIn(302, 422);
      }
      for (String key : List.of("pregnant", "phototype", "weight")) {
        assertThat(anna.post("/assess/questions/" + key, Map.of("answer", typed)).status())
            .as(key + "=" + typed)
            .isEqualTo(422);
      }
      assertThat(anna.post("/assess/questions/birthDate", Map.of("born-year", typed)).status())
          .isEqualTo(422);
      assertThat(
              anna.post("/assess/questions/eczema", Map.of("answer", "yes", "place", typed))
                  .status())
          .isEqualTo(typed.isEmpty() ? 302 : 422);
      assertThat(anna.post("/assess", Map.of("concern", typed)).status()).isEqualTo(422);
      assertThat(anna.post("/assess/site", Map.of("site", typed)).status()).isEqualTo(422);
      assertThat(started().post("/assess/topics/health", Map.of("pregnant", typed)).status())
          .isEqualTo(422);
    }
    String page =
        anna.post(
                "/assess/questions/retinoid-topical",
                Map.of("answer", "yes", "last-day", "31", "last-month", "2", "last-year", "2026"))
            .body();
    assertThat(page)
        .contains("There is a problem")
        .contains("href=\"#last-day\"")
        .contains("value=\"31\"")
        .contains("from 1 to 28");
  }

  @Test
  void datesMustBePossibleAndInOrder() {
    Visitor anna = started();

    assertThat(
            anna.post(
                    "/assess/questions/retinoid-topical",
                    Map.of("answer", "yes", "last-year", "2190"))
                .body())
        .contains("must be today or in the past");
    assertThat(
            anna.post(
                    "/assess/questions/eczema",
                    Map.of("answer", "yes", "since-year", "2020", "until-year", "2019"))
                .body())
        .contains("It cannot end before it began");
  }

  @Test
  void unknownAddressesAreNotFound() {
    Visitor anna = started();
    for (String path :
        List.of(
            "/assess/questions/nothing",
            "/assess/questions/%00",
            "/assess/topics/nothing",
            "/assess/questions",
            "/assess/result/nothing",
            "/assess/result/answer",
            "/assess/" + "x".repeat(2000))) {
      assertThat(anna.get(path).status()).as(path).isIn(400, 404);
    }
    assertThat(anna.post("/assess/questions/nothing", Map.of("answer", "yes")).status())
        .isEqualTo(404);
  }

  @Test
  void withoutAnswersEveryPageLeadsToTheFirstQuestion() {
    for (String path :
        List.of(
            "/assess/site",
            "/assess/next",
            "/assess/check",
            "/assess/result",
            "/assess/result/course",
            "/assess/plan.pdf",
            "/assess/plan.ics",
            "/assess/enquiry",
            "/assess/topics/health",
            "/assess/questions/pregnant")) {
      assertThat(visitor().get(path).location()).as(path).contains("/assess");
    }
    assertThat(visitor().post("/assess/questions/pregnant", Map.of("answer", "no")).location())
        .contains("/assess");
    assertThat(visitor().post("/assess/site", Map.of("site", "cheeks")).location())
        .contains("/assess");
  }

  @Test
  void aForgedOrHugeCookieIsNoAnswerAtAll() {
    for (String cookie : List.of("x", "A".repeat(60), "A".repeat(5_000))) {
      assertThat(
              visitor()
                  .get("/assess/check", "Cookie", AnswersCookie.NAME + "=" + cookie)
                  .location())
          .contains("/assess");
    }
    assertThat(
            visitor()
                .get("/assess/check", "Cookie", AnswersCookie.NAME + "=" + "A".repeat(60_000))
                .status())
        .isBetween(400, 499);
  }

  @Test
  void aHugeFormIsRefusedAndAFormWithoutTokenToo() {
    assertThat(
            started()
                .post("/assess/questions/pregnant", Map.of("answer", "x".repeat(3_000_000)))
                .status())
        .isBetween(400, 499);
    assertThat(visitor().postWithoutToken("/assess", Map.of("concern", "acne-scars")).status())
        .isEqualTo(403);
  }

  private Visitor started() {
    Visitor anna = visitor();
    anna.post("/assess", Map.of("concern", "acne-scars"));
    anna.post("/assess/site", Map.of("site", "cheeks"));
    return anna;
  }
}
