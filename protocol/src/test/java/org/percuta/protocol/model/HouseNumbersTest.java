package org.percuta.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;

class HouseNumbersTest {

  private static final LocalDate SESSION = LocalDate.of(2026, 11, 21);

  private static final Knowledge WRITTEN =
      KnowledgeFixture.empty()
          .with(Items.setting("cream-before", 21, "d"), Items.setting("sun-after", 48, "h"))
          .with(
              item("cream", "No cream for {cream-before}.", "-{cream-before}", "0 d"),
              item("sun", "From {sun-after} on; {nothing} stays.", "{sun-after}", null),
              item("plain", "Drink water.", "0 d", "7 d"))
          .with(
              new Rule(
                  "asks",
                  "{cream-before}",
                  new Condition.State("pregnant"),
                  Rule.Scope.ANYWHERE,
                  Effect.LIMIT,
                  new Limit("key", "Wait {cream-before}."),
                  List.of(),
                  "Because of {sun-after}.",
                  "Next: {cream-before}.",
                  List.of(),
                  List.of(),
                  Grade.H,
                  null))
          .with(
              new RedFlag(
                  "flag",
                  List.of("redness"),
                  Severity.MILD,
                  0,
                  null,
                  TriageLevel.CALL,
                  "Because.",
                  List.of("Wait {sun-after}.", "Call."),
                  List.of(),
                  List.of(),
                  Grade.H,
                  null))
          .build();

  private static CalendarItem item(String id, String text, String from, @Nullable String to) {
    return new CalendarItem(
        id,
        CalendarItem.Phase.PREPARATION,
        CalendarItem.Kind.DONT,
        text,
        Moment.parse(from),
        to == null ? null : Moment.parse(to),
        false,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        Grade.H,
        null);
  }

  private static Knowledge under(double cream, double sun) {
    return WRITTEN.withSettings(
        Map.of(
            "cream-before", Items.setting("cream-before", cream, "d"),
            "sun-after", Items.setting("sun-after", sun, "h")));
  }

  @Test
  void textsSayTheNumberOfTheClinic() {
    Knowledge here = under(14, 24);

    assertThat(here.calendar())
        .extracting(CalendarItem::text)
        .containsExactly(
            "No cream for 14 days.", "From 24 hours on; {nothing} stays.", "Drink water.");
    Rule rule = here.rules().getFirst();
    assertThat(rule.because()).isEqualTo("Because of 24 hours.");
    assertThat(rule.next()).isEqualTo("Next: 14 days.");
    assertThat(rule.limit()).isEqualTo(new Limit("key", "Wait 14 days."));
    assertThat(rule.title()).as("a title names no setting").isEqualTo("{cream-before}");
    assertThat(here.redFlags().getFirst().act()).containsExactly("Wait 24 hours.", "Call.");
  }

  @Test
  void datesAreAsFarFromTheSessionAsTheClinicSays() {
    List<CalendarItem> here = under(14, 72).calendar();

    assertThat(here.get(0).from().from(SESSION)).isEqualTo(SESSION.minusDays(14));
    assertThat(here.get(1).from().from(SESSION)).isEqualTo(SESSION.plusDays(3));
    assertThat(here.get(1).from().hours()).isEqualTo(72);
    assertThat(here.get(0).from()).hasToString("-14 d");
    assertThat(here.get(2)).isSameAs(WRITTEN.calendar().get(2));
  }

  @Test
  void whatIsInForceCanBePutUnderOtherNumbersAgain() {
    Knowledge twice =
        under(14, 24).withSettings(Map.of("cream-before", Items.setting("cream-before", 1, "d")));

    assertThat(twice.calendar().getFirst().text()).isEqualTo("No cream for 1 day.");
    assertThat(twice.written()).isSameAs(WRITTEN);
    assertThat(twice.digest()).isEqualTo(WRITTEN.digest());
  }

  @Test
  void aSettingThatIsOnlyNamedGivesNoDate() {
    CalendarItem sun = WRITTEN.calendar().get(1);

    assertThatIllegalStateException()
        .isThrownBy(() -> sun.from().from(SESSION))
        .withMessageContaining("sun-after");
    assertThat(sun.from()).hasToString("{sun-after}");
    assertThat(WRITTEN.calendar().getFirst().from()).hasToString("-{cream-before}");
    assertThat(HouseNumbers.named(sun)).containsExactly("sun-after", "nothing");
    assertThat(HouseNumbers.followed(sun)).containsExactly("sun-after");
  }

  @Test
  void aMomentIsATimeOrASetting() {
    assertThat(Moment.parse(" -7 d ")).isEqualTo(Moment.of(Offset.parse("-7 d")));
    assertThatIllegalArgumentException().isThrownBy(() -> Moment.parse("{Sun After}"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, min, 1 minute",
    "30, min, 30 minutes",
    "48, h, 48 hours",
    "1, wk, 1 week",
    "6, mo, 6 months",
    "2, a, 2 years",
    "10, 1, 10",
    "2.5, mm, 2.5 mm",
  })
  void aNumberIsSaidWithItsUnit(double value, String unit, String words) {
    assertThat(Items.setting("s", value, unit).inWords()).isEqualTo(words);
  }
}
