package org.percuta.clinic.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

class PatientPagesTest extends ClinicAppTest {

  private ClinicId clinic;
  private Visitor clinician;

  @BeforeEach
  void signIn() {
    clinic = newClinic();
    clinician = signedIn(clinic, Role.CLINICIAN);
  }

  @Test
  void anAddedPatientIsFoundByPartOfNamePhoneAndBirthDate() {
    Visitor.Answer added =
        clinician.post(
            "/patients", fields("given", "Giulia", "family", "O'Hara", "phone", "+39 055 12-34"));

    assertThat(added.status()).isEqualTo(302);
    assertThat(clinician.get(added.location().orElseThrow()).body()).contains("Giulia O'Hara");
    for (String words : new String[] {"o'h", "giu%20hara", "05512", "1990-04", "GIULIA"}) {
      assertThat(clinician.get("/patients?q=" + words).body()).as(words).contains("1 patient");
    }
    assertThat(clinician.get("/patients?q=%25").body()).contains("0 patients");
    assertThat(clinician.get("/patients?q=giulia&phototype=3").body()).contains("0 patients");
  }

  @Test
  void aPatientIsFoundAsListsAndPapersWriteThem() {
    clinician.post(
        "/patients", fields("given", "Lucía", "family", "O’Hara-Groß", "phone", "+44 7700 900190"));
    for (String words :
        new String[] {
          "O’Hara-Groß, Lucía",
          "lucia ohara-gross",
          "2 April 1990",
          "lucia 2 apr 1990",
          "02.04.1990",
          "4/2/1990",
          "07700 900190",
          "+44 (0)7700-900190",
          "0044 7700"
        }) {
      assertThat(clinician.get("/patients?q=" + encoded(words)).body())
          .as(words)
          .contains("1 patient");
    }
    for (String words : new String[] {"3 April 1990", "31.02.1990", "07701"}) {
      assertThat(clinician.get("/patients?q=" + encoded(words)).body())
          .as(words)
          .contains("0 patients");
    }
    assertThat(clinician.get("/patients?page=9").body()).contains("1 patient", "Lucía");
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Test
  void whileTypingOnlyTheRowsComeBack() {
    assertThat(clinician.get("/patients?q=x", "HX-Request", "true").body())
        .contains("Nobody found")
        .doesNotContain("<html");
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedAndSaysWhatIsWrongBesideTheField() {
    Visitor.Answer answer =
        clinician.post(
            "/patients",
            fields(
                "given",
                "",
                "born",
                "1990-13-40",
                "weight",
                "much",
                "email",
                "nobody",
                "note",
                "keep <b>this</b>"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Enter the given name.")
        .contains("there is no month 13")
        .contains("'much' is not a number")
        .contains("Maybe the @ is missing?")
        .contains("value=\"1990-13-40\"")
        .contains("keep &lt;b&gt;this&lt;/b&gt;")
        .contains("href=\"#given\"");
  }

  @Test
  void badInputAnywhereIsNeverAServerError() {
    UUID patient = newPatient(clinic, "Robust", "Record", "1990-04-02");
    String record = "/patients/" + patient;
    String[] nasty = {
      "", "\0", "'; drop table patient; --", "💉".repeat(3_000), "-1", "NaN", "1e999"
    };
    for (String value : nasty) {
      Map<String, String> all = new HashMap<>();
      PatientFields.NAMES.keySet().forEach(field -> all.put(field, value));
      all.put("version", value);
      for (String field : new String[] {"fact", "answer", "site", "since", "last", "saidBy"}) {
        all.put(field, value);
      }
      for (String route :
          new String[] {"/patients", record, record + "/facts", record + "/state"}) {
        assertThat(clinician.post(route, all).status()).as(route).isBetween(400, 499);
      }
    }
    for (String address :
        new String[] {
          "/patients/x",
          "/patients/0",
          "/patients?page=-3&phototype=99&state=zz",
          "/patients?q=%00",
          "/audit?before=x"
        }) {
      assertThat(clinician.get(address).status()).as(address).isLessThan(500);
    }
  }

  @Test
  void probablyTheSamePersonIsShownBeforeASecondRecordIsMade() {
    clinician.post("/patients", fields("given", "Giulia", "family", "Rossi"));
    Map<String, String> again = fields("given", "Guilia", "family", "Rossi");

    Visitor.Answer asked = clinician.post("/patients", again);
    again.put("another", "yes");
    Visitor.Answer made = clinician.post("/patients", again);

    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("Maybe this person is already here");
    assertThat(made.status()).isEqualTo(302);
  }

  @Test
  void theSecondEditorGetsAMergePageAndNothingIsLost() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String record = "/patients/" + patient;
    Visitor other = signedIn(clinic, Role.FRONT_DESK);

    Map<String, String> theirs = edit("phone", "111", "note", "theirs");
    Map<String, String> mine = edit("email", "g@example.org", "note", "mine");
    assertThat(other.post(record, theirs).status()).isEqualTo(302);
    Visitor.Answer merge = clinician.post(record, mine);

    assertThat(merge.status()).isEqualTo(409);
    assertThat(merge.body()).contains("Somebody else saved first", "theirs", "mine");
    assertThat(clinician.get(record).body()).contains("theirs").doesNotContain("g@example.org");

    Map<String, String> settled = edit("phone", "111", "email", "g@example.org", "note", "mine");
    settled.put("version", "2");
    assertThat(clinician.post(record, settled).status()).isEqualTo(302);
    assertThat(clinician.get(record).body()).contains("111", "g@example.org", "mine");
  }

  @Test
  void aStatementIsNeverOverwritten() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String record = "/patients/" + patient;

    clinician.post(
        record + "/facts",
        Map.of("fact", "cold-sore-history", "answer", "NO", "saidBy", "Giulia Rossi"));
    clinician.post(
        record + "/facts",
        Map.of("fact", "cold-sore-history", "answer", "YES", "last", "2025-06", "note", "lip"));
    String page = clinician.get(record).body();

    assertThat(page).contains("Cold sores in the past", "<strong>Yes</strong> last June 2025");
    assertThat(page).contains("History (1)", "Giulia Rossi, written by Ada Clinician");

    String fact = page.replaceFirst("(?s).*facts/([0-9a-f-]{36})/withdraw.*", "$1");
    assertThat(clinician.post(record + "/facts/" + fact + "/withdraw", Map.of()).status())
        .isEqualTo(302);
    assertThat(clinician.get(record).body()).contains("what was said was withdrawn", "History (3)");
  }

  @Test
  void onlyWhatTheProtocolKnowsIsTakenSinceNothingElseWouldCount() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String record = "/patients/" + patient;
    Map<String, Map<String, String>> wrong =
        Map.of(
            "Choose what it is about from the list.",
            Map.of("fact", "cold-sores", "answer", "YES"),
            "Choose a place from the list",
            Map.of("fact", "eczema", "answer", "YES", "site", "cheek"),
            "This counts for the whole person",
            Map.of("fact", "diabetes", "answer", "YES", "site", "cheeks"),
            "The last time cannot be to come",
            Map.of("fact", "cold-sore-history", "answer", "YES", "last", "2031"),
            "The last time cannot be before it began",
            Map.of("fact", "isotretinoin", "answer", "YES", "since", "2026", "last", "2025"),
            "This is nothing that is prescribed or bought",
            Map.of("fact", "diabetes", "answer", "YES", "supply", "BOUGHT"),
            "Choose an answer.",
            Map.of("fact", "diabetes", "answer", "WITHDRAWN"));

    clinician.get(record);
    wrong.forEach((message, fields) -> {
      Visitor.Answer answer = clinician.post(record + "/facts", fields);
      assertThat(answer.status()).as(message).isEqualTo(422);
      assertThat(answer.body()).contains(message);
    });
    assertThat(clinician.get(record).body()).contains("Nothing has been asked yet");
  }

  @Test
  void supplyAndEndCanBeSaid() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String record = "/patients/" + patient;
    clinician.get(record);
    clinician.post(
        record + "/facts", Map.of("fact", "ibuprofen", "answer", "YES", "supply", "PRESCRIBED"));
    clinician.post(
        record + "/facts", Map.of("fact", "pregnant", "answer", "YES", "until", "2027-02"));

    assertThat(clinician.get(record).text()).contains("Yes prescribed", "Yes until February 2027");
  }

  @Test
  void anAnswerIsChangedFromWhereItStandsAndMovedToAnotherPlace() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String record = "/patients/" + patient;
    clinician.get(record);
    clinician.post(record + "/facts", Map.of("fact", "eczema", "answer", "YES", "site", "cheeks"));
    String change =
        clinician.get(record).body().replaceFirst("(?s).*change=([0-9a-f-]{36})#fact.*", "$1");

    Visitor.Answer form = clinician.get(record + "?change=" + change);
    clinician.post(
        record + "/facts",
        Map.of("fact", "eczema", "answer", "YES", "site", "chin", "changes", change));

    assertThat(form.body()).contains("Say it anew", "value=\"cheeks\" selected");
    assertThat(clinician.get(record).text())
        .contains("Eczema Chin Yes")
        .contains("Eczema Cheeks Not known , what was said was withdrawn");
  }

  @Test
  void theFrontDeskSeesNoFacts() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    clinician.post("/patients/" + patient + "/facts", Map.of("fact", "pregnant", "answer", "YES"));

    String page = signedIn(clinic, Role.FRONT_DESK).get("/patients/" + patient).body();

    assertThat(page).contains("Giulia Rossi").doesNotContain("Pregnancy");
  }

  @Test
  void everyReadingAndChangeIsInTheAuditWithoutTheValues() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    clinician.get("/patients/" + patient);
    clinician.post("/patients/" + patient, edit("note", "secret words"));

    String audit = signedIn(clinic, Role.AUDITOR).get("/audit?patient=" + patient).body();

    assertThat(audit).contains("Ada Clinician", ">read<", ">change<", ">note<");
    assertThat(audit)
        .contains("Record " + patient.toString().substring(24))
        .doesNotContain("Rossi");
    assertThat(audit).contains("127.0.0.1").doesNotContain("secret words");
  }

  @Test
  void theAuditIsNarrowedAndNamesThePersonToWhoMayOpenTheRecord() {
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    clinician.get("/patients/" + patient);
    clinician.get("/patients?q=x");
    Visitor owner = signedIn(clinic, Role.OWNER);

    assertThat(owner.get("/audit").body())
        .contains("<a href=\"/audit?patient=" + patient + "\">Giulia Rossi</a>", ">search<");
    assertThat(owner.get("/audit?patient=" + patient).text())
        .contains("Who opened or changed this: Giulia Rossi");
    assertThat(owner.get("/audit?who=ada%20clin&what=READ").body())
        .contains("Giulia Rossi")
        .doesNotContain(">search<");
    assertThat(owner.get("/audit?who=nobody").body()).contains("No entry is like that");
    assertThat(owner.get("/audit?until=2020-01-01").body()).contains("No entry is like that");
    assertThat(owner.get("/audit?what=%27x&who=%25&before=-1").status()).isEqualTo(200);
    Visitor.Answer wrong = owner.get("/audit?until=yesterday");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("is not a date", "value=\"yesterday\"");
  }

  private static Map<String, String> fields(String... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("given", "Giulia");
    fields.put("family", "Rossi");
    fields.put("born", "1990-04-02");
    fields.put("sex", "FEMALE");
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  /** An edit of the record as it was made, so that each value differs from "before". */
  private static Map<String, String> edit(String... pairs) {
    Map<String, String> fields = fields(pairs);
    fields.put("sex", "UNKNOWN");
    fields.put("version", "1");
    fields("sex", "UNKNOWN").forEach((field, value) -> fields.put("before-" + field, value));
    return fields;
  }
}
