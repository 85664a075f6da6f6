package org.percuta.clinic.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.Knowledge;
import org.percuta.quantity.PartialDate;

class AnswersCookieTest extends ClinicAppTest {

  private static final int KEPT_BY_A_BROWSER = 4_000;

  private final AnswersCookie cookie = bean(AnswersCookie.class);
  private final Knowledge knowledge = bean(Knowledge.class);

  @Test
  void everyFactWithEveryDetailFitsAndComesBackTheSame() {
    Answers answers = full();

    String sealed = cookie.seal(answers);

    assertThat(sealed.length()).isLessThan(KEPT_BY_A_BROWSER);
    assertThat(cookie.open(sealed, knowledge)).contains(answers);
  }

  @Test
  void whatIsSealedTwiceLooksDifferentAndSaysNothing() {
    Answers answers =
        Answers.NONE.forConcern("acne-scars").with("pregnant", Reply.OfFact.plain(Answer.YES));

    assertThat(cookie.seal(answers)).isNotEqualTo(cookie.seal(answers)).doesNotContain("pregnant");
  }

  @Test
  void aChangedGarbledEmptyOrHugeCookieHoldsNoAnswers() {
    String sealed = cookie.seal(full());
    char last = sealed.charAt(sealed.length() - 5);
    String changed =
        sealed.substring(0, sealed.length() - 5)
            + (last == 'A' ? 'B' : 'A')
            + sealed.substring(sealed.length() - 4);

    for (String bad :
        List.of(
            "", "x", "%%%", changed, sealed.substring(1), "A".repeat(100_000), "AAAA".repeat(20))) {
      assertThat(cookie.open(bad, knowledge))
          .as(bad.substring(0, Math.min(20, bad.length())))
          .isEmpty();
    }
  }

  @Test
  void whatTheKnowledgeDoesNotHoldIsLeftOut() {
    AnswersText text = new AnswersText(knowledge);

    Answers read =
        text.read(
            "goal=acne@nowhere\nnothing=YES||||||\npregnant=MAYBE||||||\nsmoking=NO\nweight=9999\nbirthDate=1990-13\nphototype=7\nretinoid-topical=NO||||||\n=\ngarbage");

    assertThat(read.concern()).isNull();
    assertThat(read.site()).isNull();
    assertThat(read.replies()).containsOnlyKeys("retinoid-topical");
    assertThat(text.read("")).isEqualTo(Answers.NONE);
  }

  private Answers full() {
    Answers answers = Answers.NONE.forConcern("acne-scars").at("cheeks");
    answers = answers.with(Answers.BORN, new Reply.Born(PartialDate.parse("1990-04-02")));
    answers = answers.with(Answers.PHOTOTYPE, new Reply.Phototype(4));
    answers = answers.with(Answers.WEIGHT, new Reply.Weight(62.5));
    LocalDate day = LocalDate.of(2019, 3, 7);
    Iterator<String> sites = knowledge.sites().keySet().iterator();
    for (String fact : knowledge.facts().keySet()) {
      if (!sites.hasNext()) {
        sites = knowledge.sites().keySet().iterator();
      }
      day = day.plusDays(41 + fact.length());
      answers =
          answers.with(
              fact,
              new Reply.OfFact(
                  Answer.YES,
                  PartialDate.of(day),
                  PartialDate.of(day.plusDays(17L * fact.length())),
                  PartialDate.of(day.plusDays(13L * fact.length())),
                  fact.length() % 2 == 0 ? Supply.PRESCRIBED : Supply.BOUGHT,
                  sites.next(),
                  true));
    }
    assertThat(Optional.ofNullable(answers.site())).contains("cheeks");
    return answers;
  }
}
