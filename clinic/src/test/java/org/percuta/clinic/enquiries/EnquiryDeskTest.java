package org.percuta.clinic.enquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** What the staff do with what came in from the public pages. */
class EnquiryDeskTest extends ClinicAppTest {

  private final ClinicId clinic = newClinic();
  private final Visitor practitioner = signedIn(clinic, Role.PRACTITIONER);

  @Test
  void whatWasAnsweredIsReadByThoseWhoReadFactsAndNotByTheFrontDesk() {
    String enquiry = sent("anna@example.org");

    assertThat(practitioner.get("/enquiries").body())
        .contains("Anna Maria Example")
        .contains("href=\"" + enquiry + "\"");
    assertThat(practitioner.get(enquiry).body())
        .contains("What was answered")
        .contains("Last time: 20 November 2026")
        .contains("Said no to")
        .contains("value=\"Anna Maria\"")
        .contains("value=\"Example\"")
        .contains("value=\"1990-04-02\"");
    assertThat(signedIn(clinic, Role.FRONT_DESK).get(enquiry).body())
        .contains("Anna Maria Example")
        .doesNotContain("What was answered")
        .doesNotContain("20 November 2026");
    assertThat(practitioner.get("/today").body()).contains(enquiry);
  }

  @Test
  void aPatientIsMadeOfItOnceWithWhatWasSaid() {
    String enquiry = sent("anna@example.org");
    Visitor desk = signedIn(clinic, Role.FRONT_DESK);

    String record = desk.post(enquiry + "/patient", fields()).location().orElseThrow();
    Visitor.Answer again = desk.post(enquiry + "/patient", fields());

    assertThat(record).startsWith("/patients/");
    assertThat(again.location()).contains(enquiry);
    assertThat(practitioner.get(record).body())
        .contains("Anna Maria Example, written by the public pages");
    assertThat(said(record, "retinoid-topical"))
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.said()).isEqualTo(PatientFact.Said.YES);
          assertThat(fact.last()).isEqualTo("2026-11-20");
          assertThat(fact.source()).isEqualTo(PatientFact.Source.PATIENT);
        });
    assertThat(said(record, "pregnant"))
        .singleElement()
        .extracting(PatientFact::said)
        .isEqualTo(PatientFact.Said.NO);
    assertThat(desk.get(enquiry).body()).contains("In the record of Anna Maria Example");
    assertThat(desk.get("/enquiries").body()).doesNotContain("Anna Maria Example");
    assertThat(desk.get("/enquiries?show=all").body()).contains("Anna Maria Example");
    assertThat(
            transactions.in(
                clinic, () -> sql.sql("select count(*) from patient").query(Long.class).single()))
        .isEqualTo(1);
  }

  @Test
  void somebodyWhoMayBeHereIsOfferedAndWhatWasSaidThereSinceCounts() {
    UUID known = newPatient(clinic, "Anna", "Exemplar", "1990-04-02");
    transactions.run(
        clinic,
        () ->
            sql.sql("update patient set email = 'ANNA@example.org' where patient_id = ?")
                .param(known)
                .update());
    String enquiry = sent("anna@example.org");
    transactions.run(
        clinic,
        () -> {
          try (var all = superuser()) {
            all.createStatement()
                .executeUpdate(
                    "update enquiry set consent_at = consent_at - interval '2 days' where clinic_id = '"
                        + clinic
                        + "'");
          } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    practitioner.post(
        "/patients/" + known + "/facts", Map.of("fact", "pregnant", "answer", "UNKNOWN"));

    assertThat(practitioner.get(enquiry).body()).contains("Anna Exemplar");
    assertThat(practitioner.post(enquiry + "/patient", fields()).status())
        .as("asked first whether it is the same person")
        .isEqualTo(422);
    assertThat(
            practitioner.post(enquiry + "/record", Map.of("patient", known.toString())).location())
        .contains("/patients/" + known);

    assertThat(said("/patients/" + known, "pregnant"))
        .singleElement()
        .extracting(PatientFact::said)
        .isEqualTo(PatientFact.Said.UNKNOWN);
    assertThat(said("/patients/" + known, "retinoid-topical")).hasSize(1);
  }

  @Test
  void anotherPersonAtTheSameAddressIsAddedAfterBeingAsked() {
    UUID known = newPatient(clinic, "Berta", "Example", "1961-01-01");
    transactions.run(
        clinic,
        () ->
            sql.sql("update patient set email = 'anna@example.org' where patient_id = ?")
                .param(known)
                .update());
    String enquiry = sent("anna@example.org");
    Map<String, String> fields = fields();
    fields.put("another", " " + known);

    assertThat(practitioner.post(enquiry + "/patient", fields).location().orElseThrow())
        .startsWith("/patients/")
        .isNotEqualTo("/patients/" + known);
  }

  @Test
  void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept() {
    String enquiry = sent("anna@example.org");
    Map<String, String> fields = fields();
    fields.put("born", "1990");
    fields.put("given", "Anna Typed");

    Visitor.Answer answer = practitioner.post(enquiry + "/patient", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Enter the whole date").contains("Anna Typed");
  }

  @Test
  void itIsAnsweredOpenedAgainAndDeletedForGood() {
    String enquiry = sent("anna@example.org");

    practitioner.post(enquiry + "/answered", Map.of());
    assertThat(practitioner.get("/enquiries").body()).doesNotContain("Anna Maria Example");
    assertThat(practitioner.get(enquiry).body()).contains("Answered: ");
    practitioner.post(enquiry + "/open", Map.of());
    assertThat(practitioner.get("/enquiries").body()).contains("Anna Maria Example");
    practitioner.post(enquiry + "/delete", Map.of());

    assertThat(practitioner.get(enquiry).status()).isEqualTo(404);
    assertThat(practitioner.get("/enquiries?show=all").body()).contains("Nobody has written yet");
    assertThat(signedIn(clinic, Role.OWNER).get("/audit").body())
        .contains("enquiry:" + enquiry.substring("/enquiries/".length()));
  }

  @Test
  void anotherClinicHasNoneOfIt() {
    String enquiry = sent("anna@example.org");
    ClinicId other = newClinic();
    UUID theirs = newPatient(other, "Their", "Patient", "1990-04-02");
    Visitor stranger = signedIn(other, Role.OWNER);

    assertThat(stranger.get(enquiry).status()).isEqualTo(404);
    assertThat(stranger.post(enquiry + "/patient", fields()).status()).isEqualTo(404);
    assertThat(stranger.post(enquiry + "/record", Map.of("patient", theirs.toString())).status())
        .isEqualTo(404);
    stranger.post(enquiry + "/answered", Map.of());
    stranger.post(enquiry + "/delete", Map.of());

    assertThat(
            practitioner.post(enquiry + "/record", Map.of("patient", theirs.toString())).status())
        .isEqualTo(404);
    assertThat(practitioner.post(enquiry + "/record", Map.of("patient", "x")).status())
        .isBetween(400, 499);
    assertThat(practitioner.get(enquiry).body()).contains("Mark as answered");
  }

  private List<PatientFact> said(String record, String fact) {
    UUID patient = UUID.fromString(record.substring("/patients/".length()));
    return transactions.in(
        clinic,
        () ->
            bean(PatientFacts.class).listCurrent(patient).stream()
                .filter(one -> one.fact().equals(fact))
                .toList());
  }

  private static Map<String, String> fields() {
    return new HashMap<>(
        Map.of(
            "given", "Anna Maria",
            "family", "Example",
            "born", "1990-04-02",
            "sex", "FEMALE",
            "email", "anna@example.org"));
  }

  @Test
  void whoHasToWaitWaitsUntilTheDateAndNotFromIt() {
    Visitor anna = visitor();
    anna.post("/assess", Map.of("concern", "acne-scars"));
    anna.post("/assess/site", Map.of("site", "cheeks"));
    for (String topic :
        new String[] {"skin", "health", "medicines", "allergies", "treatments", "habits"}) {
      anna.post("/assess/topics/" + topic, Map.of("rest", "no"));
    }
    anna.post(
        "/assess/questions/tanning",
        Map.of("answer", "yes", "last-day", "22", "last-month", "11", "last-year", "2026"));
    send(anna, "Warte", "phone", "+44 20 7946 0000");

    assertThat(practitioner.get("/enquiries").text()).contains("Has to wait until 6 December 2026");
  }

  private void send(Visitor visitor, String name, String way, String reachedAt) {
    visitor.post(
        "/assess/questions/birthDate",
        Map.of("born-day", "2", "born-month", "4", "born-year", "1990"));
    visitor.post(
        "/assess/enquiry",
        Map.of("clinic", clinic.toString(), "name", name, way, reachedAt, "consent", "yes"));
  }

  /** The address of an enquiry sent from the public pages. */
  private String sent(String email) {
    Visitor anna = visitor();
    anna.post("/assess", Map.of("concern", "acne-scars"));
    anna.post("/assess/site", Map.of("site", "cheeks"));
    anna.post("/assess/topics/health", Map.of("rest", "no"));
    anna.post(
        "/assess/questions/retinoid-topical",
        Map.of("answer", "yes", "last-day", "20", "last-month", "11", "last-year", "2026"));
    send(anna, "Anna Maria Example", "email", email);
    return "/enquiries/"
        + transactions.in(
            clinic, () -> sql.sql("select enquiry_id from enquiry").query(UUID.class).single());
  }
}
