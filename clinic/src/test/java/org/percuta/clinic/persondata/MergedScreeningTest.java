package org.percuta.clinic.persondata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.screening.PatientRecords;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;

/** A merge never makes a verdict milder than the stricter of the two, with the real protocol. */
class MergedScreeningTest extends ClinicAppTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Goal SCARS = Goal.inClinic("acne-scars", "cheeks");
  private static final List<Goal> GOALS =
      List.of(
          SCARS, Goal.inClinic("fine-lines-wrinkles", "under-eye"), Goal.inClinic("scars", "back"));
  private static final List<LocalDate> DAYS =
      List.of(TODAY, TODAY.plusDays(20), TODAY.plusYears(1));

  private final PatientRecords records = bean(PatientRecords.class);
  private final Patients patients = bean(Patients.class);
  private final Knowledge knowledge = bean(Knowledge.class);
  private final Screening screening = new Screening(knowledge);

  private ClinicId clinic;

  @BeforeEach
  void aClinic() {
    clinic = newClinic();
  }

  static List<Integer> seeds() {
    return java.util.stream.IntStream.range(0, 60).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whereBothSpeakTheStricterVerdictHolds(int seed) {
    Random random = new Random(seed);
    UUID one = person(random, 0);
    UUID other = person(random, 0);
    List<Outcome> ofOne = outcomes(one);
    List<Outcome> ofOther = outcomes(other);

    merge(one, other, random.nextBoolean());

    List<Outcome> merged = outcomes(one);
    for (int i = 0; i < merged.size(); i++) {
      assertThat(merged.get(i))
          .as("seed %s, case %s: %s and %s", seed, i, ofOne.get(i), ofOther.get(i))
          .isGreaterThanOrEqualTo(ofOne.get(i))
          .isGreaterThanOrEqualTo(ofOther.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKnownRiskIsNeverLostToSilence(int seed) {
    Random random = new Random(seed);
    UUID one = person(random, 0.4);
    UUID other = person(random, 0.7);
    List<Outcome> ofOne = outcomes(one);
    List<Outcome> ofOther = outcomes(other);

    merge(one, other, random.nextBoolean());

    List<Outcome> merged = outcomes(one);
    for (int i = 0; i < merged.size(); i++) {
      for (Outcome alone : List.of(ofOne.get(i), ofOther.get(i))) {
        if (alone.isStricterThan(Outcome.CANNOT_TELL)) {
          assertThat(merged.get(i)).as("seed %s, case %s", seed, i).isGreaterThanOrEqualTo(alone);
        }
      }
    }
  }

  @Test
  void theLaterNoDoesNotHideTheEarlierYesUntilThePersonIsAskedAgain() {
    UUID yes = healthy();
    UUID no = healthy();
    say(yes, "pregnant", null, "YES", null, null, 10);
    say(no, "pregnant", null, "NO", null, null, 1);
    merge(no, yes, false);
    assertThat(outcome(no)).isEqualTo(Outcome.REFUSED);

    say(no, "pregnant", null, "NO", null, null, -1);

    assertThat(outcome(no)).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void noAgainstNotKnownIsNotKnown() {
    UUID no = healthy();
    UUID unknown = healthy();
    say(unknown, "pregnant", null, "UNKNOWN", null, null, 1);
    merge(no, unknown, false);

    assertThat(outcome(no)).isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void twoRecordsThatSayTheSameAreAsOne() {
    UUID one = healthy();
    UUID other = healthy();
    assertThat(outcome(one)).isEqualTo(Outcome.PERMITTED);
    merge(one, other, false);

    assertThat(outcome(one)).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void aClearanceFromBeforeTheMergeCountsNoMoreAndAgainOnceItIsUndone() {
    UUID cleared = healthy();
    UUID other = healthy();
    say(cleared, "diabetes", null, "YES", null, null, 1);
    clear(cleared, "diabetes", 1);
    assertThat(outcome(cleared).isPermitted()).isTrue();
    UUID merge = merge(cleared, other, false);
    assertThat(outcome(cleared)).isEqualTo(Outcome.NEEDS_CLEARANCE);

    clear(cleared, "diabetes", -1);
    assertThat(outcome(cleared).isPermitted()).isTrue();

    transactions.run(
        clinic,
        () ->
            sql.sql(
                    "update patient_merge set undone_by = 'x', undone_at = now() where merge_id = ?")
                .param(merge)
                .update());
    assertThat(outcome(cleared).isPermitted()).isTrue();
    assertThat(outcome(other)).isEqualTo(Outcome.PERMITTED);
  }

  private Outcome outcome(UUID patient) {
    return outcomes(patient).getFirst();
  }

  private List<Outcome> outcomes(UUID patient) {
    return transactions.in(
        clinic,
        () -> {
          var record = records.of(patients.get(patient));
          List<Outcome> outcomes = new ArrayList<>();
          for (Goal goal : GOALS) {
            DAYS.forEach(day -> outcomes.add(screening.screen(record, goal, day).outcome()));
          }
          return outcomes;
        });
  }

  private UUID healthy() {
    UUID patient = bare();
    transactions.run(
        clinic,
        () ->
            sql.sql(
                    "insert into patient_fact (clinic_id, patient_id, fact, answer, said_by, source,"
                        + " recorded_by, recorded_at) select current_clinic(), ?, fact, 'NO', 'Self',"
                        + " 'STAFF', 'Ada', clock_timestamp() - interval '1 hour'"
                        + " from unnest(?) fact")
                .params(patient, knowledge.facts().keySet().toArray(String[]::new))
                .update());
    return patient;
  }

  private UUID bare() {
    UUID patient = newPatient(clinic, "Anna", "Twice", "1990-04-02");
    transactions.run(
        clinic,
        () ->
            sql.sql("update patient set phototype = 3, weight_kg = 62 where patient_id = ?")
                .param(patient)
                .update());
    return patient;
  }

  /** Somebody who said a few things at random, and no to the rest but for what they left out. */
  private UUID person(Random random, double silent) {
    UUID patient = bare();
    List<String> facts = new ArrayList<>(knowledge.facts().keySet());
    java.util.Collections.shuffle(facts, random);
    int remarkable = 1 + random.nextInt(4);
    List<String> sites = List.copyOf(knowledge.sites().keySet());
    transactions.run(
        clinic,
        () -> {
          for (int i = 0; i < facts.size(); i++) {
            if (i >= remarkable && random.nextDouble() < silent) {
              continue;
            }
            boolean plain = i >= remarkable;
            int times = plain ? 1 : 1 + random.nextInt(2);
            for (int n = 0; n < times; n++) {
              String site =
                  plain || random.nextBoolean() ? null : sites.get(random.nextInt(sites.size()));
              String answer =
                  plain ? "NO" : List.of("YES", "YES", "NO", "UNKNOWN").get(random.nextInt(4));
              String last =
                  plain || random.nextBoolean()
                      ? null
                      : TODAY.minusDays(random.nextInt(400)).toString();
              String supply =
                  plain ? null : List.of("", "PRESCRIBED", "BOUGHT").get(random.nextInt(3));
              insert(patient, facts.get(i), site, answer, last, supply, 1 + random.nextInt(50));
            }
          }
          if (random.nextInt(3) == 0) {
            insertClearance(patient, facts.getFirst(), 1);
          }
        });
    return patient;
  }

  private void say(
      UUID patient,
      String fact,
      @org.jspecify.annotations.Nullable String site,
      String answer,
      @org.jspecify.annotations.Nullable String last,
      @org.jspecify.annotations.Nullable String supply,
      int minutesAgo) {
    transactions.run(clinic, () -> insert(patient, fact, site, answer, last, supply, minutesAgo));
  }

  private void insert(
      UUID patient,
      String fact,
      @org.jspecify.annotations.Nullable String site,
      String answer,
      @org.jspecify.annotations.Nullable String last,
      @org.jspecify.annotations.Nullable String supply,
      int minutesAgo) {
    sql.sql(
            "insert into patient_fact (clinic_id, patient_id, fact, site, answer, last, supply,"
                + " said_by, source, recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, ?,"
                + " ?, nullif(?, ''), 'Self', 'STAFF', 'Ada', clock_timestamp() - make_interval(mins => ?))")
        .params(
            java.util.Arrays.asList(
                patient, fact, site, answer, last, supply == null ? "" : supply, minutesAgo))
        .update();
  }

  private void clear(UUID patient, String fact, int minutesAgo) {
    transactions.run(clinic, () -> insertClearance(patient, fact, minutesAgo));
  }

  private void insertClearance(UUID patient, String fact, int minutesAgo) {
    sql.sql(
            "insert into clearance (clinic_id, patient_id, fact, given_by, given_role, given_on,"
                + " expires_on, reason, recorded_by, recorded_at) values (current_clinic(), ?, ?, 'Dr A',"
                + " 'PHYSICIAN', '2026-01-02', '2099-05-02', 'Stable', 'Ada',"
                + " clock_timestamp() - make_interval(mins => ?))")
        .params(patient, fact, minutesAgo)
        .update();
  }

  private UUID merge(UUID one, UUID other, boolean swap) {
    return transactions.in(
        clinic,
        () -> {
          UUID id =
              sql.sql(
                      "insert into patient_merge (clinic_id, kept, merged, kept_before, kept_after,"
                          + " merged_before, reason, merged_by, merged_at) values (current_clinic(), ?,"
                          + " ?, '{}', '{}', '{}', 'x', 'x', clock_timestamp()) returning merge_id")
                  .params(swap ? other : one, swap ? one : other)
                  .query(UUID.class)
                  .single();
          sql.sql("update patient set state = 'MERGED' where patient_id = ?")
              .param(swap ? one : other)
              .update();
          return id;
        });
  }
}
