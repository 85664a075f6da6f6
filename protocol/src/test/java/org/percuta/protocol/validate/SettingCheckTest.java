package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Moment;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Window;

class SettingCheckTest {

  private static final List<String> CODES = List.of("PX-0302", "PX-0322", "PX-0323", "PX-0324");

  private static List<String> found(Sourced item) {
    return KnowledgeCheck.findings(
            KnowledgeFixture.empty()
                .with(
                    Items.setting("cream-before", 21, "d"),
                    Items.setting("numb-for", 30, "min"),
                    Items.setting("drink-after", 48, "h"))
                .with(item)
                .build(),
            Map.of(),
            (of, key) -> Place.of(key))
        .stream()
        .filter(finding -> finding.subject().equals(item.id()) && CODES.contains(finding.code()))
        .filter(finding -> !finding.message().startsWith("No claim"))
        .map(Finding::code)
        .toList();
  }

  private static CalendarItem says(String text, String from) {
    return new CalendarItem(
        "prep",
        CalendarItem.Phase.PREPARATION,
        CalendarItem.Kind.DONT,
        text,
        Moment.parse(from),
        null,
        false,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        Grade.H,
        null);
  }

  @Test
  void aTextThatNamesASettingIsSound() {
    assertThat(found(says("No cream for {cream-before}, a clinic setting.", "-{cream-before}")))
        .isEmpty();
  }

  @Test
  void px0302_aNamedSettingExists() {
    assertThat(found(says("No cream for {cream-befor}.", "-1 d"))).containsExactly("PX-0302");
    assertThat(found(says("No cream.", "-{cream-befor}"))).containsExactly("PX-0302");
  }

  @Test
  void px0324_aDateFollowsATime() {
    assertThat(found(says("No cream.", "{numb-for}"))).containsExactly("PX-0324");
  }

  @Test
  void px0322_whatIsNeverFilledInNamesNoSetting() {
    assertThat(
            found(Items.rule("wait {cream-before}", Effect.DEFER, new Condition.State("pregnant"))))
        .contains("PX-0322");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No cream for 21 days.",
        "No cream for twenty-one days.",
        "Three weeks without cream.",
        "Sources say less; we use 21.",
        "No cream for 504 hours.",
      })
  void px0323_aTextThatFollowsASettingDoesNotRepeatItsNumber(String text) {
    assertThat(found(says(text, "-{cream-before}"))).containsExactly("PX-0323");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One article says 21 days.",
        "No cream for {cream-before}. A trial took 3 weeks.",
        "Factor 210, or 2.21, or 21.5.",
        "Wait 3 days.",
      })
  void theNumberOfASourceAndOtherNumbersStay(String text) {
    assertThat(found(says(text, "-{cream-before}"))).isEmpty();
  }

  @Test
  void px0323_theSameTimeInALargerUnitIsTheSameNumber() {
    assertThat(found(says("No wine for two days.", "{drink-after}"))).containsExactly("PX-0323");
  }

  @Test
  void px0323_aRuleDoesNotRepeatTheNumberOfItsWindow() {
    Sourced rule =
        Items.rule(
            "cream for 21 days",
            Effect.DEFER,
            new Condition.Exposure(
                "cream", new Window(null, "cream-before", List.of(), List.of())));
    assertThat(found(rule)).contains("PX-0323");
  }

  @Test
  void px0323_aNumberCalledAClinicSettingIsNamed() {
    assertThat(found(says("Keep calm. The seven days are a clinic setting.", "-7 d")))
        .containsExactly("PX-0323");
    assertThat(found(says("12 weeks is the clinic's setting.", "-7 d"))).containsExactly("PX-0323");
    assertThat(found(says("How long is a clinic setting.", "-7 d"))).isEmpty();
  }
}
