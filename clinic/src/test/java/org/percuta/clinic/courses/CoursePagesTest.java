package org.percuta.clinic.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class CoursePagesTest {

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void aCourseIsPlannedOfferedAndAccepted() {
    UUID patient = running.healthyPatient("Berg");
    Visitor.Answer page = plan(patient, "fine-lines-wrinkles", "face");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Draft").contains("Monday 23 November 2026");
    String course = page.path();
    assertThat(clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "1")).text())
        .contains("A draft has to be offered to the patient first.");
    assertThat(clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1")).text())
        .contains("Offered");
    assertThat(clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2")).text())
        .contains("Accepted");
  }

  @Test
  void movingASessionMovesTheRestAndScreensThemAgain() {
    UUID patient = running.healthyPatient("Sommer");
    String course = plan(patient, "acne-scars", "cheeks").path();
    Visitor.Answer moved =
        clinician.post(course + "/sessions/1/move", Map.of("to", "2026-12-14", "version", "1"));
    assertThat(moved.text())
        .contains("Monday 14 December 2026")
        .contains("Monday 11 January 2027")
        .doesNotContain("Monday 23 November 2026");
    assertThat(
            clinician
                .post(course + "/sessions/2/move", Map.of("to", "2027-01-02", "version", "2"))
                .text())
        .contains("2 January 2027 is too soon after session 1 on 14 December 2026")
        .contains("not before 11 January 2027");
  }

  @Test
  void aSessionTakenInAgainKeepsItsDistanceAndOnlyOptionalOnesAreLeftOut() {
    UUID patient = running.healthyPatient("Herbst");
    String course = plan(patient, "burn-scars", "arms").path();
    Visitor.Answer refused =
        clinician.post(course + "/sessions/1/leave-out", Map.of("out", "true", "version", "1"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Session 1 is not optional");
    clinician.post(course + "/sessions/3/leave-out", Map.of("out", "true", "version", "1"));
    Visitor.Answer moved =
        clinician.post(course + "/sessions/2/move", Map.of("to", "2027-01-11", "version", "2"));
    assertThat(moved.text()).contains("Monday 18 January 2027 Left out", "Monday 15 February 2027");

    Visitor.Answer back =
        clinician.post(course + "/sessions/3/leave-out", Map.of("out", "false", "version", "3"));

    assertThat(back.text())
        .contains("Monday 11 January 2027", "Monday 8 February 2027", "Monday 8 March 2027")
        .doesNotContain("Monday 18 January 2027", "Left out");
  }

  @Test
  void aDayThatHasPassedIsSaidAndScreenedAsOfToday() {
    UUID patient = running.healthyPatient("Gestern");
    String course = plan(patient, "acne-scars", "cheeks").path();
    running.inClinic(() ->
        running
            .sql()
            .sql(
                "update course_session set planned = '2026-11-02' where number = 1 and course_id ="
                    + " (select course_id from course where patient_id = ?)")
            .param(patient)
            .update());

    assertThat(clinician.get(course).text())
        .contains("Monday 2 November 2026 Has passed")
        .contains("23 November 2026")
        .doesNotContain("on 2 November 2026");
  }

  @Test
  void theSecondEditorSeesBothAndLosesNothing() {
    UUID patient = running.healthyPatient("Winter");
    String course = plan(patient, "acne-scars", "cheeks").path();
    clinician.post(course + "/note", Map.of("note", "first", "version", "1"));
    Visitor.Answer second =
        running
            .as(Role.OWNER)
            .post(course + "/note", Map.of("note", "second", "version", "1", "_csrf", ""));
    assertThat(second.status()).isEqualTo(403);
    Visitor owner = running.as(Role.OWNER);
    owner.get(course);
    second = owner.post(course + "/note", Map.of("note", "second", "version", "1"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody else saved first")
        .contains("first")
        .contains("second");
    assertThat(clinician.get(course).text()).contains("first");
  }

  @Test
  void whoMayNotBeTreatedGetsReasonsInsteadOfACourse() {
    UUID patient = running.healthyPatient("Klein");
    running.inClinic(() -> {
      running.say(patient, "pregnant", "YES");
      return true;
    });
    Visitor.Answer page = plan(patient, "acne-scars", "cheeks");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("No course was made").contains("Pregnan");
  }

  @Test
  void badInputIsAnsweredBesideItsField() {
    UUID patient = running.healthyPatient("Fuchs");
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    Visitor.Answer bad =
        clinician.post(
            courses, Map.of("concern", "no-such", "site", "cheeks", "from", "2026-13-40"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text())
        .contains("Choose what is to be treated.")
        .contains("there is no month 13");
    assertThat(bad.body()).contains("value=\"2026-13-40\"");
    String course = plan(patient, "acne-scars", "cheeks").path();
    for (String to : new String[] {"", "yesterday", "2026-11-22", "9999-01-01", "0000-00-00"}) {
      Visitor.Answer answer =
          clinician.post(course + "/sessions/1/move", Map.of("to", to, "version", "1"));
      assertThat(answer.status()).as(to).isEqualTo(422);
      assertThat(answer.text()).contains("There is a problem");
    }
    assertThat(clinician.post(course + "/step", Map.of("step", "FLY", "version", "1")).status())
        .isEqualTo(404);
    assertThat(clinician.post(course + "/step", Map.of("version", "1")).status()).isEqualTo(400);
    assertThat(clinician.get(course + "/sessions/99/move").status()).isEqualTo(404);
    assertThat(clinician.get(courses + "/not-an-id").status()).isEqualTo(404);
    assertThat(
            clinician
                .post(course + "/note", Map.of("note", "x".repeat(2001), "version", "1"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void anotherClinicFindsNothing() {
    UUID patient = running.healthyPatient("Vogel");
    String course = plan(patient, "acne-scars", "cheeks").path();
    Visitor stranger = running.fromOther(Role.OWNER);
    assertThat(stranger.get(course).status()).isEqualTo(404);
    stranger.get("/patients");
    assertThat(stranger.post(course + "/note", Map.of("note", "mine", "version", "1")).status())
        .isEqualTo(404);
    UUID theirs = running.patient(running.other(), "Fremd");
    String id = course.substring(course.lastIndexOf('/') + 1);
    assertThat(stranger.get("/patients/" + theirs + "/courses/" + id).status()).isEqualTo(404);
    long seen =
        running.in(
            running.other(),
            () ->
                running
                    .sql()
                    .sql(
                        "select (select count(*) from course) + (select count(*) from course_session)"
                            + " + (select count(*) from course_step)")
                    .query(Long.class)
                    .single());
    assertThat(seen).isZero();
  }

  private Visitor.Answer plan(UUID patient, String concern, String site) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    return clinician.post(courses, Map.of("concern", concern, "site", site, "from", ""));
  }
}
