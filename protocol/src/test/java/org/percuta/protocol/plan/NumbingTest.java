package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;
import static org.percuta.protocol.Items.setting;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.Anaesthetic.AreaDose;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.NumbingTimer.State;
import org.percuta.protocol.validate.Finding;

class NumbingTest {

  private static final Knowledge KNOWLEDGE = Practice.knowledge().build();

  private static Anaesthetic cream(int min, int max, AreaDose... doses) {
    return new Anaesthetic(
        "cream",
        "The cream",
        "lidocaine 7 %",
        List.of(doses),
        min,
        max,
        "",
        List.of(),
        List.of(),
        Grade.A,
        "C14");
  }

  private static NumbingTimer timer(int min, int max) {
    return NumbingTimer.of(KNOWLEDGE, cream(min, max));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void pastItsUsualTimeItIsCheckedUntilItComesOff() {
    Knowledge clinic = Practice.knowledge().build();
    Map<String, HouseSetting> settings = new HashMap<>(clinic.settings());
    settings.put("numbing-normal-to", setting("numbing-normal-to", 25, "min"));
    NumbingTimer timer = NumbingTimer.of(clinic.withSettings(settings), cream(20, 60));

    assertThat(timer.at(minutes(24)).next()).isEqualTo(minutes(25));
    NumbingTimer.Reading late = timer.at(minutes(25));
    assertThat(late.state()).isEqualTo(State.LATE);
    assertThat(late.message()).contains("Longer than the usual 25 min").contains("at 30 min");
    assertThat(late.next()).isEqualTo(minutes(30));
  }

  @ParameterizedTest
  @CsvSource({
    "0, WAIT, 15",
    "14, WAIT, 15",
    "15, CHECK, 20",
    "19, CHECK, 20",
    "20, USUAL, 30",
    "29, USUAL, 30",
  })
  void theTimeOnTheSkinGivesTheStateAndTheNextChange(int on, State state, int next) {
    NumbingTimer.Reading reading = timer(20, 60).at(minutes(on));

    assertThat(reading.state()).isEqualTo(state);
    assertThat(reading.next()).isEqualTo(minutes(next));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 31, 600})
  void atTheLongestTimeItComesOff(int on) {
    NumbingTimer.Reading reading = timer(20, 60).at(minutes(on));

    assertThat(reading.state()).isEqualTo(State.REMOVE);
    assertThat(reading.next()).isNull();
    assertThat(reading.message())
        .isEqualTo(
            "Take it off completely now: 30 min is the longest. Longer is not safer. Needle only"
                + " where it is numb.");
  }

  @Test
  void aSecondBeforeIsStillBefore() {
    assertThat(timer(20, 60).at(minutes(30).minusSeconds(1)).state()).isEqualTo(State.USUAL);
    assertThat(timer(20, 60).at(minutes(15).minusSeconds(1)).state()).isEqualTo(State.WAIT);
  }

  @Test
  void aShorterLabelRules() {
    NumbingTimer timer = timer(10, 25);

    assertThat(timer.longest()).isEqualTo(minutes(25));
    assertThat(timer.at(minutes(25)).message()).startsWith("Take it off completely now: 25 min");
    assertThat(timer.findings()).isEmpty();
  }

  @Test
  void aVeryShortLabelMovesEveryTimeForward() {
    NumbingTimer timer = timer(5, 10);

    assertThat(timer.earliestCheck()).isEqualTo(minutes(10));
    assertThat(timer.usualFrom()).isEqualTo(minutes(10));
    assertThat(timer.at(minutes(9)).state()).isEqualTo(State.WAIT);
    assertThat(timer.at(minutes(10)).state()).isEqualTo(State.REMOVE);
  }

  @Test
  void theUsualTimeIsNotBeforeTheShortestOfTheLabel() {
    assertThat(timer(25, 60).usualFrom()).isEqualTo(minutes(25));
    assertThat(timer(25, 60).at(minutes(22)).message())
        .isEqualTo(
            "First check. If it is numb, take it off completely and start; else leave it until 25"
                + " min.");
    assertThat(timer(10, 60).usualFrom()).isEqualTo(minutes(20));
  }

  @Test
  void aLabelThatNeedsLongerThanTheClinicAllowsIsAFinding() {
    NumbingTimer timer = timer(60, 180);

    assertThat(timer.findings())
        .extracting(Finding::code, Finding::message, Finding::hint)
        .containsExactly(
            tuple(
                "PX-0511",
                "The cream needs 60 min by its label, and numbing stops at 30 min.",
                "Maybe choose a product that works within 30 min?"));
    assertThat(timer.usualFrom()).isEqualTo(minutes(30));
    assertThat(timer(30, 60).findings()).isEmpty();
  }

  @Test
  void messagesSayWhatToDo() {
    assertThat(timer(20, 60).at(Duration.ZERO).message())
        .isEqualTo("Leave it on. The first check is at 15 min.");
    assertThat(timer(20, 60).at(minutes(20)).message())
        .isEqualTo(
            "Usually numb by now. Check, take it off completely, then start only once it is"
                + " numb.");
  }

  @Test
  void aNegativeTimeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timer(20, 60).at(minutes(-3)))
        .withMessage("The cream has been on for -3 min. Maybe the start is wrong?");
  }

  @Test
  void aMissingSettingIsRefused() {
    Knowledge without = KnowledgeFixture.empty().with(setting("numbing-max", 30, "min")).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumbingTimer.of(without, cream(20, 60)))
        .withMessage("There is no setting 'numbing-normal-from'.");
  }

  private static final Anaesthetic TABLE =
      cream(20, 60, new AreaDose(13, 1), new AreaDose(19, 3), new AreaDose(400, 53.5));

  @ParameterizedTest
  @CsvSource({"13, 1", "18.9, 1", "19, 3", "399.9, 3", "400, 53.5", "0.5, 1"})
  void theDoseIsThatOfTheLargestRowNotAboveTheArea(double area, double mass) {
    assertThat(NumbingDose.of(TABLE, area))
        .isInstanceOfSatisfying(
            NumbingDose.AtMost.class, dose -> assertThat(dose.mass_g()).isEqualTo(mass));
  }

  @Test
  void theDoseNamesItsRow() {
    assertThat(NumbingDose.of(TABLE, 18.9))
        .isEqualTo(
            new NumbingDose.AtMost(
                1,
                new AreaDose(13, 1),
                "At most 1 g: the label's amount for 13 cm², its largest row not above 18.9"
                    + " cm²."));
    assertThat(NumbingDose.of(TABLE, 0.5))
        .isEqualTo(
            new NumbingDose.AtMost(
                1, new AreaDose(13, 1), "Less than 1 g: the label's smallest row is for 13 cm²."));
  }

  @Test
  void theSmallestRowIsReadAtItsOwnArea() {
    assertThat(NumbingDose.of(TABLE, 13))
        .isEqualTo(
            new NumbingDose.AtMost(
                1,
                new AreaDose(13, 1),
                "At most 1 g: the label's amount for 13 cm², its largest row not above 13 cm²."));
  }

  @Test
  void beyondTheStudiedAreaThereIsNoDose() {
    assertThat(NumbingDose.of(TABLE, 400.1))
        .isEqualTo(
            new NumbingDose.NotGiven(
                "400.1 cm² is beyond 400 cm², the largest area studied for The cream. Maybe numb a"
                    + " part at a time, at different visits?"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void anAreaThatIsNoneHasNoDose(double area) {
    assertThat(NumbingDose.of(TABLE, area))
        .isInstanceOfSatisfying(
            NumbingDose.NotGiven.class,
            none -> assertThat(none.because()).endsWith("cm² is not above 0."));
  }

  @Test
  void anInfiniteAreaIsBeyondWhatWasStudied() {
    assertThat(NumbingDose.of(TABLE, Double.POSITIVE_INFINITY))
        .isInstanceOf(NumbingDose.NotGiven.class);
  }

  @Test
  void withoutATableNothingIsInvented() {
    assertThat(NumbingDose.of(cream(15, 30), 100))
        .isEqualTo(
            new NumbingDose.NotGiven("No label amount is known for The cream: read its label."));
  }
}
