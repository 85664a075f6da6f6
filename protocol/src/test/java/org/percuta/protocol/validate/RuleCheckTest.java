package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.Interval;

class RuleCheckTest {

  private static List<String> codes(Knowledge knowledge) {
    return Sound.check(knowledge).stream().map(Finding::code).distinct().toList();
  }

  private static List<String> when(Condition when) {
    return codes(Sound.withRule(rule -> Sound.rule(rule.id(), rule.effect(), when)));
  }

  private static List<String> effect(Effect effect, @Nullable Limit limit, Role... roles) {
    return codes(
        Sound.withRule(r ->
            new Rule(
                r.id(),
                r.title(),
                r.when(),
                r.scope(),
                effect,
                limit,
                List.of(roles),
                r.because(),
                r.next(),
                r.claims(),
                r.literature(),
                r.grade(),
                r.conflict())));
  }

  private static Window window(@Nullable Interval of, @Nullable String setting, String... claims) {
    return new Window(of, setting, List.of(claims), List.of());
  }

  @Test
  void soundKnowledgeHasNoFinding() {
    assertThat(Sound.check(Sound.fixture().build())).isEmpty();
  }

  @Test
  void px0302_everyConditionNamesAKnownFact() {
    for (Condition condition :
        List.of(
            new Condition.ConditionNow("pell"),
            new Condition.ConditionEver("pell"),
            new Condition.State("pell"),
            new Condition.Allergy("pell"),
            new Condition.Medicine("pell", null, null),
            new Condition.Exposure("pell", window(null, "peel-before")),
            new Condition.AllOf(List.of(new Condition.State("pell"))),
            new Condition.AnyOf(List.of(new Condition.State("pell"))))) {
      assertThat(when(condition)).as("%s", condition).containsExactly("PX-0302");
    }
    assertThat(when(new Condition.State("peel"))).isEmpty();
  }

  @Test
  void px0302_whatIsAskedForIsKnown() {
    assertThat(when(new Condition.GoalIs(List.of("acne"), List.of(), List.of())))
        .containsExactly("PX-0302");
    assertThat(when(new Condition.GoalIs(List.of(), List.of("cheek"), List.of())))
        .containsExactly("PX-0302");
    assertThat(when(new Condition.GoalIs(List.of("acne-scars"), List.of("cheeks"), List.of())))
        .isEmpty();
  }

  @Test
  void px0302_aFindingNamesTheNearestAndItsPlace() {
    Finding finding =
        Sound.check(
                Sound.withRule(r -> Sound.rule(r.id(), r.effect(), new Condition.State("pell"))))
            .getFirst();

    assertThat(finding.inOneLine())
        .isEqualTo("when: error PX-0302: peel-before-rule: No fact 'pell'. Maybe peel?");
  }

  @Test
  void px0307_anAttributeHasAnEnd() {
    assertThat(when(new Condition.Attribute(Condition.Measure.AGE, null, null)))
        .containsExactly("PX-0307");
    assertThat(when(new Condition.Attribute(Condition.Measure.AGE, 22.0, null))).isEmpty();
    assertThat(when(new Condition.Attribute(Condition.Measure.AGE, null, 70.0))).isEmpty();
  }

  @Test
  void px0308_aWashoutIsAnIntervalOrASetting() {
    assertThat(when(Sound.peel(window(null, null)))).containsExactly("PX-0308");
    assertThat(when(Sound.peel(window(Interval.days(7), "peel-before", Sound.CLAIM))))
        .containsExactly("PX-0308");
    assertThat(when(Sound.peel(window(Interval.days(7), null, Sound.CLAIM)))).isEmpty();
    assertThat(when(new Condition.Medicine("peel", null, window(null, null))))
        .containsExactly("PX-0308");
  }

  @Test
  void px0308_aSettingUsedAsAWashoutIsATime() {
    assertThat(
            codes(
                Sound.fixture()
                    .without(HouseSetting.class)
                    .with(Sound.setting("peel-before", 14, "kg"))
                    .build()))
        .containsExactly("PX-0308");
    assertThat(when(Sound.peel(window(null, "peel-befor")))).containsExactly("PX-0302");
  }

  @Test
  void px0309_aNumberHasASource() {
    assertThat(when(Sound.peel(window(Interval.days(7), null)))).containsExactly("PX-0309");
    assertThat(
            when(
                Sound.peel(
                    new Window(Interval.days(7), null, List.of(), List.of(Sound.LITERATURE)))))
        .isEmpty();
  }

  @Test
  void px0310_aLimitAndItsEffectBelongTogether() {
    Limit limit = new Limit("shallower", "Shallower.");

    assertThat(effect(Effect.LIMIT, null)).containsExactly("PX-0310");
    assertThat(effect(Effect.DEFER, limit)).containsExactly("PX-0310");
    assertThat(effect(Effect.LIMIT, limit)).isEmpty();
  }

  @Test
  void px0311_aClearanceIsSomebodysAndARefusalNobodys() {
    assertThat(effect(Effect.CLEAR, null)).containsExactly("PX-0311");
    assertThat(effect(Effect.CLEAR, null, Role.PHYSICIAN)).isEmpty();
    assertThat(effect(Effect.REFUSE, null, Role.PHYSICIAN)).containsExactly("PX-0311");
    assertThat(effect(Effect.REFUSE, null)).isEmpty();
  }

  @Test
  void px0312_aRuleHasItsThreeKindsOfCase() {
    Knowledge knowledge = Sound.fixture().build();

    assertThat(cases(knowledge, Map.of("peel-before-rule", List.of("fires", "silent"))))
        .extracting(Finding::message)
        .containsExactly("No golden case where it edge.");
    assertThat(cases(knowledge, Map.of())).extracting(Finding::code).containsExactly("PX-0312");
  }

  @Test
  void px0302_aCaseIsOfAKnownRule() {
    assertThat(
            cases(
                Sound.fixture().build(),
                Map.of(
                    "peel-before-rule", KnowledgeCheck.CASE_KINDS, "peel-before-rul", List.of())))
        .extracting(Finding::code)
        .containsExactly("PX-0302");
  }

  private static List<Finding> cases(Knowledge knowledge, Map<String, List<String>> kinds) {
    return KnowledgeCheck.findings(knowledge, kinds, (item, key) -> Place.of(key));
  }
}
