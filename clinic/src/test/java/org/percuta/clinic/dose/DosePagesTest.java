package org.percuta.clinic.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class DosePagesTest {

  private static final String SETTING = "/dose?ask=show&device=pen-14&depth=1.25&passes=2";
  private static final String TARGET =
      "/dose?ask=find&device=pen-14&density=400&layer=PAPILLARY_DERMIS&reached=90";
  private static final Pattern DEPTH = Pattern.compile("name=\"depth\" value=\"([0-9.]+)\"");

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void aSettingWithinTheLimitsGetsFiguresAfterThem() {
    String course = course("Dosis", "acne-scars", "cheeks");
    Visitor.Answer empty = clinician.get(course + "/dose");
    assertThat(empty.text())
        .contains("What the protocol allows: Acne scars, cheeks")
        .contains("1.50 mm")
        .doesNotContain("Punctures per cm² 1");
    assertThat(empty.body()).contains("name=\"depth\" type=\"text\" value=\"\"");

    Visitor.Answer shown = clinician.get(course + SETTING);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text())
        .contains("Pen, 14 needles, 1.25 mm, 2 passes, at the usual speed, Cheeks")
        .contains("Sex not known to the model")
        .contains("Age: 36 years. Phototype: 3.")
        .contains("Chance of pinpoint bleeding")
        .contains("punctures over 125 % of the average")
        .contains("Calculated, not measured, and no promise of a result");
    assertThat(shown.body().indexOf("What the protocol allows"))
        .isLessThan(shown.body().indexOf("What this setting does"));
    assertThat(shown.body()).contains("<svg").doesNotContain("style=");
  }

  @Test
  void pastALimitTheProtocolRefusesWithItsSourceAndTheModelIsSilent() {
    String course = course("Grenze", "acne-scars", "cheeks");
    Visitor.Answer deep =
        clinician.get(course + "/dose?ask=show&device=pen-14&depth=1.75&passes=12");
    assertThat(deep.text())
        .contains("Refused by the protocol")
        .contains("The setting of 1.75 mm is past 1.50 mm")
        .contains("12 passes are more than 10")
        .contains("L-skinpen-acne-cap")
        .doesNotContain("What this setting does What")
        .doesNotContain("Chance of pinpoint bleeding");
    assertThat(clinician.get(course + "/dose?ask=show&device=stamp&depth=0.5&passes=1").text())
        .contains("The protocol does not offer this device.")
        .doesNotContain("Chance of pinpoint bleeding");
    clinician.get(course + "/dose");
    Visitor.Answer kept =
        clinician.post(
            course + "/dose",
            Map.of("version", "0", "device", "pen-14", "depth", "1.75", "passes", "1"));
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.text()).contains("Refused by the protocol");
    assertThat(rows(course)).isZero();
  }

  @Test
  void aTargetIsSoughtWithinTheLimitsOnly() {
    String course = course("Ziel", "acne-scars", "face");
    Visitor.Answer found = clinician.get(course + TARGET + "&zone=cheeks");
    assertThat(found.text()).contains("A setting that reaches the target").contains("not an order");
    Matcher depth = DEPTH.matcher(found.body());
    assertThat(depth.find()).isTrue();
    assertThat(Double.parseDouble(depth.group(1))).isLessThanOrEqualTo(1.5);
    assertThat(found.body()).contains("name=\"depth\" type=\"text\" value=\"\"");

    Visitor.Answer far =
        clinician.get(
            course + "/dose?ask=find&device=pen-14&density=400&layer=RETICULAR_DERMIS&reached=100");
    assertThat(far.status()).isEqualTo(422);
    assertThat(far.text()).contains("the deepest allowed").contains("Maybe another device");
  }

  @Test
  void whoeverTheProtocolRefusesGetsNoFigures() {
    UUID patient = running.healthyPatient("Nein");
    String course = course(patient, "acne-scars", "cheeks");
    running.inClinic(() -> {
      running.say(patient, "pregnant", "YES");
      return true;
    });
    for (String question : List.of(SETTING, TARGET)) {
      assertThat(clinician.get(course + question).text())
          .contains("The protocol does not permit treating this person")
          .doesNotContain("Chance of pinpoint bleeding");
    }
    clinician.get(course);
    assertThat(
            clinician
                .post(
                    course + "/dose",
                    Map.of("version", "0", "device", "pen-14", "depth", "1", "passes", "1"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void aKeptSettingDrawsTheHealingOfTheCourse() {
    UUID patient = running.healthyPatient("Heilung");
    String course = course(patient, "acne-scars", "cheeks");
    assertThat(clinician.get(course).text()).contains("Dose and healing (model)");
    assertThat(clinician.get(course + "/healing").text()).contains("No setting has been kept");
    assertThat(clinician.get("/patients/" + patient + "/healing").text())
        .contains("Not drawn here");

    Visitor.Answer healing = keep(course, "1.25", "0");
    assertThat(healing.path()).isEqualTo(course + "/healing");
    assertThat(healing.text())
        .contains("Redness is below a tenth of full after")
        .contains("Collagen is highest")
        .contains("18 months")
        .contains("kept by Clinician Here");
    assertThat(healing.body()).doesNotContain("style=").contains("-collagen-title");
    assertThat(clinician.get(course).body()).contains("hx-get=\"" + course + "/healing\"");
    assertThat(clinician.get("/patients/" + patient + "/healing").text())
        .contains("Redness is below a tenth of full after")
        .doesNotContain("Not drawn here");
  }

  @Test
  void theSecondOfTwoWhoKeepASettingSeesBoth() {
    String course = course("Zweite", "acne-scars", "cheeks");
    keep(course, "1.0", "0");
    Visitor.Answer second = keep(course, "1.25", "0");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody else saved first")
        .contains("1.00 mm")
        .contains("1.25 mm");
    assertThat(keep(course, "1.25", "1").status()).isEqualTo(200);
    assertThat(rows(course)).isEqualTo(2);
  }

  @Test
  void badInputIsAnsweredBesideItsFieldAndKept() {
    String course = course("Fehler", "acne-scars", "cheeks");
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("device=&depth=1&passes=1", "Choose a device.");
    bad.put("device=drill&depth=1&passes=1", "no device the protocol and the model know");
    bad.put("device=pen-14&depth=deep&passes=1", "'deep' is not a number");
    bad.put("device=pen-14&depth=NaN&passes=1", "NaN mm is outside");
    bad.put("device=pen-14&depth=-1&passes=1", "-1 mm is outside");
    bad.put("device=pen-14&depth=99&passes=1", "99 mm is outside");
    bad.put("device=pen-14&depth=&passes=1", "Enter the depth in mm. There is no usual one.");
    bad.put("device=pen-14&depth=1&passes=", "Enter the number of passes.");
    bad.put("device=pen-14&depth=1&passes=1.5", "1.5 is not a whole number");
    bad.put("device=pen-14&depth=1&passes=1&speed=900", "900 cm/s is outside 0.1 to");
    bad.put("device=pen-14&depth=1&passes=1&area=0", "0 cm² is outside 0.1 to");
    bad.put("device=pen-14&depth=1&passes=1&site=back", "Choose a place of this course.");
    bad.put("device=pen-14&density=x&layer=SKIN&reached=101", "101 % is outside");
    bad.forEach((query, message) -> {
      Visitor.Answer answer = clinician.get(course + "/dose?ask=show&" + query);
      assertThat(answer.status()).as(query).isEqualTo(422);
      assertThat(answer.text()).as(query).contains("There is a problem").contains(message);
    });
    assertThat(clinician.get(course + "/dose?ask=show&device=pen-14&depth=deep&passes=1").body())
        .contains("value=\"deep\"");
    for (String path : List.of("/dose?concern=x&site=y&ask=show", "/dose?zone=cheeks")) {
      assertThat(clinician.get(path).status()).as(path).isIn(200, 422);
    }
  }

  @Test
  void theModelSaysWhenAPersonIsOutsideIt() {
    UUID child = running.healthyPatient("Kind");
    String course = course(child, "acne-scars", "cheeks");
    running.inClinic(() ->
        running
            .sql()
            .sql(
                "update patient set birth_date = '2017-01-01', phototype = null where patient_id = ?")
            .param(child)
            .update());
    Visitor.Answer answer = clinician.get(course + SETTING);
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.text()).doesNotContain("Chance of pinpoint bleeding");
  }

  @Test
  void withoutAPatientWhatIsNotKnownIsSaidToBe() {
    Visitor.Answer answer =
        clinician.get(
            "/dose?ask=show&concern=acne-scars&site=cheeks&device=roller-192&depth=1.5&passes=10");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains(
            "Age not known: taken over 16 to 110 years. Phototype not known: taken over 1 to 6.")
        .contains("Roller, 192 needles")
        .doesNotContain("Keep for the healing timeline");
  }

  @Test
  void theReaderIsToldWhereTheModelFails() {
    Visitor.Answer page = clinician.get("/dose/model");
    assertThat(page.text())
        .contains("Where it is known to be wrong")
        .contains("Myofibroblasts left on day 28")
        .contains("Redness settles");
    ModelLimits limits = ModelLimits.read();
    assertThat(limits.failing()).hasSize(9);
    assertThat(limits.passed()).isEqualTo(33);
  }

  @Test
  void anotherClinicAndTheFrontDeskGetNothing() {
    UUID patient = running.healthyPatient("Fern");
    String course = course(patient, "acne-scars", "cheeks");
    keep(course, "1.0", "0");
    Visitor stranger = running.fromOther(Role.OWNER);
    for (String path :
        List.of(course + SETTING, course + "/healing", "/patients/" + patient + "/healing")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
      assertThat(running.as(Role.FRONT_DESK).get(path).status()).as(path).isEqualTo(403);
    }
    stranger.get("/patients");
    assertThat(
            stranger
                .post(
                    course + "/dose",
                    Map.of("version", "1", "device", "pen-14", "depth", "1", "passes", "1"))
                .status())
        .isEqualTo(404);
    UUID theirs = running.patient(running.other(), "Fremd");
    String id = course.substring(course.lastIndexOf('/') + 1);
    assertThat(stranger.get("/patients/" + theirs + "/courses/" + id + "/healing").status())
        .isEqualTo(404);
    assertThat(
            running.in(
                running.other(),
                () ->
                    running
                        .sql()
                        .sql("select count(*) from course_dose")
                        .query(Long.class)
                        .single()))
        .isZero();
    assertThat(running.as(Role.FRONT_DESK).get(course).text()).doesNotContain("(model)");
  }

  @Test
  void whatIsReadAndKeptIsInTheAudit() {
    UUID patient = running.healthyPatient("Buch");
    String course = course(patient, "acne-scars", "cheeks");
    clinician.get(course + SETTING);
    keep(course, "1.0", "0");
    List<String> details =
        running.inClinic(() ->
            running
                .sql()
                .sql("select action || ' ' || detail from audit_entry where patient_id = ?")
                .param(patient)
                .query(String.class)
                .list());
    assertThat(details)
        .contains(
            "READ dose by the skin model",
            "CHANGE setting of the skin model",
            "READ healing by the skin model");
  }

  private Visitor.Answer keep(String course, String depth, String version) {
    clinician.get(course + SETTING);
    return clinician.post(
        course + "/dose",
        Map.of(
            "version", version, "site", "cheeks", "device", "pen-14", "depth", depth, "passes",
            "2"));
  }

  private long rows(String course) {
    return running.inClinic(() ->
        running
            .sql()
            .sql("select count(*) from course_dose where course_id = ?")
            .param(UUID.fromString(course.substring(course.lastIndexOf('/') + 1)))
            .query(Long.class)
            .single());
  }

  private String course(String family, String concern, String site) {
    return course(running.healthyPatient(family), concern, site);
  }

  private String course(UUID patient, String concern, String site) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    return clinician.post(courses, Map.of("concern", concern, "site", site, "from", "")).path();
  }
}
