package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.cleared;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.unknown;
import static org.percuta.protocol.Tutorial.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Condition.AnyOf;
import org.percuta.protocol.model.Condition.ConditionNow;
import org.percuta.protocol.model.Condition.Exposure;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

class ScreeningTest {

  private static FactStatement spell(String fact, String since, String until) {
    return yes(fact).during(PartialDate.parse(since), PartialDate.parse(until));
  }

  @Test
  void aReasonLastsAcrossSpansThatFollowEachOther() {
    Screening screening =
        knowing(
            Items.fact("acne", false), Items.rule("acne", Effect.DEFER, new ConditionNow("acne")));

    Verdict verdict =
        today(
            screening,
            person(
                spell("acne", "2026-11-01", "2026-11-25"),
                spell("acne", "2026-11-26", "2026-12-10")));

    assertThat(verdict.reasons().getFirst().until()).isEqualTo(new Until.Date(day("2026-12-11")));
    assertThat(verdict.from()).isEqualTo(day("2026-12-11"));
  }

  @Test
  void aGapBetweenSpansIsTheFirstPermittedDate() {
    Screening screening =
        knowing(
            Items.fact("acne", false), Items.rule("acne", Effect.DEFER, new ConditionNow("acne")));

    Verdict verdict =
        today(
            screening,
            person(
                spell("acne", "2026-11-01", "2026-11-25"),
                spell("acne", "2026-11-27", "2026-12-10")));

    assertThat(verdict.from()).isEqualTo(day("2026-11-26"));
  }

  @Test
  void whatWouldKeepADatedRuleStandingIsAsked() {
    Screening screening =
        knowing(
            Items.fact("laser", false),
            Items.fact("sunburn", false),
            Items.rule(
                "either",
                Effect.DEFER,
                new AnyOf(
                    List.of(
                        new Exposure("laser", Window.ofDays(28)), new ConditionNow("sunburn")))));

    Verdict verdict =
        today(screening, person(yes("laser").lastOn(PartialDate.parse("2026-11-20"))));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(verdict.notBefore()).isEqualTo(day("2026-12-18"));
    assertThat(verdict.missing()).extracting(Missing::fact).containsExactly("sunburn");
  }

  @Test
  void whatAClearanceThenLiftsIsNotAsked() {
    Screening screening =
        knowing(
            Items.fact("laser", false),
            Items.fact("diabetes", false),
            Items.rule("laser", Effect.DEFER, new Exposure("laser", Window.ofDays(28))),
            Items.rule("diabetes", Effect.CLEAR, new ConditionNow("diabetes")));
    Clearance later =
        new Clearance(
            "diabetes",
            "Dr A. Example",
            Role.PHYSICIAN,
            day("2026-12-01"),
            day("2027-12-01"),
            "stable");

    Verdict verdict =
        today(
            screening,
            cleared(person(yes("laser").lastOn(PartialDate.parse("2026-11-20"))), later));

    assertThat(verdict.from()).isEqualTo(day("2026-12-18"));
    // Today it could still be stricter than a deferral.
    assertThat(verdict.missing()).extracting(Missing::fact).containsExactly("diabetes");
    Verdict then =
        screening.screen(
            cleared(person(yes("laser").lastOn(PartialDate.parse("2026-11-20"))), later),
            SCARS,
            day("2026-12-01"));
    assertThat(then.missing()).isEmpty();
    assertThat(then.cleared()).hasSize(1);
  }

  @Test
  void theDayAfterAClearanceExpiresIsTriedToo() {
    Screening screening =
        knowing(
            Items.fact("diabetes", false),
            Items.rule("diabetes", Effect.CLEAR, new ConditionNow("diabetes")));
    Clearance clearance =
        new Clearance(
            "diabetes", "Dr A. Example", Role.PHYSICIAN, day("2026-11-25"), day("2026-12-25"), "");

    assertThat(
            screening.findFirstPermitted(cleared(person(yes("diabetes")), clearance), SCARS, TODAY))
        .contains(day("2026-11-25"));
    assertThat(
            screening.findFirstPermitted(
                cleared(person(yes("diabetes")), clearance), SCARS, day("2026-12-26")))
        .isEmpty();
  }

  @Test
  void limitsAreListedOnceEach() {
    Screening screening =
        knowing(
            Items.fact("a", false),
            Items.fact("b", false),
            Items.limit("one", "no-numbing", new Condition.State("a")),
            Items.limit("two", "no-numbing", new Condition.State("b")));

    Verdict verdict = today(screening, person(yes("a"), yes("b")));

    assertThat(verdict.limits()).containsExactly(new Limit("no-numbing", "Limit no-numbing."));
    assertThat(verdict.reasons()).hasSize(2);
  }

  @Test
  void aPrecautionNamesEachUnknownOnceAndEndsWhenAnswered() {
    Screening screening =
        knowing(
            Items.fact("a", false),
            Items.limit(
                "one",
                "no-numbing",
                new AnyOf(List.of(new Condition.State("a"), new Condition.Allergy("a")))));

    Reason reason = today(screening, person(unknown("a"))).reasons().getFirst();

    assertThat(reason.facts()).containsExactly("a: unknown");
    assertThat(reason.until()).isEqualTo(new Until.Resolved());
    assertThat(reason.precaution()).isTrue();
    assertThat(reason.because()).as("no fact is told that nobody knows").contains("is not known");
    assertThat(today(screening, person(yes("a"))).reasons().getFirst().because())
        .isEqualTo(reason.rule().because());
  }

  @Test
  void aReasonTellsAllThatWasSaid() {
    Screening screening =
        knowing(
            Items.site("cheeks"),
            Items.fact("peel", true),
            Items.rule("peel", Effect.DEFER, new Exposure("peel", Window.ofDays(28))));
    FactStatement said =
        spell("peel", "2026-10", "2026-11-18")
            .at("cheeks")
            .lastOn(PartialDate.parse("2026-11-17"))
            .supplied(Supply.BOUGHT);

    assertThat(today(screening, person(said)).reasons().getFirst().facts())
        .containsExactly(
            "peel: yes at cheeks, since 2026-10, until 2026-11-18, last 2026-11-17, bought"
                + " (answer)");
    assertThat(
            today(screening, person(no("peel").lastOn(PartialDate.parse("2026-11-17"))))
                .reasons()
                .getFirst()
                .facts())
        .containsExactly("peel: not now, last 2026-11-17 (answer)");
  }

  @Test
  void anInformingRuleThatIsUnknownStaysSilent() {
    Screening screening =
        knowing(
            Items.fact("smoking", false),
            Items.rule("smoking", Effect.INFORM, new Condition.State("smoking")));

    Verdict verdict = today(screening, person());

    assertThat(verdict.outcome()).isEqualTo(Outcome.PERMITTED);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.missing()).isEmpty();
  }
}
