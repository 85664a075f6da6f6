package org.percuta.clinic.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class QuestionsTest {

  private static final String GOAL = "?concern=acne-scars&site=cheeks&as-of=2026-11-23";

  private final RunningClinic running = RunningClinic.get();
  private final Visitor practitioner = running.as(Role.PRACTITIONER);

  @Test
  void allThatIsOpenIsAnsweredOnOnePageWithWhoSaidIt() {
    UUID patient = running.patient(running.clinic(), "Erstbesuch");
    assertThat(practitioner.get("/patients/" + patient).text()).contains("open questions");
    assertThat(practitioner.get(verdict(patient)).body())
        .contains(questions(patient).replace("&", "&amp;"));

    Map<String, String> form = form(practitioner.get("/patients/" + patient + "/questions"));
    form.put("saidBy", "Eva Erstbesuch");
    for (String group :
        new String[] {"skin", "health", "medicines", "allergies", "treatments", "habits"}) {
      form.put("rest-" + group, "yes");
    }
    form.put("exfoliation-answer", "YES");
    form.put("exfoliation-last", "2026-11-22");
    Visitor.Answer saved = practitioner.post("/patients/" + patient + "/questions", form);

    assertThat(saved.path()).endsWith("/verdict");
    assertThat(practitioner.get(verdict(patient)).text())
        .contains("Not before 29 November 2026")
        .doesNotContain("can still change this");
    assertThat(practitioner.get("/patients/" + patient).text())
        .contains("Eva Erstbesuch, written by Practitioner Here")
        .doesNotContain("open question");
    assertThat(practitioner.get("/patients/" + patient + "/questions").text())
        .contains("Nothing is open");
  }

  @Test
  void whatIsLeftOutStaysOpen() {
    UUID patient = running.patient(running.clinic(), "Offen");
    Map<String, String> form = form(practitioner.get("/patients/" + patient + "/questions"));
    form.put("pregnant-answer", "NO");

    practitioner.post("/patients/" + patient + "/questions", form);

    assertThat(facts(patient)).isEqualTo(1);
    Visitor.Answer nothing =
        practitioner.post(
            "/patients/" + patient + "/questions",
            form(practitioner.get("/patients/" + patient + "/questions")));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.text()).contains("Answer at least one question");
  }

  @Test
  void whatSomebodyElseAnsweredMeanwhileIsShownAndNotOverruled() {
    UUID patient = running.patient(running.clinic(), "Zugleich");
    Map<String, String> form = form(practitioner.get("/patients/" + patient + "/questions"));
    running
        .as(Role.CLINICIAN)
        .post("/patients/" + patient + "/facts", Map.of("fact", "pregnant", "answer", "YES"));
    form.put("rest-health", "yes");

    Visitor.Answer second = practitioner.post("/patients/" + patient + "/questions", form);

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.text()).contains("Somebody answered this meanwhile: Said already: yes by");
    assertThat(facts(patient)).isEqualTo(1);
    // Sent once more, all else is answered and what the other person wrote still counts.
    Map<String, String> again = form(second);
    again.put("rest-health", "yes");
    assertThat(practitioner.post("/patients/" + patient + "/questions", again).path())
        .endsWith("/verdict");
    assertThat(practitioner.get("/patients/" + patient).body())
        .contains("Pregnancy")
        .doesNotContain("History (1)");
  }

  @Test
  void aYesThatRefusesIsAskedForItsEnd() {
    UUID patient = running.healthyPatient("Ende");
    practitioner.post(
        "/patients/" + patient + "/facts", Map.of("fact", "isotretinoin", "answer", "YES"));
    assertThat(practitioner.get(verdict(patient)).text()).contains("Isotretinoin now");
    Visitor.Answer page = practitioner.get(questions(patient));
    assertThat(page.body()).contains("name=\"isotretinoin-last\"");

    Map<String, String> form = form(page);
    form.put("isotretinoin-answer", "YES");
    form.put("isotretinoin-last", "2026-09-20");
    practitioner.post("/patients/" + patient + "/questions", form);

    assertThat(practitioner.get(verdict(patient)).text())
        .contains("Not before 20 March 2027")
        .doesNotContain("Isotretinoin now");
    assertThat(practitioner.get(questions(patient)).text())
        .contains("Nothing is open that can change this verdict.");
  }

  @Test
  void aMissingDetailIsAskedWithTheAnswerThatStands() {
    UUID patient = running.healthyPatient("Halb");
    practitioner.post(
        "/patients/" + patient + "/facts", Map.of("fact", "ibuprofen", "answer", "YES"));
    Visitor.Answer page = practitioner.get(questions(patient));
    assertThat(page.body()).contains("name=\"ibuprofen-supply\"");

    Map<String, String> form = form(page);
    form.put("ibuprofen-answer", "YES");
    form.put("ibuprofen-supply", "BOUGHT");
    form.put("ibuprofen-last", "2026-11-30");
    Visitor.Answer future = practitioner.post("/patients/" + patient + "/questions", form);
    assertThat(future.status()).isEqualTo(422);
    assertThat(future.body()).contains("The last time cannot be to come").contains("2026-11-30");
    form.put("ibuprofen-last", "2026-11-20");
    Visitor.Answer saved = practitioner.post("/patients/" + patient + "/questions", form);

    assertThat(saved.raw().uri().toString()).endsWith("/verdict" + GOAL);
    assertThat(practitioner.get(verdict(patient)).text()).contains("Not before 11 December 2026");
    assertThat(practitioner.get("/patients/" + patient).text())
        .contains("last 20 November 2026, bought");
  }

  @Test
  void anotherClinicsPatientIsNotAskedAbout() {
    UUID patient = running.patient(running.clinic(), "Fremd");
    Visitor other = running.fromOther(Role.CLINICIAN);
    assertThat(other.get("/patients/" + patient + "/questions").status()).isEqualTo(404);
    assertThat(
            other
                .post(
                    "/patients/" + patient + "/questions",
                    Map.of("open", "pregnant=", "pregnant-answer", "NO"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void nonsenseIsRefusedAndNotAnError() {
    UUID patient = running.patient(running.clinic(), "Unsinn");
    practitioner.get("/patients/" + patient + "/questions");
    for (String open :
        new String[] {"", "pregnant", "pregnant=x", "nothing=", ",,=,", "pregnant="}) {
      Visitor.Answer answer =
          practitioner.post(
              "/patients/" + patient + "/questions",
              Map.of("open", open, "pregnant-answer", "MAYBE", "concern", "x", "as-of", "\"><b>"));
      assertThat(answer.status()).as(open).isEqualTo(422);
    }
    assertThat(
            practitioner
                .get("/patients/" + patient + "/questions?concern=x&site=y&as-of=z")
                .status())
        .isEqualTo(200);
    assertThat(facts(patient)).isZero();
  }

  private static String verdict(UUID patient) {
    return "/patients/" + patient + "/verdict" + GOAL;
  }

  private static String questions(UUID patient) {
    return "/patients/" + patient + "/questions" + GOAL;
  }

  private long facts(UUID patient) {
    return running.inClinic(() ->
        running
            .sql()
            .sql("select count(*) from patient_fact where patient_id = ?")
            .param(patient)
            .query(Long.class)
            .single());
  }

  /** The hidden fields of the page, as a browser sends them. */
  private static Map<String, String> form(Visitor.Answer page) {
    Map<String, String> fields = new HashMap<>();
    Matcher hidden =
        Pattern.compile(
                "<input type=\"hidden\" name=\"(open|concern|site|as-of)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    return fields;
  }
}
