package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.evaluate.StillToAsk.Open;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition.Detail;

class StillToAskTest {

  private final StillToAsk ask = new StillToAsk(List.of("a", "b", "c"));

  private static Missing question(String fact) {
    return new Missing(fact, null, fact + "?");
  }

  private static Open unknown(String rule, Effect effect, String... facts) {
    List<Missing> missing = List.of(facts).stream().map(StillToAskTest::question).toList();
    return open(
        rule,
        effect,
        new Standing(Truth.UNKNOWN, new Until.Never(), List.of(), List.of(), missing));
  }

  private static Open standing(String rule, Effect effect, Until until) {
    Missing detail = new Missing(rule, Detail.LAST, "when?");
    return open(
        rule, effect, new Standing(Truth.TRUE, until, List.of(), List.of(), List.of(detail)));
  }

  private static Open open(String rule, Effect effect, Standing standing) {
    return new Open(Items.rule(rule, effect, new Condition.State("f")), standing);
  }

  private List<String> asked(Outcome outcome, LocalDate notBefore, Open... open) {
    return ask.order(outcome, notBefore, List.of(open), List.of()).stream()
        .map(Missing::fact)
        .toList();
  }

  @Test
  void theStrictestEffectThatHangsOnItComesFirst() {
    assertThat(
            asked(
                Outcome.CANNOT_TELL,
                TODAY,
                unknown("r1", Effect.DEFER, "a"),
                unknown("r2", Effect.REFUSE, "b"),
                unknown("r3", Effect.LIMIT, "c"),
                unknown("r4", Effect.CLEAR, "d")))
        .containsExactly("b", "d", "a", "c");
  }

  @Test
  void aFactThatTwoRulesReadCountsForTheStricter() {
    assertThat(
            asked(
                Outcome.CANNOT_TELL,
                TODAY,
                unknown("r1", Effect.CLEAR, "a"),
                unknown("r2", Effect.REFUSE, "b"),
                unknown("r3", Effect.DEFER, "b")))
        .containsExactly("b", "a");
  }

  @Test
  void amongEqualsTheOneThatMoreRulesReadThenFileOrder() {
    assertThat(
            asked(
                Outcome.CANNOT_TELL,
                TODAY,
                unknown("r1", Effect.DEFER, "c"),
                unknown("r2", Effect.DEFER, "b", "a"),
                unknown("r3", Effect.DEFER, "c")))
        .containsExactly("c", "a", "b");
  }

  @Test
  void aRuleThatReadsAFactTwiceCountsOnce() {
    assertThat(
            asked(
                Outcome.CANNOT_TELL,
                TODAY,
                unknown("r1", Effect.DEFER, "b", "b"),
                unknown("r2", Effect.DEFER, "a")))
        .containsExactly("a", "b");
  }

  @Test
  void attributesComeBeforeFacts() {
    assertThat(asked(Outcome.CANNOT_TELL, TODAY, unknown("r1", Effect.DEFER, "a", "birthDate")))
        .containsExactly("birthDate", "a");
  }

  @Test
  void whatOnlyInformsIsNeverAsked() {
    assertThat(asked(Outcome.PERMITTED, TODAY, unknown("r1", Effect.INFORM, "a"))).isEmpty();
  }

  @Test
  void anUnknownLimitIsAskedUnlessNothingDatedDecides() {
    Open limit = unknown("r1", Effect.LIMIT, "a");

    assertThat(asked(Outcome.PERMITTED_WITH_LIMITS, TODAY, limit)).containsExactly("a");
    assertThat(asked(Outcome.DEFERRED, TODAY.plusDays(3), limit)).containsExactly("a");
    assertThat(ask.order(Outcome.DEFERRED, null, List.of(limit), List.of())).isEmpty();
  }

  @Test
  void withoutADateOnlyWhatCouldBeStricterIsAsked() {
    Open defer = unknown("r1", Effect.DEFER, "a");
    Open refuse = unknown("r2", Effect.REFUSE, "b");

    assertThat(ask.order(Outcome.NEEDS_CLEARANCE, null, List.of(defer, refuse), List.of()))
        .containsExactly(question("b"));
  }

  @Test
  void whatLeavesTheLaterDayOpenIsAskedToo() {
    assertThat(
            ask.order(
                Outcome.DEFERRED,
                TODAY.plusDays(3),
                List.of(),
                List.of(unknown("r1", Effect.DEFER, "a"))))
        .containsExactly(question("a"));
  }

  @Test
  void aFollowUpMattersWhereItsRuleDecides() {
    Until resolved = new Until.Resolved();

    assertThat(
            ask.order(
                Outcome.DEFERRED, null, List.of(standing("r1", Effect.DEFER, resolved)), List.of()))
        .hasSize(1);
    assertThat(
            ask.order(
                Outcome.REFUSED, null, List.of(standing("r1", Effect.DEFER, resolved)), List.of()))
        .isEmpty();
  }

  @Test
  void aFollowUpMattersWhereItsRuleEndsLast() {
    LocalDate end = TODAY.plusDays(3);

    assertThat(asked(Outcome.REFUSED, end, standing("r1", Effect.DEFER, new Until.Date(end))))
        .containsExactly("r1");
    assertThat(asked(Outcome.REFUSED, end, standing("r1", Effect.DEFER, new Until.Resolved())))
        .containsExactly("r1");
    assertThat(
            asked(
                Outcome.REFUSED,
                end,
                standing("r1", Effect.DEFER, new Until.Date(end.minusDays(1)))))
        .isEmpty();
  }
}
