package org.percuta.protocol.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.TriageLevel;

class TriageProperties {

  private static final Triage TRIAGE = Triage.of(Healing.KNOWLEDGE);

  @Provide
  Arbitrary<Map<String, Severity>> symptoms() {
    return Arbitraries.maps(symptom(), Arbitraries.of(Severity.class)).ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> symptom() {
    return Arbitraries.of(Healing.KNOWLEDGE.symptoms().keySet());
  }

  private static TriageLevel level(int day, Map<String, Severity> symptoms, boolean worsening) {
    return ((TriageResult) TRIAGE.assess(day, symptoms, worsening)).level();
  }

  @Property
  void moreSymptomsNeverGiveAMilderLevel(
      @ForAll @IntRange(max = 730) int day,
      @ForAll("symptoms") Map<String, Severity> symptoms,
      @ForAll("symptom") String more,
      @ForAll Severity severity,
      @ForAll boolean worsening) {
    Map<String, Severity> all = new HashMap<>(symptoms);
    all.putIfAbsent(more, severity);

    assertThat(level(day, all, worsening)).isGreaterThanOrEqualTo(level(day, symptoms, worsening));
  }

  @Property
  void aStrongerSymptomNeverGivesAMilderLevel(
      @ForAll @IntRange(max = 730) int day,
      @ForAll("symptoms") Map<String, Severity> symptoms,
      @ForAll("symptom") String which,
      @ForAll Severity a,
      @ForAll Severity b) {
    Map<String, Severity> weak = new HashMap<>(symptoms);
    Map<String, Severity> strong = new HashMap<>(symptoms);
    weak.put(which, a.compareTo(b) <= 0 ? a : b);
    strong.put(which, a.compareTo(b) <= 0 ? b : a);

    assertThat(level(day, strong, false)).isGreaterThanOrEqualTo(level(day, weak, false));
  }

  @Property
  void worseningNeverGivesAMilderLevelAndIsACallAtLeast(
      @ForAll @IntRange(max = 730) int day, @ForAll("symptoms") Map<String, Severity> symptoms) {
    assertThat(level(day, symptoms, true))
        .isGreaterThanOrEqualTo(level(day, symptoms, false))
        .isGreaterThanOrEqualTo(TriageLevel.CALL);
  }

  @Property
  void theLevelIsThatOfTheFirstReasonAndThereIsAlwaysSomethingToDo(
      @ForAll @IntRange(max = 730) int day,
      @ForAll("symptoms") Map<String, Severity> symptoms,
      @ForAll boolean worsening) {
    TriageResult result = (TriageResult) TRIAGE.assess(day, symptoms, worsening);

    assertThat(result.act()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(result.reasons())
        .isSortedAccordingTo(Comparator.comparing(TriageReason::level).reversed())
        .allMatch(reason -> reason.level().compareTo(result.level()) <= 0);
    assertThat(result.reasons().isEmpty() || result.reasons().getFirst().level() == result.level())
        .isTrue();
  }

  @Property
  void theOrderOfTheReportIsIrrelevant(
      @ForAll @IntRange(max = 730) int day, @ForAll("symptoms") Map<String, Severity> symptoms) {
    Map<String, Severity> backwards = new LinkedHashMap<>();
    symptoms.keySet().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(key -> backwards.put(key, symptoms.getOrDefault(key, Severity.NONE)));

    assertThat(TRIAGE.assess(day, backwards, false)).isEqualTo(TRIAGE.assess(day, symptoms, false));
  }

  @Property
  void everyUnknownWordIsAFinding(@ForAll String word) {
    Assessment assessment = TRIAGE.assess(0, Map.of(word, Severity.MILD), false);

    assertThat(assessment instanceof NotUnderstood)
        .isEqualTo(
            !Healing.KNOWLEDGE.symptoms().containsKey(word.strip().toLowerCase(Locale.ROOT))
                && !word.strip().equalsIgnoreCase("erythema"));
  }

  @Property
  void onEveryDayEachExpectationIsAtExactlyOnePlaceOfTheOutlook(
      @ForAll @IntRange(max = 730) int day) {
    RecoveryOutlook outlook = RecoveryOutlook.forDay(Healing.KNOWLEDGE, day);

    assertThat(
            Stream.of(outlook.expected(), outlook.waning(), outlook.gone(), outlook.later())
                .flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(Healing.KNOWLEDGE.recovery());
  }
}
