package org.percuta.clinic.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.audit.AuditChain;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class VerdictPagesTest {

  private static final String GOAL = "?concern=acne-scars&site=cheeks";

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void theVerdictIsShownAsOfAnyDateWithReasonsSourcesAndTheFirstPermittedDate() {
    UUID patient = running.healthyPatient("Peeling");
    said(patient, "exfoliation", "YES", "2026-11-22", null);
    Visitor.Answer today = show(patient, "");
    assertThat(today.text())
        .contains("Not before 29 November 2026")
        .contains("First permitted date: Sunday 29 November 2026")
        .contains("Scrub or exfoliation in the last week")
        .contains("Wait, until 29 November 2026")
        .contains("Sources differ: see both sides")
        .contains("None was kept yet");
    assertThat(show(patient, "&as-of=2026-11-28").text()).contains("Not before 29 November 2026");
    assertThat(show(patient, "&as-of=2026-11-29").text()).contains("Permitted on 29 November 2026");
    assertThat(running.as(Role.PRACTITIONER).get(address(patient) + GOAL).text())
        .contains("Not before 29 November 2026")
        .doesNotContain("Record the clearance");
  }

  @Test
  void aLimitThatHoldsToBeSafeTellsNoFactThatNobodyKnows() {
    UUID patient = running.healthyPatient("Vorsicht");
    said(patient, "anaesthetic-allergy", "UNKNOWN", null, null);

    assertThat(why(show(patient, "")))
        .contains("Whether this is so is not known")
        .doesNotContain("You are allergic to numbing medicine");
  }

  @Test
  void asWeKnewItLeavesOutWhatWasWrittenDownLater() {
    UUID patient = running.patient(running.clinic(), "Damals");
    said(patient, "isotretinoin", "NO", null, "2026-11-01T10:00Z");
    said(patient, "isotretinoin", "YES", "2026-10-30", "2026-11-20T10:00Z");
    Visitor.Answer then = show(patient, "&known=2026-11-19");
    assertThat(then.text())
        .contains("as we knew it on 19 November 2026")
        .contains("Only what is known now can be kept");
    assertThat(why(then)).doesNotContain("Isotretinoin in the last months");
    assertThat(why(show(patient, "&known=2026-11-20"))).contains("Isotretinoin in the last months");
    Visitor.Answer future = show(patient, "&known=2026-12-24");
    assertThat(future.status()).isEqualTo(422);
    assertThat(future.text()).contains("24 December 2026 has not come yet");
  }

  @Test
  void aSecondClickKeepsNoSecondCopyAndAnotherPersonKeepsTheirOwn() {
    UUID patient = running.healthyPatient("Doppelt");
    keep(patient, "2026-11-23");
    keep(patient, "2026-11-23");
    onlyKept(patient);
    String seen = seen(show(patient, "&as-of=2026-11-23"));
    Visitor other = running.as(Role.OWNER);
    other.get(address(patient));
    Visitor.Answer page =
        other.post(
            address(patient),
            Map.of("concern", "acne-scars", "site", "cheeks", "as-of", "2026-11-23", "seen", seen));
    assertThat(page.body().split("Kept on the verdict page", -1)).hasSize(3);
  }

  @Test
  void aKeptVerdictIsComparedWithTheOneOfNow() {
    UUID patient = running.healthyPatient("Wandel");
    assertThat(keep(patient, "2026-11-23").text()).contains("Nothing changed.");
    said(patient, "exfoliation", "YES", "2026-11-22", null);
    running.inClinic(() ->
        running
            .sql()
            .sql("update patient set weight_kg = 64 where patient_id = ?")
            .param(patient)
            .update());
    assertThat(show(patient, "&as-of=2026-11-24").text())
        .contains("It was “Permitted")
        .contains("it is “Has to wait”.")
        .contains("It was asked for treatment on 23 November 2026, now for 24 November 2026.")
        .contains("First permitted date: 23 November 2026 before, 29 November 2026 now.")
        .contains("New reason: Scrub or exfoliation in the last week.")
        .contains("no before, yes, last 22 November 2026 now.")
        .contains("Weight: 62.0 kg before, 64.0 kg now.");
  }

  @Test
  void aVerdictThatChangedSinceThePageWasOpenedIsNotKept() {
    UUID patient = running.healthyPatient("Zwischendurch");
    String seen = seen(show(patient, ""));
    said(patient, "exfoliation", "YES", "2026-11-22", null);
    Visitor.Answer refused =
        clinician.post(
            address(patient),
            Map.of("concern", "acne-scars", "site", "cheeks", "as-of", "2026-11-23", "seen", seen));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("What is known changed since this page was opened")
        .contains("None yet. Planning a course");
  }

  @Test
  void aKeptVerdictIsGivenAgainFromItsOwnFacts() throws SQLException {
    UUID patient = running.patient(running.clinic(), "Wieder");
    said(patient, "isotretinoin", "YES", "2026-10", "2026-11-20T10:00Z");
    said(patient, "eczema", "YES", null, "2026-11-20T10:00Z");
    keep(patient, "2026-12-01");
    // What comes later does not touch what was kept.
    said(patient, "isotretinoin", "WITHDRAWN", null, "2026-11-22T10:00Z");
    UUID verdict = onlyKept(patient);
    String own = address(patient) + "/" + verdict;
    assertThat(clinician.get(own).text())
        .contains("The facts it rested on")
        .contains("last October 2026 (said by Anna)")
        .contains("as shipped");
    assertThat(clinician.get(own + "/replay").text()).contains("Same answer");

    tamper(verdict, "verdict = jsonb_set(verdict, '{outcome}', '\"PERMITTED\"')");
    assertThat(clinician.get(own + "/replay").text())
        .contains("Not the same answer")
        .contains("It was “Permitted”");
    tamper(verdict, "knowledge_digest = 'another'");
    assertThat(clinician.get(own + "/replay").text())
        .contains("It cannot be given again here")
        .contains("content another with version 0");
  }

  @Test
  void planningBookingAndStartingKeepAVerdictEach() {
    UUID patient = running.healthyPatient("Vorgang");
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    clinician.post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", ""));
    assertThat(clinician.get(address(patient)).text())
        .contains("Course planned")
        .contains("Nothing changed.");
    assertThat(clinician.get(address(patient) + "/" + onlyKept(patient) + "/replay").text())
        .contains("Same answer");
  }

  @Test
  void badInputIsAnsweredBesideTheField() {
    UUID patient = running.patient(running.clinic(), "Falsch");
    Visitor.Answer bad =
        clinician.get(address(patient) + "?concern=acne-scars&site=scalp&as-of=tomorrow");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text())
        .contains("is not treated at this place")
        .contains("'tomorrow' is not a date");
    assertThat(bad.body()).contains("value=\"tomorrow\"");
    assertThat(clinician.get(address(patient) + "?concern=&site=").status()).isEqualTo(422);
    assertThat(clinician.post(address(patient), Map.of()).status()).isEqualTo(422);
    assertThat(clinician.get(address(patient)).text()).contains("Choose what is to be treated");
    assertThat(clinician.get(address(patient) + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void anotherClinicSeesNone() {
    UUID patient = running.healthyPatient("Fremd");
    keep(patient, "2026-11-23");
    Visitor stranger = running.fromOther(Role.OWNER);
    String own = address(patient) + "/" + onlyKept(patient);
    assertThat(stranger.get(address(patient)).status()).isEqualTo(404);
    assertThat(stranger.get(own).status()).isEqualTo(404);
    assertThat(stranger.get(own + "/replay").status()).isEqualTo(404);
    // A verdict of another patient of the same clinic is not found under this one either.
    UUID other = running.patient(running.clinic(), "Nachbar");
    assertThat(clinician.get(address(other) + "/" + onlyKept(patient)).status()).isEqualTo(404);
    assertThat(running.bean(AuditChain.class).verify(running.clinic()).isIntact()).isTrue();
  }

  private Visitor.Answer show(UUID patient, String more) {
    return clinician.get(address(patient) + GOAL + more);
  }

  private Visitor.Answer keep(UUID patient, String asOf) {
    return clinician.post(
        address(patient),
        Map.of(
            "concern",
            "acne-scars",
            "site",
            "cheeks",
            "as-of",
            asOf,
            "seen",
            seen(show(patient, "&as-of=" + asOf))));
  }

  private static String seen(Visitor.Answer page) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(page.body());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  /** The part of the page with the reasons. */
  private static String why(Visitor.Answer page) {
    int from = page.body().indexOf("<h2>Why</h2>");
    return from < 0 ? "" : page.body().substring(from, page.body().indexOf("</section>", from));
  }

  private UUID onlyKept(UUID patient) {
    return running.inClinic(() ->
        running
            .sql()
            .sql("select verdict_id from verdict_snapshot where patient_id = ?")
            .param(patient)
            .query(UUID.class)
            .single());
  }

  private void said(
      UUID patient, String fact, String answer, @Nullable String last, @Nullable String at) {
    running.inClinic(() ->
        running
            .sql()
            .sql(
                "insert into patient_fact (clinic_id, patient_id, fact, answer, last, said_by,"
                    + " source, recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, ?,"
                    + " 'Anna', 'STAFF', 'Test', coalesce(?::timestamptz, clock_timestamp()))")
            .params(Arrays.<@Nullable Object>asList(patient, fact, answer, last, at))
            .update());
  }

  private void tamper(UUID verdict, String change) throws SQLException {
    try (Connection attacker = running.superuser();
        Statement sql = attacker.createStatement()) {
      sql.execute("alter table verdict_snapshot disable trigger append_only");
      sql.execute(
          "update verdict_snapshot set " + change + " where verdict_id = '" + verdict + "'");
      sql.execute("alter table verdict_snapshot enable trigger append_only");
    }
  }

  private static String address(UUID patient) {
    return "/patients/" + patient + "/verdict";
  }
}
