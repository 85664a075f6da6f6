package org.percuta.clinic.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.audit.AuditChain;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.screening.PatientRecords;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.HouseNumbers;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;

class SettingsTest extends ClinicAppTest {

  private static final String FILLER = "/knowledge/settings/filler-after";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Goal SCARS = Goal.inClinic("acne-scars", "cheeks");

  private final Protocols protocols = bean(Protocols.class);
  private final PatientRecords records = bean(PatientRecords.class);
  private final Patients patients = bean(Patients.class);
  private final Knowledge shipped = bean(Knowledge.class);
  private final AuditChain chain = bean(AuditChain.class);

  private ClinicId clinic;
  private Visitor clinician;

  @BeforeEach
  void aFreshClinic() {
    clinic = newClinic();
    clinician = signedIn(clinic, Role.CLINICIAN);
  }

  @Test
  void aChangedNumberDecidesFromThenOnAndTheOldVerdictCanBeReplayed() {
    PatientRecord record = fillerFiveWeeksAgo();
    InForce before = protocols.of(clinic);
    Verdict was = before.screening().screen(record, SCARS, DAY);
    assertThat(was.outcome()).isEqualTo(Outcome.PERMITTED);

    Visitor.Answer saved = decide("8", "We follow the trial more closely.", 0);

    assertThat(saved.location()).contains("/knowledge/settings");
    InForce after = protocols.of(clinic);
    assertThat(after.settingsVersion()).isEqualTo(1);
    assertThat(after.digest()).isEqualTo(before.digest());
    Verdict now = after.screening().screen(record, SCARS, DAY);
    assertThat(now.outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(now.from()).isEqualTo(DAY.minusWeeks(5).plusWeeks(8));
    assertThat(at(0).screening().screen(record, SCARS, DAY)).isEqualTo(was);
    assertThat(at(1).screening().screen(record, SCARS, DAY)).isEqualTo(now);
    assertThat(protocols.at(clinic, before.digest(), 2)).isEmpty();
    assertThat(protocols.at(clinic, "no such content", 0)).isEmpty();
    assertThat(clinician.get(FILLER).body())
        .contains("8 weeks")
        .contains("We follow the trial more closely.")
        .contains("Ada Clinician")
        .contains("4 weeks → 8 weeks");
    assertThat(chain.verify(clinic).isIntact()).isTrue();
  }

  @Test
  void anotherClinicsNumbersNeverApply() {
    PatientRecord record = fillerFiveWeeksAgo();
    ClinicId other = newClinic();
    decide("8", "Ours alone.", 0);

    assertThat(protocols.of(other).settingsVersion()).isZero();
    assertThat(protocols.of(other).screening().screen(record, SCARS, DAY).outcome())
        .isEqualTo(Outcome.PERMITTED);
    assertThat(protocols.at(other, shipped.digest(), 1)).isEmpty();
    Visitor stranger = signedIn(other, Role.CLINICIAN);
    assertThat(stranger.get(FILLER).body()).doesNotContain("Ours alone.");
    for (String table :
        List.of("house_setting_change", "knowledge_content", "knowledge_acceptance")) {
      assertThat(
              transactions.in(
                  other,
                  () ->
                      sql.sql("select count(*) from " + table + " where clinic_id = ?")
                          .param(clinic.value())
                          .query(Long.class)
                          .single()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void whatCannotBeSetIsRefusedBesideItsFieldWithTheRange() {
    Map<String, String> said = new HashMap<>();
    said.put("1", "1 week is outside 2 to 52 weeks");
    said.put("53", "53 weeks is outside 2 to 52 weeks");
    said.put("4.5", "4.5 is not a whole number");
    said.put("NaN", "outside");
    said.put("soon", "is not a number");
    said.put("", "Enter the new number.");
    said.forEach((typed, message) -> {
      Visitor.Answer refused = decide(typed, "because", 0);
      assertThat(refused.status()).as(typed).isEqualTo(422);
      assertThat(text(refused)).contains(message);
      assertThat(refused.body()).contains("value=\"" + typed + "\"");
    });
    assertThat(text(decide("8", "", 0))).contains("Enter why, for whoever reads it later.");
    assertThat(text(decide("8", "x".repeat(1001), 0))).contains("can be up to 1000");
    assertThat(clinician.get("/knowledge/settings/no-such").status()).isEqualTo(404);
    assertThat(clinician.post("/knowledge/settings/no-such", Map.of("value", "1")).status())
        .isEqualTo(404);
    assertThat(protocols.of(clinic).settingsVersion()).isZero();
  }

  @Test
  void approvingTheDefaultIsAnActOfItsOwn() {
    assertThat(clinician.get("/knowledge/settings").body()).contains("Not yet approved");
    long open = shipped.settings().size();
    assertThat(clinician.get("/today").body()).contains(open + " settings");

    Visitor.Answer saved = clinician.post(FILLER, Map.of("value", "4", "seen", "0"));

    assertThat(saved.status()).isEqualTo(302);
    assertThat(text(clinician.get(FILLER)))
        .contains("Approved as clinic setting by Ada Clinician")
        .contains("Approved 4 weeks")
        .doesNotContain("Approve 4 weeks as clinic setting");
    assertThat(clinician.get("/knowledge/settings?open=1").body())
        .doesNotContain(FILLER + "\"")
        .contains(open - 1 + " of " + open);
    assertThat(protocols.of(clinic).screening())
        .as("nothing has to be compiled again")
        .isSameAs(protocols.of(newClinic()).screening());
  }

  @Test
  void onlyAClinicianDecides() {
    for (Role role : Set.of(Role.OWNER, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR)) {
      Visitor one = signedIn(clinic, role);
      assertThat(one.get(FILLER).status()).as(role.word()).isEqualTo(200);
      assertThat(one.get(FILLER).body()).doesNotContain("Save as a new version");
      assertThat(one.post(FILLER, Map.of("value", "8", "reason", "x", "seen", "0")).status())
          .isEqualTo(403);
    }
    assertThat(protocols.of(clinic).settingsVersion()).isZero();
  }

  @Test
  void theSecondOfTwoSeesBothAndDecidesAgain() {
    decide("8", "first", 0);

    Visitor.Answer second = decide("6", "second", 0);

    assertThat(second.status()).isEqualTo(409);
    assertThat(text(second)).contains("Somebody else saved first").contains("first");
    assertThat(second.body()).contains("name=\"seen\" value=\"1\"");
    assertThat(decide("6", "second", 1).status()).isEqualTo(302);
    assertThat(protocols.of(clinic).settingsVersion()).isEqualTo(2);
  }

  @Test
  void ofManyAtOnceOneDecidesEachSettingAndNoVersionIsLost() throws Exception {
    List<String> settings = List.of("filler-after", "laser-after", "botulinum-after");
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String setting = settings.get(i % 3);
      Visitor one = signedIn(clinic, Role.CLINICIAN);
      all.add(() ->
          one.post(
                  "/knowledge/settings/" + setting,
                  Map.of("value", "8", "reason", "at once", "seen", "0"))
              .status());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(12)) {
      for (Future<Integer> one : together.invokeAll(all)) {
        answers.add(one.get());
      }
    }
    assertThat(answers).containsOnly(302, 409).filteredOn(status -> status == 302).hasSize(3);
    assertThat(protocols.of(clinic).settingsVersion()).isEqualTo(3);
  }

  @Test
  void whatWasDecidedCannotBeChangedAfterwards() throws Exception {
    decide("8", "for good", 0);
    assertThatThrownBy(() ->
            transactions.run(
                clinic, () -> sql.sql("update house_setting_change set reason = 'other'").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    try (var admin = superuser();
        var statement = admin.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from house_setting_change"))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void everySettingIsFeltSomewhere() {
    assertThat(shipped.settings().values())
        .allSatisfy(setting ->
            assertThat(SettingUse.of(shipped, setting).isNothing()).as(setting.id()).isFalse());
  }

  @Test
  void whatPatientsAreToldSaysTheClinicsNumber() {
    String address = "/knowledge/settings/alcohol-after";
    Knowledge before = protocols.of(clinic).knowledge();
    assertThat(item(before, "after-alcohol").text()).contains("No heavy drinking for 2 days");
    assertThat(text(clinician.get(address))).contains("No heavy drinking for 2 days");

    clinician.post(address, Map.of("value", "5", "reason", "We are careful.", "seen", "0"));

    Knowledge after = protocols.of(clinic).knowledge();
    CalendarItem alcohol = item(after, "after-alcohol");
    assertThat(alcohol.text()).contains("No heavy drinking for 5 days").doesNotContain("{");
    assertThat(Objects.requireNonNull(alcohol.to()).from(DAY)).isEqualTo(DAY.plusDays(5));
    assertThat(text(clinician.get(address)))
        .contains("What is said with it")
        .contains("No heavy drinking for 5 days")
        .doesNotContain("Nothing that Percuta computes");
    assertThat(text(clinician.get("/knowledge?q=heavy+drinking")))
        .contains("No heavy drinking for 5 days");
    assertThat(text(clinician.get("/knowledge/kinds/calendar/after-alcohol")))
        .contains("Clinic settings it names");
    Visitor other = signedIn(newClinic(), Role.CLINICIAN);
    assertThat(text(other.get("/knowledge?q=heavy+drinking")))
        .as("found in the same index, said with their own number")
        .contains("No heavy drinking for 2 days");
    assertThat(item(at(0).knowledge(), "after-alcohol").text()).contains("2 days");
  }

  @Test
  void anApprovedTextStaysApprovedWhenANumberInItIsChanged() {
    String item = "/knowledge/kinds/calendar/after-alcohol";
    Matcher fingerprint =
        Pattern.compile("name=\"fingerprint\" value=\"([0-9a-f]+)\"")
            .matcher(clinician.get(item).body());
    assertThat(fingerprint.find()).isTrue();
    assertThat(
            clinician
                .post(item + "/approve", Map.of("note", "", "fingerprint", fingerprint.group(1)))
                .status())
        .isEqualTo(302);
    assertThat(text(clinician.get(item))).contains("Ada Clinician");

    clinician.post(
        "/knowledge/settings/alcohol-after",
        Map.of("value", "5", "reason", "We are careful.", "seen", "0"));

    assertThat(text(clinician.get(item))).contains("5 days").contains("Ada Clinician");
  }

  @Test
  void noTextInForceShowsTheNameOfASetting() {
    shipped
        .sourced()
        .forEach(item ->
            assertThat(HouseNumbers.texts((Record) item))
                .as(item.id())
                .noneMatch(one -> one.text().contains("{")));
  }

  private static CalendarItem item(Knowledge knowledge, String id) {
    return knowledge.calendar().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void coursesAndTheCalendarFollowTheClinicsNumbers() {
    clinician.post(
        "/knowledge/settings/visit-length",
        Map.of("value", "90", "reason", "We take our time.", "seen", "0"));
    assertThat(clinician.get("/calendar/settings").body()).contains("value=\"45\"");
    decide("8", "longer", 0);
    clinician.post(
        "/knowledge/settings/alcohol-after",
        Map.of("value", "5", "reason", "We are careful.", "seen", "0"));
    UUID patient = patientWithFiller();
    Visitor.Answer planned =
        clinician.post(
            "/patients/" + patient + "/courses",
            Map.of("concern", "acne-scars", "site", "cheeks", "from", ""));
    assertThat(planned.status()).as(text(planned)).isEqualTo(302);
    assertThat(text(clinician.get(planned.location().orElseThrow())))
        .contains("No heavy drinking for 5 days")
        .doesNotContain("{");
    List<Integer> versions =
        transactions.in(
            clinic,
            () ->
                sql.sql(
                        "select settings_version from course union all"
                            + " select settings_version from course_session")
                    .query(Integer.class)
                    .list());
    assertThat(versions).hasSizeGreaterThan(1).containsOnly(3);
  }

  private InForce at(int version) {
    return protocols.at(clinic, shipped.digest(), version).orElseThrow();
  }

  private Visitor.Answer decide(String value, String reason, int seen) {
    return clinician.post(
        FILLER, Map.of("value", value, "reason", reason, "seen", String.valueOf(seen)));
  }

  /** As the page reads, without its tags. */
  private static String text(Visitor.Answer answer) {
    return answer.body().replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
  }

  private PatientRecord fillerFiveWeeksAgo() {
    UUID patient = patientWithFiller();
    return transactions.in(clinic, () -> records.of(patients.get(patient)));
  }

  /** Everything else is answered with no. */
  private UUID patientWithFiller() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    transactions.run(
        clinic,
        () -> {
          sql.sql("update patient set phototype = 3, weight_kg = 62").update();
          for (String fact : shipped.facts().keySet()) {
            boolean filler = fact.equals("dermal-filler");
            sql.sql(
                    "insert into patient_fact (clinic_id, patient_id, fact, site, answer, last,"
                        + " said_by, source, recorded_by, recorded_at) values (current_clinic(), ?,"
                        + " ?, ?, ?, ?, 'Giulia', 'STAFF', 'Test', clock_timestamp())")
                .params(
                    java.util.Arrays.asList(
                        patient,
                        fact,
                        filler ? "cheeks" : null,
                        filler ? "YES" : "NO",
                        filler ? DAY.minusWeeks(5).toString() : null))
                .update();
          }
        });
    return patient;
  }
}
