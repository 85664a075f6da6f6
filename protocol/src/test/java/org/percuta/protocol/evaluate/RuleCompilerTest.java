package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.PartialDate;

class RuleCompilerTest {

  private static final Window FROM_SETTING = new Window(null, "peel-before", List.of(), List.of());

  private static Rule peel(Window window) {
    return Items.rule("peel", Effect.DEFER, new Condition.Exposure("peel", window));
  }

  @Test
  void aWindowCanComeFromAHouseSettingRoundedUp() {
    HouseSetting weeks = Items.setting("peel-before", 1.5, "wk");

    assertThat(
            today(
                    knowing(Items.fact("peel", false), weeks, peel(FROM_SETTING)),
                    person(yes("peel").lastOn(PartialDate.parse("2026-11-20"))))
                .from())
        .isEqualTo(day("2026-12-04"));
  }

  @Test
  void aFactNobodyDefinedIsNamed() {
    assertThatThrownBy(() -> knowing(peel(Window.ofDays(7))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("peel");
  }

  @Test
  void aSettingNobodyDefinedIsNamed() {
    assertThatThrownBy(() -> knowing(Items.fact("peel", false), peel(FROM_SETTING)))
        .hasMessageContaining("peel-before");
  }

  @Test
  void aSettingThatIsNoTimeIsNamed() {
    HouseSetting kilograms = Items.setting("peel-before", 2, "kg");

    assertThatThrownBy(() -> knowing(Items.fact("peel", false), kilograms, peel(FROM_SETTING)))
        .hasMessageContaining("peel-before");
  }

  @Test
  void aCompoundRuleReadsTheFactsOfAllItsParts() {
    Rule rule =
        Items.rule(
            "both",
            Effect.DEFER,
            new Condition.AllOf(
                List.of(
                    new Condition.State("a"),
                    new Condition.AnyOf(
                        List.of(new Condition.Allergy("b"), new Condition.ConditionEver("c"))))));

    CompiledRule compiled =
        new RuleCompiler(
                KnowledgeFixture.empty()
                    .with(Items.fact("a", false), Items.fact("b", false), Items.fact("c", false))
                    .build())
            .compile(rule);

    assertThat(compiled.facts()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aCompoundRuleTurnsWhereAnyOfItsPartsDoes() {
    Screening screening =
        knowing(
            Items.fact("a", false),
            Items.fact("b", false),
            Items.rule(
                "both",
                Effect.DEFER,
                new Condition.AllOf(
                    List.of(
                        new Condition.State("a"),
                        new Condition.AnyOf(
                            List.of(
                                new Condition.Exposure("b", Window.ofDays(7)),
                                new Condition.Exposure("b", Window.ofDays(9))))))));

    assertThat(
            today(screening, person(yes("a"), yes("b").lastOn(PartialDate.parse("2026-11-20"))))
                .from())
        .isEqualTo(day("2026-11-29"));
  }

  @Test
  void whatIsAskedForNarrowsARuleByConcernSiteAndSetting() {
    Screening screening =
        knowing(
            Items.site("face", "cheeks"),
            Items.site("cheeks"),
            Items.fact("a", false),
            Items.rule(
                "home",
                Effect.REFUSE,
                new Condition.GoalIs(
                    List.of("acne-scars"), List.of("face"), List.of(Setting.HOME))));

    assertThat(outcome(screening, "acne-scars", "cheeks", Setting.HOME)).isEqualTo(Outcome.REFUSED);
    assertThat(outcome(screening, "acne-scars", "cheeks", Setting.CLINIC))
        .isEqualTo(Outcome.PERMITTED);
    assertThat(outcome(screening, "scars", "cheeks", Setting.HOME)).isEqualTo(Outcome.PERMITTED);
    assertThat(outcome(screening, "acne-scars", "back", Setting.HOME)).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void aGoalMatchesTheSiteItLiesInNotOneItHolds() {
    Screening screening =
        knowing(
            Items.site("face", "cheeks"),
            Items.site("cheeks"),
            Items.rule(
                "cheeks-only",
                Effect.REFUSE,
                new Condition.GoalIs(List.of(), List.of("cheeks"), List.of())));

    assertThat(outcome(screening, "scars", "cheeks", Setting.CLINIC)).isEqualTo(Outcome.REFUSED);
    assertThat(outcome(screening, "scars", "face", Setting.CLINIC)).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void onlyAnExposureAsksForItsLastDay() {
    Screening screening =
        knowing(
            Items.fact("drug", false),
            Items.rule(
                "drug", Effect.DEFER, new Condition.Medicine("drug", null, Window.ofDays(7))));

    assertThat(today(screening, person(yes("drug"))).missing()).isEmpty();
    assertThat(screening.screen(person(no("drug")), SCARS, TODAY).outcome())
        .isEqualTo(Outcome.PERMITTED);
  }

  private static Outcome outcome(
      Screening screening, String concern, String site, Setting setting) {
    return screening.screen(person(), new Goal(concern, site, setting), TODAY).outcome();
  }
}
