package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.SCARS;
import static org.percuta.protocol.Tutorial.TODAY;
import static org.percuta.protocol.Tutorial.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.model.Condition.Attribute;
import org.percuta.protocol.model.Condition.Measure;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;

class AttributeClauseTest {

  private static final AttributeClause UNDER_22 =
      new AttributeClause(new Attribute(Measure.AGE, 22.0, null));
  private static final AttributeClause FROM_70 =
      new AttributeClause(new Attribute(Measure.AGE, null, 70.0));

  private static PreparedFacts of(
      @Nullable String born, @Nullable Integer phototype, @Nullable Double weight) {
    Patient patient =
        new Patient(null, born == null ? null : PartialDate.parse(born), null, phototype, weight);
    return PreparedFacts.of(new PatientRecord(patient, List.of(), List.of(), Set.of()));
  }

  private static PreparedFacts born(String date) {
    return of(date, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "2004-11-22, TRUE",
    "2004-11-21, FALSE",
    "2004-11, TRUE",
    "2004-10, FALSE",
    "2004, TRUE",
    "2003, FALSE"
  })
  void below(String born, Truth truth) {
    assertThat(UNDER_22.on(TODAY, born(born), SCARS).truth()).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource({
    "1956-11-21, TRUE",
    "1956-11-22, FALSE",
    "1956-11, TRUE",
    "1956-12, FALSE",
    "1956, TRUE"
  })
  void atLeast(String born, Truth truth) {
    assertThat(FROM_70.on(TODAY, born(born), SCARS).truth()).isEqualTo(truth);
  }

  @Test
  void youthEndsOnABirthdayAndAgeDoesNot() {
    assertThat(UNDER_22.on(TODAY, born("2005-03-04"), SCARS).until())
        .isEqualTo(new Until.Date(day("2027-03-04")));
    assertThat(FROM_70.on(TODAY, born("1950"), SCARS).until()).isEqualTo(new Until.Never());
  }

  @Test
  void bornOnALeapDayOneIsOlderOnTheFirstOfMarch() {
    PreparedFacts leap = born("2005-02-28");
    PreparedFacts day29 = born("2008-02-29");

    assertThat(UNDER_22.on(TODAY, leap, SCARS).until())
        .isEqualTo(new Until.Date(day("2027-02-28")));
    assertThat(UNDER_22.on(TODAY, day29, SCARS).until())
        .isEqualTo(new Until.Date(day("2030-03-01")));
    assertThat(UNDER_22.on(day("2030-02-28"), day29, SCARS).truth()).isEqualTo(Truth.TRUE);
    assertThat(UNDER_22.on(day("2030-03-01"), day29, SCARS).truth()).isEqualTo(Truth.FALSE);
  }

  @Test
  void bothEndsTogether() {
    AttributeClause teens = new AttributeClause(new Attribute(Measure.AGE, 20.0, 13.0));

    assertThat(teens.on(TODAY, born("2010-01-01"), SCARS).truth()).isEqualTo(Truth.TRUE);
    assertThat(teens.on(TODAY, born("2015-01-01"), SCARS).truth()).isEqualTo(Truth.FALSE);
    assertThat(teens.on(TODAY, born("2000-01-01"), SCARS).truth()).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @CsvSource({"3, FALSE", "4, TRUE", "5, TRUE", "6, FALSE"})
  void phototypeFromItsLowerEndToBelowItsUpper(int phototype, Truth truth) {
    AttributeClause dark = new AttributeClause(new Attribute(Measure.PHOTOTYPE, 6.0, 4.0));

    Standing standing = dark.on(TODAY, of(null, phototype, null), SCARS);

    assertThat(standing.truth()).isEqualTo(truth);
    assertThat(standing.until()).isEqualTo(new Until.Never());
  }

  @Test
  void weightHasOneEndToo() {
    AttributeClause light = new AttributeClause(new Attribute(Measure.WEIGHT, 40.0, null));

    assertThat(light.on(TODAY, of(null, null, 39.9), SCARS).truth()).isEqualTo(Truth.TRUE);
    assertThat(light.on(TODAY, of(null, null, 40.0), SCARS).truth()).isEqualTo(Truth.FALSE);
  }

  @Test
  void whatIsNotKnownIsAsked() {
    PreparedFacts nothing = of(null, null, null);
    AttributeClause type = new AttributeClause(new Attribute(Measure.PHOTOTYPE, null, 4.0));
    AttributeClause weight = new AttributeClause(new Attribute(Measure.WEIGHT, 40.0, null));

    assertThat(UNDER_22.on(TODAY, nothing, SCARS).missing())
        .containsExactly(new Missing("birthDate", null, "What is your date of birth?"));
    assertThat(type.on(TODAY, nothing, SCARS).missing())
        .containsExactly(
            new Missing(
                "phototype", null, "How does your skin react to the sun (phototype 1 to 6)?"));
    assertThat(weight.on(TODAY, nothing, SCARS).missing())
        .containsExactly(new Missing("weight", null, "What is your weight?"));
  }

  @Test
  void onlyAgeTurnsAndOnBirthdays() {
    AttributeClause teens = new AttributeClause(new Attribute(Measure.AGE, 20.0, 13.0));
    AttributeClause type = new AttributeClause(new Attribute(Measure.PHOTOTYPE, 6.0, 4.0));

    assertThat(turns(teens, born("2010-05"))).containsExactly(day("2030-05-31"), day("2023-05-01"));
    assertThat(turns(teens, of(null, 4, null))).isEmpty();
    assertThat(turns(type, of("2010-05", 4, null))).isEmpty();
  }

  @Test
  void itReadsNoFact() {
    Set<String> facts = new HashSet<>();
    UNDER_22.facts(facts);
    assertThat(facts).isEmpty();
  }

  private static List<LocalDate> turns(AttributeClause clause, PreparedFacts facts) {
    List<LocalDate> days = new ArrayList<>();
    clause.turningPoints(facts, SCARS, days::add);
    return days;
  }
}
