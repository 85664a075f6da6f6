package org.percuta.clinic.persondata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Knowledge;

/** Two records of one person, joined and separated. */
class MergeTest extends ClinicAppTest {

  private final Knowledge knowledge = bean(Knowledge.class);

  private ClinicId clinic;
  private Visitor clinician;
  private UUID kept;
  private UUID other;

  @BeforeEach
  void twoRecords() {
    clinic = newClinic();
    clinician = signedIn(clinic, Role.CLINICIAN);
    kept = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    other = newPatient(clinic, "Guilia", "Rossi", "1990-04-02");
    transactions.run(
        clinic,
        () -> {
          sql.sql(
                  "update patient set phone = '+39 055 1234', note = 'mornings' where patient_id = ?")
              .param(kept)
              .update();
          sql.sql(
                  "update patient set phone = '0039 055 1234', email = 'g@example.org', phototype = 4,"
                      + " note = 'by bus' where patient_id = ?")
              .param(other)
              .update();
          WholePerson.say(sql, kept, "pregnant", "NO", null);
          WholePerson.say(sql, other, "pregnant", "YES", null);
          WholePerson.say(sql, other, "keloid-history", "YES", null);
        });
  }

  @Test
  void aProbablePairIsShownWithTheReasonAndGoneOnceItIsSaidToBeTwoPeople() {
    newPatient(clinic, "Marco", "Bianchi", "1990-04-02");
    String page = clinician.get("/patients/duplicates").body();

    assertThat(page).contains("1 pair", "Giulia Rossi", "Guilia Rossi", "Same date of birth");
    assertThat(page).doesNotContain("Marco Bianchi");

    Visitor.Answer apart =
        clinician.post(
            "/patients/duplicates/apart",
            Map.of("one", kept.toString(), "other", other.toString()));

    assertThat(apart.status()).isEqualTo(302);
    assertThat(clinician.get("/patients/duplicates").body()).contains("No pair found");
  }

  @Test
  void theFormerAddressLeadsToTheRecordThatStaysWithEverythingOfBoth() {
    assertThat(
            merge(kept, other, Map.of("given", "kept", "email", "other", "note", "both")).status())
        .isEqualTo(302);

    Visitor.Answer former = clinician.get("/patients/" + other);
    Visitor.Answer form = clinician.get("/patients/" + other + "/edit");
    String record = clinician.get("/patients/" + kept).body();

    assertThat(former.status()).isEqualTo(307);
    assertThat(former.location()).contains("/patients/" + kept);
    assertThat(form.location()).contains("/patients/" + kept + "/edit");
    assertThat(record)
        .contains("Giulia Rossi", "g@example.org", "mornings", "by bus", "Keloid scars in the past")
        .contains("Merged records disagree, ask again: ");
    assertThat(clinician.get("/patients?q=rossi").body()).contains("1 patient<");
    assertThat(clinician.get("/patients/duplicates").body()).contains("No pair found");
    assertThat(clinician.get("/today").body()).doesNotContain("Guilia");
  }

  @Test
  void whatIsSentToTheFormerAddressIsSaidOfTheWholePerson() {
    merge(kept, other, Map.of());

    Visitor.Answer sent =
        clinician.post("/patients/" + other + "/facts", Map.of("fact", "pregnant", "answer", "NO"));

    assertThat(sent.status()).isEqualTo(307);
    assertThat(sent.location()).contains("/patients/" + kept + "/facts");
  }

  @Test
  void coursesAppointmentsConsentsAndTheAuditAreReadThroughTheRecordThatStays() {
    UUID staff =
        transactions.in(
            clinic, () -> sql.sql("select staff_id from staff limit 1").query(UUID.class).single());
    WholePerson person = WholePerson.in(clinic, staff, transactions, sql, knowledge);
    UUID fresh = newPatient(clinic, "Ottilie", "Renamed", "1990-04-02");

    assertThat(merge(fresh, person.id(), Map.of("family", "kept")).status()).isEqualTo(302);

    String record = "/patients/" + fresh;
    assertThat(clinician.get(record + "/courses").body()).contains("Acne scars, cheeks");
    assertThat(clinician.get(record + "/appointments").body()).contains("5 October 2026");
    assertThat(clinician.get(record + "/consents").body())
        .contains("Treatment: Acne scars, cheeks");
    assertThat(clinician.get(record + "/data").body()).contains("Documents", "Verdicts kept");
    assertThat(signedIn(clinic, Role.AUDITOR).get("/audit?patient=" + fresh).body())
        .contains("merged into patient:" + fresh);
    // A record merged before into the one that is now merged leads all the way.
    assertThat(clinician.get("/patients/" + person.duplicate()).location())
        .contains("/patients/" + fresh);
    UUID course =
        transactions.in(
            clinic, () -> sql.sql("select course_id from course").query(UUID.class).single());
    assertThat(clinician.get(record + "/courses/" + course).status()).isEqualTo(200);
    assertThat(clinician.get("/waiting").body()).contains("Ottilie Renamed");
  }

  @Test
  void undoingGivesBothTheirFieldsAndKeepsWhatWasAddedSince() {
    merge(kept, other, Map.of("given", "other", "email", "other", "phone", "other"));
    clinician.post("/patients/" + kept + "/facts", Map.of("fact", "diabetes", "answer", "NO"));
    transactions.run(
        clinic,
        () ->
            sql.sql("update patient set phone = '999 999' where patient_id = ?")
                .param(kept)
                .update());
    UUID merge = theMerge();

    Visitor.Answer undone =
        clinician.post("/patients/" + kept + "/merges/" + merge + "/undo", Map.of());

    assertThat(undone.status()).isEqualTo(302);
    String first = clinician.get("/patients/" + kept).body();
    String second = clinician.get("/patients/" + other).body();
    assertThat(first)
        .contains("Giulia Rossi", "999 999", "Withdraw<span class=\"sr\"> Diabetes")
        .doesNotContain(
            "g@example.org", "Withdraw<span class=\"sr\"> Keloid scars in the past", "disagree");
    assertThat(second)
        .contains(
            "Guilia Rossi", "g@example.org", "Withdraw<span class=\"sr\"> Keloid scars in the past")
        .doesNotContain("Withdraw<span class=\"sr\"> Diabetes");
    assertThat(clinician.get("/patients/duplicates").body()).contains("No pair found");
    assertThat(clinician.get("/patients/" + kept + "/data").body()).contains("Undone by Ada");
    assertThat(
            clinician.post("/patients/" + kept + "/merges/" + merge + "/undo", Map.of()).status())
        .isEqualTo(404);
    String left =
        transactions.in(
            clinic,
            () ->
                sql.sql("select kept_before::text || merged_before::text from patient_merge")
                    .query(String.class)
                    .single());
    assertThat(left).isEqualTo("{}{}");
  }

  @Test
  void aChangeWhileThePageWasOpenIsShownBeforeMerging() {
    Map<String, String> sent = sent(kept, other, Map.of());
    transactions.run(
        clinic,
        () ->
            sql.sql("update patient set version = version + 1 where patient_id = ?")
                .param(other)
                .update());

    Visitor.Answer answer = clinician.post("/patients/" + kept + "/merge", sent);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("Somebody changed one of the records");
    assertThat(clinician.get("/patients/" + other).status()).isEqualTo(200);
  }

  @Test
  void aFormOpenedBeforeTheMergeGetsTheMergePageNotASilentOverwrite() {
    merge(kept, other, Map.of());
    Map<String, String> old = new LinkedHashMap<>();
    Map.of("given", "Guilia", "family", "Rossi", "born", "1990-04-02", "sex", "UNKNOWN")
        .forEach((field, value) -> {
          old.put(field, value);
          old.put("before-" + field, value);
        });
    old.put("phone", "1");
    old.put("version", "1");

    assertThat(clinician.post("/patients/" + kept, old).status()).isEqualTo(409);
  }

  @Test
  void recordsOfTwoClinicsOrOneRecordAreNoPair() {
    UUID theirs = newPatient(newClinic(), "Giulia", "Rossi", "1990-04-02");

    assertThat(clinician.get("/patients/" + kept + "/merge?with=" + theirs).status())
        .isEqualTo(404);
    assertThat(clinician.get("/patients/" + theirs + "/merge?with=" + kept).status())
        .isEqualTo(404);
    assertThat(clinician.get("/patients/" + kept + "/merge?with=" + kept).status()).isEqualTo(404);
    assertThat(
            clinician.post("/patients/" + kept + "/merge", sent(kept, theirs, Map.of())).status())
        .isEqualTo(404);
    assertThat(
            clinician
                .post(
                    "/patients/duplicates/apart",
                    Map.of("one", kept.toString(), "other", theirs.toString()))
                .status())
        .isEqualTo(404);
    assertThat(clinician.get("/patients/duplicates").body()).doesNotContain(theirs.toString());
    merge(kept, other, Map.of());
    Visitor stranger = signedIn(newClinic(), Role.OWNER);
    assertThat(
            stranger
                .post("/patients/" + kept + "/merges/" + theMerge() + "/undo", Map.of())
                .status())
        .isEqualTo(404);
    assertThat(clinician.post("/patients/" + kept + "/state", Map.of("state", "MERGED")).status())
        .isEqualTo(404);
  }

  private UUID theMerge() {
    return transactions.in(
        clinic, () -> sql.sql("select merge_id from patient_merge").query(UUID.class).single());
  }

  private Visitor.Answer merge(UUID into, UUID from, Map<String, String> choices) {
    return clinician.post("/patients/" + into + "/merge", sent(into, from, choices));
  }

  private Map<String, String> sent(UUID into, UUID from, Map<String, String> choices) {
    Map<String, String> sent = new LinkedHashMap<>(choices);
    sent.put("with", from.toString());
    sent.put("keptVersion", "1");
    sent.put("otherVersion", "1");
    sent.put("reason", "Asked on the phone");
    return sent;
  }
}
