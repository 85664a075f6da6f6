package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.recorded;
import static org.percuta.protocol.Tutorial.unknown;
import static org.percuta.protocol.Tutorial.yes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Rule.Scope;
import org.percuta.protocol.model.Site;
import org.percuta.quantity.Interval;
import org.percuta.quantity.PartialDate;

class FactClauseTest {

  private static final Interval WEEK = Interval.weeks(1);
  private static final PartialDate MONDAY = PartialDate.parse("2026-11-16");
  private static final FactDefinition SITED = Items.fact("f", true);
  private static final SiteMap SITES =
      new SiteMap(
          List.of(Items.site("face", "cheeks"), Items.site("cheeks"), Items.site("back")).stream()
              .collect(Collectors.toMap(Site::id, site -> site)));

  private static FactClause clause(
      Scope scope,
      boolean lasting,
      @Nullable Supply supply,
      @Nullable Interval washout,
      boolean needsLast) {
    return new FactClause(SITED, scope, lasting, supply, washout, needsLast, SITES);
  }

  private static final FactClause NOW = clause(Scope.SITE, false, null, null, false);
  private static final FactClause EVER = clause(Scope.SITE, true, null, null, false);
  private static final FactClause EXPOSURE = clause(Scope.SITE, false, null, WEEK, true);
  private static final FactClause BOUGHT = clause(Scope.SITE, false, Supply.BOUGHT, WEEK, false);

  private static Standing on(FactClause clause, FactStatement... said) {
    return clause.on(TODAY, PreparedFacts.of(person(said)), SCARS);
  }

  private static Truth truth(FactClause clause, FactStatement... said) {
    return on(clause, said).truth();
  }

  @Test
  void aConditionStandsFromItsFirstToItsLastDay() {
    FactStatement spell =
        yes("f").during(PartialDate.parse("2026-11-10"), PartialDate.parse("2026-11-20"));
    PreparedFacts facts = PreparedFacts.of(person(spell));

    assertThat(NOW.on(day("2026-11-09"), facts, SCARS).truth()).isEqualTo(Truth.FALSE);
    assertThat(NOW.on(day("2026-11-10"), facts, SCARS).truth()).isEqualTo(Truth.TRUE);
    assertThat(NOW.on(day("2026-11-20"), facts, SCARS).truth()).isEqualTo(Truth.TRUE);
    assertThat(NOW.on(day("2026-11-21"), facts, SCARS).truth()).isEqualTo(Truth.FALSE);
    assertThat(NOW.on(day("2026-11-15"), facts, SCARS).until())
        .isEqualTo(new Until.Date(day("2026-11-21")));
  }

  @Test
  void aLastingFactNeverEndsWhateverItsLastDay() {
    Standing standing = on(EVER, yes("f").during(null, PartialDate.parse("2010")));

    assertThat(standing.truth()).isEqualTo(Truth.TRUE);
    assertThat(standing.until()).isEqualTo(new Until.Never());
  }

  @Test
  void theWaitIsCountedFromTheLaterOfLastUseAndEnd() {
    FactStatement both = yes("f").during(null, PartialDate.parse("2026-11-18")).lastOn(MONDAY);
    FactStatement swapped = yes("f").during(null, MONDAY).lastOn(PartialDate.parse("2026-11-18"));

    assertThat(on(EXPOSURE, both).until()).isEqualTo(new Until.Date(day("2026-11-25")));
    assertThat(on(EXPOSURE, swapped).until()).isEqualTo(new Until.Date(day("2026-11-25")));
  }

  @Test
  void ofSeveralUsesTheLastToEndDecides() {
    Standing standing =
        on(EXPOSURE, yes("f").lastOn(MONDAY), yes("f").lastOn(PartialDate.parse("2026-11-15")));

    assertThat(standing.until()).isEqualTo(new Until.Date(day("2026-11-23")));
    assertThat(standing.evidence()).hasSize(2);
  }

  @Test
  void noToNowWithALastUseIsAUse() {
    assertThat(truth(EXPOSURE, no("f").lastOn(MONDAY))).isEqualTo(Truth.TRUE);
    assertThat(truth(EXPOSURE, no("f").during(null, MONDAY))).isEqualTo(Truth.TRUE);
    assertThat(truth(EXPOSURE, no("f"))).isEqualTo(Truth.FALSE);
    assertThat(truth(EXPOSURE, no("f").during(MONDAY, null))).isEqualTo(Truth.FALSE);
  }

  @Test
  void aRecordedNoIsSilent() {
    assertThat(truth(NOW, recorded(no("f")))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(NOW, recorded(yes("f").during(null, PartialDate.parse("2020")))))
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void silenceInACompleteGroupIsNo() {
    PatientRecord complete =
        new PatientRecord(
            Patient.UNKNOWN, List.of(recorded(no("f"))), List.of(), Set.of(FactGroup.CONDITIONS));
    PatientRecord other =
        new PatientRecord(
            Patient.UNKNOWN, List.of(recorded(no("f"))), List.of(), Set.of(FactGroup.HABITS));

    assertThat(NOW.on(TODAY, PreparedFacts.of(complete), SCARS).truth()).isEqualTo(Truth.FALSE);
    assertThat(NOW.on(TODAY, PreparedFacts.of(other), SCARS).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void unknownIsAskedByTheFactsOwnQuestion() {
    assertThat(on(NOW, unknown("f")).missing()).containsExactly(new Missing("f", null, "f?"));
    assertThat(on(NOW).missing()).containsExactly(new Missing("f", null, "f?"));
  }

  @Test
  void unknownElsewhereIsNotUnknownHere() {
    PatientRecord complete =
        new PatientRecord(
            Patient.UNKNOWN,
            List.of(unknown("f").at("back")),
            List.of(),
            Set.of(FactGroup.CONDITIONS));

    assertThat(NOW.on(TODAY, PreparedFacts.of(complete), SCARS).truth()).isEqualTo(Truth.FALSE);
  }

  @Test
  void scopeAnywhereCountsWhatIsElsewhere() {
    FactClause anywhere = clause(Scope.ANYWHERE, false, null, null, false);

    assertThat(truth(anywhere, yes("f").at("back"))).isEqualTo(Truth.TRUE);
    assertThat(truth(anywhere, no("f").at("back"))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(anywhere, no("f").at("cheeks"))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(anywhere, no("f"))).isEqualTo(Truth.FALSE);
  }

  @Test
  void aFactWithoutPlacesIgnoresThem() {
    FactDefinition unsited =
        new FactDefinition(
            "f",
            "f",
            "f?",
            "",
            FactGroup.CONDITIONS,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            SITED.grade(),
            null);
    FactClause clause = new FactClause(unsited, Scope.SITE, false, null, null, false, SITES);

    assertThat(truth(clause, yes("f").at("back"))).isEqualTo(Truth.TRUE);
    assertThat(truth(clause, no("f").at("back"))).isEqualTo(Truth.FALSE);
  }

  @Test
  void theOtherSupplyAnswersForThisOne() {
    assertThat(truth(BOUGHT, yes("f").supplied(Supply.PRESCRIBED))).isEqualTo(Truth.FALSE);
    assertThat(truth(BOUGHT, recorded(yes("f").supplied(Supply.PRESCRIBED))))
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void noToTheOtherSupplyDoesNot() {
    assertThat(truth(BOUGHT, no("f").supplied(Supply.PRESCRIBED))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(BOUGHT, no("f").supplied(Supply.BOUGHT))).isEqualTo(Truth.FALSE);
  }

  @Test
  void aRuleForAnySupplyNeedsANoToBoth() {
    FactClause any = clause(Scope.SITE, false, null, WEEK, false);

    assertThat(truth(any, no("f").supplied(Supply.BOUGHT))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(any, no("f").supplied(Supply.BOUGHT), no("f").supplied(Supply.PRESCRIBED)))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void anUnstatedSupplyIsAskedForUnlessAnAnswerNamesOne() {
    FactStatement entry = recorded(yes("f"));

    assertThat(on(BOUGHT, entry).missing())
        .extracting(Missing::detail)
        .containsExactly(Detail.PRESCRIBED);
    assertThat(on(BOUGHT, entry, yes("f").supplied(Supply.BOUGHT)).missing()).isEmpty();
    assertThat(truth(BOUGHT, entry, yes("f").supplied(Supply.PRESCRIBED))).isEqualTo(Truth.FALSE);
    assertThat(truth(BOUGHT, entry, recorded(yes("f").supplied(Supply.PRESCRIBED))))
        .isEqualTo(Truth.TRUE);
    assertThat(truth(BOUGHT, entry, no("f").supplied(Supply.PRESCRIBED))).isEqualTo(Truth.TRUE);
  }

  @Test
  void whereAnswersNameBothSuppliesAnUnstatedOneIsEither() {
    FactStatement[] said = {
      yes("f"),
      yes("f").supplied(Supply.PRESCRIBED),
      yes("f").supplied(Supply.BOUGHT).lastOn(PartialDate.parse("2020"))
    };

    assertThat(truth(BOUGHT, said)).isEqualTo(Truth.TRUE);
    assertThat(on(BOUGHT, said).missing()).isEmpty();
  }

  @Test
  void anUndatedExposureIsAskedForItsLastDay() {
    assertThat(on(EXPOSURE, yes("f")).missing())
        .extracting(Missing::detail)
        .containsExactly(Detail.LAST);
    assertThat(on(NOW, yes("f")).missing()).isEmpty();
    assertThat(on(EXPOSURE, yes("f").lastOn(MONDAY)).missing()).isEmpty();
  }

  @Test
  void anAnsweredLastDayDatesAnUndatedEntry() {
    Standing dated = on(EXPOSURE, recorded(yes("f")), yes("f").lastOn(MONDAY));

    assertThat(dated.until()).isEqualTo(new Until.Date(day("2026-11-23")));
    assertThat(dated.missing()).isEmpty();
    assertThat(on(EXPOSURE, yes("f"), recorded(yes("f").lastOn(MONDAY))).until())
        .isEqualTo(new Until.Resolved());
  }

  @Test
  void anAnsweredLastDayElsewhereDoesNot() {
    FactStatement here = recorded(yes("f").at("cheeks"));

    assertThat(on(EXPOSURE, here, yes("f").at("back").lastOn(MONDAY)).until())
        .isEqualTo(new Until.Resolved());
    assertThat(on(EXPOSURE, here, yes("f").at("face").lastOn(MONDAY)).until())
        .isEqualTo(new Until.Date(day("2026-11-23")));
    assertThat(on(EXPOSURE, here, yes("f").lastOn(MONDAY)).until())
        .isEqualTo(new Until.Date(day("2026-11-23")));
  }

  @Test
  void anAnsweredLastDayDoesNotDateWhatBeganAfterIt() {
    FactStatement newer = recorded(yes("f").during(PartialDate.parse("2026-11-18"), null));

    assertThat(on(EXPOSURE, newer, yes("f").lastOn(MONDAY)).until())
        .isEqualTo(new Until.Resolved());
    FactStatement sameDay = recorded(yes("f").during(MONDAY, null));
    assertThat(on(EXPOSURE, sameDay, yes("f").lastOn(MONDAY)).until())
        .isEqualTo(new Until.Date(day("2026-11-23")));
  }

  @Test
  void onlyADenialOfThisIsOverruled() {
    FactStatement denied = no("f");

    assertThat(on(NOW, yes("f"), denied).against()).containsExactly(denied);
    assertThat(on(NOW, yes("f"), denied.at("back")).against()).isEmpty();
    assertThat(on(NOW, yes("f"), denied.during(null, PartialDate.parse("2020"))).against())
        .isEmpty();
    assertThat(on(BOUGHT, yes("f"), denied.supplied(Supply.PRESCRIBED)).against()).isEmpty();
  }

  @Test
  void itTurnsWhereASpanBeginsAndEnds() {
    List<LocalDate> days = new ArrayList<>();
    PatientRecord record =
        person(
            yes("f").during(PartialDate.parse("2026-11"), PartialDate.parse("2026-12-01")),
            yes("f"),
            unknown("f").lastOn(MONDAY));

    EXPOSURE.turningPoints(PreparedFacts.of(record), SCARS, days::add);

    assertThat(days)
        .contains(day("2026-11-01"), day("2026-12-08"))
        .doesNotContain(day("2026-11-23"));
  }

  @Test
  void itReadsOneFact() {
    Set<String> facts = new HashSet<>();
    NOW.facts(facts);
    assertThat(facts).containsExactly("f");
  }

  @Test
  void aSiteNobodyKnowsIsOnlyItself() {
    FactClause clause =
        new FactClause(SITED, Scope.SITE, false, null, null, false, new SiteMap(Map.of()));
    Goal toe = Goal.inClinic("scars", "toe");

    assertThat(clause.on(TODAY, PreparedFacts.of(person(yes("f").at("toe"))), toe).truth())
        .isEqualTo(Truth.TRUE);
    assertThat(clause.on(TODAY, PreparedFacts.of(person(yes("f").at("nail"))), toe).truth())
        .isEqualTo(Truth.FALSE);
  }
}
