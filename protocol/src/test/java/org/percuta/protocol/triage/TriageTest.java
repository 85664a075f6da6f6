package org.percuta.protocol.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.expectation;
import static org.percuta.protocol.Items.flag;
import static org.percuta.protocol.Items.symptom;
import static org.percuta.protocol.model.Severity.MILD;
import static org.percuta.protocol.model.Severity.MODERATE;
import static org.percuta.protocol.model.Severity.NONE;
import static org.percuta.protocol.model.Severity.SEVERE;
import static org.percuta.protocol.model.TriageLevel.CALL;
import static org.percuta.protocol.model.TriageLevel.EXPECTED;
import static org.percuta.protocol.model.TriageLevel.URGENT;
import static org.percuta.protocol.model.TriageLevel.WATCH;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.TriageLevel;
import org.percuta.protocol.validate.Finding;

class TriageTest {

  private static final Triage TRIAGE = Triage.of(Healing.KNOWLEDGE);

  private static TriageResult assess(int day, Map<String, Severity> symptoms) {
    return result(TRIAGE.assess(day, symptoms, false));
  }

  private static TriageResult result(Assessment assessment) {
    return switch (assessment) {
      case TriageResult result -> result;
      case NotUnderstood not -> throw new AssertionError(not.findings().toString());
    };
  }

  @Test
  void noSymptomsAreExpected() {
    TriageResult result = assess(3, Map.of());

    assertThat(result.level()).isEqualTo(EXPECTED);
    assertThat(result.reasons()).isEmpty();
    assertThat(result.act()).singleElement().asString().startsWith("Keep to the aftercare.");
  }

  @Test
  void aSeverityOfNoneIsNoSymptom() {
    assertThat(assess(0, Map.of("pus", NONE)).level()).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "0, MODERATE, EXPECTED",
    "2, MILD, WATCH", // the flag that looks at redness on days 2 and 3
    "3, MILD, WATCH",
    "4, MILD, WATCH",
    "7, MILD, WATCH",
    "8, MILD, CALL",
    "730, MILD, CALL",
    "0, SEVERE, CALL",
  })
  void rednessFollowsItsUsualTimeAndSeverity(int day, Severity severity, TriageLevel level) {
    assertThat(assess(day, Map.of("redness", severity)).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "0, WATCH", // earlier than usual
    "1, EXPECTED",
    "4, EXPECTED",
    "5, WATCH",
    "7, WATCH",
    "8, CALL",
  })
  void peelingStartsOnDayOne(int day, TriageLevel level) {
    assertThat(assess(day, Map.of("peeling", MILD)).level()).isEqualTo(level);
  }

  @Test
  void hoursEndWithinTheDayTheyFallIn() {
    assertThat(assess(0, Map.of("pinpoint-bleeding", MILD)).level()).isEqualTo(EXPECTED);
    assertThat(assess(1, Map.of("pinpoint-bleeding", MILD)).level()).isEqualTo(CALL);
  }

  @Test
  void aReasonNamesItsItemAndItsSources() {
    TriageReason reason = assess(0, Map.of("redness", MILD)).reasons().getFirst();

    assertThat(reason)
        .isEqualTo(
            new TriageReason(
                EXPECTED,
                "redness",
                MILD,
                "rec-redness-MODERATE",
                "Usual for redness.",
                reason.claims(),
                reason.literature(),
                Grade.A,
                "C24"));
    assertThat(reason.claims()).containsExactly("S1-084");
    assertThat(reason.literature()).containsExactly("L-transient");
  }

  @Test
  void theReasonSaysHowItDiffersFromUsual() {
    assertThat(assess(8, Map.of("redness", MILD)).reasons().getFirst().because())
        .isEqualTo("The redness should be gone by now. Usual for redness.");
    assertThat(assess(5, Map.of("redness", MILD)).reasons().getFirst().because())
        .isEqualTo("The redness lasts longer than is usual. Usual for redness.");
    assertThat(assess(0, Map.of("redness", SEVERE)).reasons().getFirst().because())
        .isEqualTo("The redness is stronger than is usual. Usual for redness.");
    assertThat(assess(0, Map.of("peeling", MILD)).reasons().getFirst().because())
        .isEqualTo("The peeling comes earlier than is usual. Usual for peeling.");
  }

  @Test
  void aSymptomThatNothingExpectsIsACall() {
    TriageResult result = assess(20, Map.of("nodules", MILD));

    assertThat(result.level()).isEqualTo(CALL);
    assertThat(result.reasons())
        .singleElement()
        .satisfies(reason -> {
          assertThat(reason.item()).isEqualTo("nodules");
          assertThat(reason.because()).isEqualTo("The nodules is not a usual part of healing.");
        });
    assertThat(result.act()).containsExactly("Call the clinic today.");
  }

  @Test
  void aRedFlagBringsItsOwnActsAndSpeaksForTheUnexpected() {
    TriageResult result = assess(3, Map.of("pus", MILD));

    assertThat(result.level()).isEqualTo(CALL);
    assertThat(result.reasons()).extracting(TriageReason::item).containsExactly("flag-pus");
    assertThat(result.act()).containsExactly("Act on flag-pus.");
  }

  @Test
  void theStrictestFlagComesFirstAndOnlyItSaysWhatToDo() {
    TriageResult result = assess(3, Map.of("pus", MODERATE));

    assertThat(result.level()).isEqualTo(URGENT);
    assertThat(result.reasons())
        .extracting(TriageReason::item)
        .containsExactly("flag-pus-strong", "flag-pus");
    assertThat(result.act()).containsExactly("Act on flag-pus-strong.");
  }

  @ParameterizedTest
  @CsvSource({"1, flag-wheeze, URGENT", "2, wheeze, CALL"})
  void aRedFlagHoldsWithinItsDays(int day, String item, TriageLevel level) {
    TriageResult result = assess(day, Map.of("wheeze", MILD));

    assertThat(result.level()).isEqualTo(level);
    assertThat(result.reasons()).extracting(TriageReason::item).containsExactly(item);
  }

  @Test
  void aMildFlagAddsItsActsToAWatchAndNotToACall() {
    assertThat(assess(3, Map.of("redness", MILD)).act()).containsExactly("Act on flag-red-look.");
    assertThat(assess(3, Map.of("redness", MILD, "pus", MILD)).act())
        .containsExactly("Act on flag-pus.");
  }

  @Test
  void aFlagStartsOnItsFirstDay() {
    assertThat(assess(1, Map.of("redness", MILD)).level()).isEqualTo(EXPECTED);
  }

  @Test
  void aFlagBelowACallLeavesTheUnexpectedReasonStanding() {
    Triage triage =
        Triage.of(
            Healing.fixture().with(flag("flag-look", WATCH, MILD, 0, null, "nodules")).build());

    assertThat(result(triage.assess(1, Map.of("nodules", MILD), false)).reasons())
        .extracting(TriageReason::item)
        .containsExactly("nodules", "flag-look");
  }

  @Test
  void worseningAfterImprovementIsACall() {
    TriageResult result = result(TRIAGE.assess(1, Map.of("redness", MILD), true));

    assertThat(result.level()).isEqualTo(CALL);
    TriageReason setback = result.reasons().getFirst();
    assertThat(setback.symptom()).isNull();
    assertThat(setback.conflict()).isEqualTo("C24");
    assertThat(setback.claims()).containsExactly("S1-084", "S0-077");
    assertThat(setback.grade()).isEqualTo(Grade.H);
    assertThat(result.act()).containsExactly("Call the clinic today.");
  }

  @Test
  void worseningSpeaksThroughItsSymptomWhereTheKnowledgeHasOne() {
    Triage triage =
        Triage.of(
            Healing.fixture()
                .with(symptom("worsening"))
                .with(flag("flag-worsening", CALL, MILD, 1, null, "worsening"))
                .build());

    assertThat(result(triage.assess(1, Map.of(), true)).reasons())
        .extracting(TriageReason::item)
        .containsExactly("flag-worsening");
    assertThat(result(triage.assess(0, Map.of(), true)).reasons())
        .extracting(TriageReason::item)
        .containsExactly("worsening");
    assertThat(result(triage.assess(1, Map.of("worsening", SEVERE), true)).reasons())
        .extracting(TriageReason::severity)
        .containsExactly(SEVERE);
  }

  @Test
  void worseningStaysACallEvenWhereTheKnowledgeTakesItForUsual() {
    Triage triage =
        Triage.of(
            Healing.fixture()
                .with(symptom("worsening"))
                .with(expectation("worsening", "0 h", "7 d", "7 d", SEVERE))
                .build());

    assertThat(result(triage.assess(1, Map.of(), true)).level()).isEqualTo(CALL);
  }

  @Test
  void anAliasAndAnyCaseNameTheSymptom() {
    assertThat(assess(0, Map.of(" Erythema ", MILD)).reasons())
        .extracting(TriageReason::symptom)
        .containsExactly("redness");
  }

  @Test
  void theStrongerOfTwoNamesOfOneSymptomCounts() {
    assertThat(assess(0, Map.of("redness", MILD, "erythema", SEVERE)).level()).isEqualTo(CALL);
    assertThat(assess(0, Map.of("redness", SEVERE, "erythema", MILD)).level()).isEqualTo(CALL);
  }

  @Test
  void anIdIsNotShadowedByAnAlias() {
    Triage triage = Triage.of(Healing.fixture().with(symptom("other", "pus")).build());

    assertThat(result(triage.assess(0, Map.of("pus", MILD), false)).reasons())
        .extracting(TriageReason::symptom)
        .containsExactly("pus");
  }

  @Test
  void severalExpectationsOfASymptomNeedOnlyOneThatFits() {
    Triage triage =
        Triage.of(
            Healing.fixture().with(expectation("redness", "0 h", "24 h", "24 h", SEVERE)).build());

    assertThat(result(triage.assess(0, Map.of("redness", SEVERE), false)).level())
        .isEqualTo(EXPECTED);
    assertThat(result(triage.assess(4, Map.of("redness", SEVERE), false)).level()).isEqualTo(CALL);
  }

  @Test
  void anUnknownSymptomIsAFindingWithTheNearestKnownWord() {
    Assessment assessment = TRIAGE.assess(0, Map.of("rednes", MILD), false);

    assertThat(assessment).isInstanceOf(NotUnderstood.class);
    NotUnderstood not = (NotUnderstood) assessment;
    assertThat(not.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("PX-0502");
          assertThat(finding.message())
              .isEqualTo(
                  "'rednes' is not a known symptom. Known are: nodules, peeling,"
                      + " pinpoint-bleeding, pus, redness, wheeze.");
          assertThat(finding.hint()).isEqualTo("Maybe redness?");
        });
  }

  @Test
  void anUnknownSymptomWithNothingNearHasNoHint() {
    NotUnderstood not = (NotUnderstood) TRIAGE.assess(0, Map.of("zzzzzzzzzz", MILD), false);

    assertThat(not.findings()).extracting(Finding::hint).containsOnlyNulls();
  }

  @Test
  void anUrgentSignIsNotLostOverAMisspeltOne() {
    NotUnderstood not =
        (NotUnderstood) TRIAGE.assess(0, Map.of("wheeze", MILD, "rednes", MILD), false);

    assertThat(not.atLeast()).isEqualTo(assess(0, Map.of("wheeze", MILD)));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, Maybe 1? Day 0 is the day of the session.",
    "731, Maybe the date of another session was meant?",
    "-2147483648, Maybe 2147483648? Day 0 is the day of the session.",
  })
  void aDayOutOfBoundsIsAFinding(int day, String hint) {
    NotUnderstood not = (NotUnderstood) TRIAGE.assess(day, Map.of("rednes", MILD), true);

    assertThat(not.findings()).extracting(Finding::code).containsExactly("PX-0501", "PX-0502");
    assertThat(not.findings().getFirst().message())
        .isEqualTo("Day " + day + " is outside 0 to 730.");
    assertThat(not.findings().getFirst().hint()).isEqualTo(hint);
    assertThat(not.atLeast()).isNull();
  }

  @Test
  void withoutKnowledgeOfTheConflictASetbackStillCalls() {
    Triage triage = Triage.of(KnowledgeFixture.empty().build());

    TriageResult result = result(triage.assess(0, Map.of(), true));

    assertThat(result.level()).isEqualTo(CALL);
    assertThat(result.reasons().getFirst().claims()).isEmpty();
  }

  @Test
  void anUrgentLevelWithoutActsOfItsOwnSaysToGetHelp() {
    Triage triage =
        Triage.of(
            KnowledgeFixture.empty()
                .with(symptom("fit"))
                .with(
                    new RedFlag(
                        "flag-fit",
                        List.of("fit"),
                        MILD,
                        0,
                        null,
                        URGENT,
                        "A fit.",
                        List.of(),
                        List.of(),
                        List.of(),
                        Grade.H,
                        null))
                .build());

    assertThat(result(triage.assess(0, Map.of("fit", MILD), false)).act())
        .containsExactly("Get emergency help now.");
  }

  @Test
  void aWatchAsksForAnotherReport() {
    assertThat(assess(5, Map.of("peeling", MILD)).act())
        .containsExactly("Report again tomorrow. Call the clinic if it gets worse.");
  }
}
