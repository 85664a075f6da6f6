package org.percuta.clinic.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.OwnClinic;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class VisitTest extends ClinicAppTest {

  private final LinkSigner signer = bean(LinkSigner.class);

  @Test
  void theLinkAndTheDateOfBirthOpenTheOwnPage() {
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String page =
        signedIn(clinic, Role.FRONT_DESK).post("/patients/" + patient + "/link", Map.of()).body();
    String link = page.replaceFirst("(?s).*(/visit/[A-Za-z0-9_.-]+).*", "$1");
    Visitor visitor = visitor();

    assertThat(visitor.get(link).location()).contains("/visit");
    assertThat(visitor.post("/visit", Map.of("born", "1991-04-02")).status()).isEqualTo(422);
    assertThat(visitor.post("/visit", Map.of("born", "1990-04-02")).location()).contains("/my");
    assertThat(visitor.get("/my").body()).contains("Hello Giulia");
    assertThat(visitor.get("/patients").status()).isEqualTo(403);
  }

  @Test
  void theOwnPageSaysWhatComesAndWhatToKeepToAndNothingOfWhatIsOff() {
    OwnClinic clinic = new OwnClinic("Visited Skin Clinic");
    UUID patient = clinic.healthyPatient("Rossi");
    UUID other = clinic.healthyPatient("Bianchi");
    String day = RunningClinic.TODAY.plusDays(3).toString();
    String course = accepted(clinic, patient, day);
    accepted(clinic, other, day);
    book(clinic, patient, course, day);

    String page = own(clinic, patient);
    assertThat(page)
        .contains("Thursday 26 November 2026, 10:00", "Session 1 with Ada Clinician, Quiet room")
        .contains("About 75 minutes", "Before session 1", "Check what you see")
        .contains("is on Thursday 26 November 2026 at 10:00.")
        .doesNotContain("Bianchi", "Session 2", "After session", "{");
    assertThat(own(clinic, other))
        .contains("No visit is booked.", "Before session 1")
        .contains("No time is booked for that day yet: please call us to make an appointment.");

    Visitor clinician = clinic.as(Role.CLINICIAN);
    String version =
        clinician
            .get(course)
            .body()
            .replaceFirst("(?s).*?name=\"version\" value=\"([0-9]+)\".*", "$1");
    Visitor.Answer stopped =
        clinician.post(
            course + "/step", Map.of("step", "STOP", "version", version, "reason", "moves away"));
    assertThat(stopped.text()).contains("Stopped");
    assertThat(own(clinic, patient))
        .contains("Nothing for today.", "No visit is booked.")
        .doesNotContain("Before session");
  }

  private static String own(OwnClinic clinic, UUID patient) {
    String session =
        clinic.running().bean(Sessions.class).begin(clinic.id(), patient, Role.PATIENT);
    return Visitor.following(clinic.running().address()).withSession(session).get("/my").text();
  }

  private static String accepted(OwnClinic clinic, UUID patient, String from) {
    Visitor clinician = clinic.as(Role.CLINICIAN);
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String course =
        clinician
            .post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", from))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return course;
  }

  private static void book(OwnClinic clinic, UUID patient, String course, String day) {
    UUID room =
        clinic.in(() ->
            clinic
                .running()
                .sql()
                .sql(
                    "insert into bookable (clinic_id, kind, name)"
                        + " values (current_clinic(), 'ROOM', 'Quiet room') returning bookable_id")
                .query(UUID.class)
                .single());
    Visitor desk = clinic.as(Role.FRONT_DESK);
    String address = "/patients/" + patient + "/appointments";
    desk.get(address + "/new");
    Visitor.Answer booked =
        desk.post(
            address,
            Map.of(
                "what", course.substring(course.lastIndexOf('/') + 1) + "#1",
                "day", day,
                "time", "10:00",
                "practitioner", clinic.staff(Role.CLINICIAN).toString(),
                "room", room.toString(),
                "device", "",
                "numbing", "30",
                "handsOn", "30",
                "setUp", "15"));
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
  }

  @Test
  void aLinkThatExpiredOrWasChangedOpensNothing() {
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    Instant past = bean(Clock.class).instant().minusSeconds(1);
    String expired = new VisitLink(clinic, patient, past).signed(signer);
    String valid = new VisitLink(clinic, patient, past.plusSeconds(600)).signed(signer);
    String forged = (valid.charAt(9) == 'A' ? "B" : "A") + valid.substring(1);

    for (String token : new String[] {expired, forged, valid + "x", "x", ".", "a.b"}) {
      Visitor visitor = visitor();
      visitor.get("/visit/" + token);
      assertThat(visitor.get("/visit").body()).as(token).contains("no longer works");
      assertThat(visitor.post("/visit", Map.of("born", "1990-04-02")).body())
          .contains("no longer works");
    }
  }
}
