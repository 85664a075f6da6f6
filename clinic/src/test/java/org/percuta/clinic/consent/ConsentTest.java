package org.percuta.clinic.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.audit.AuditChain;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Goal;

class ConsentTest {

  private static final Goal GOAL = Goal.inClinic("acne-scars", "cheeks");

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void aSessionStartsOnlyOnAValidConsent() {
    UUID patient = running.healthyPatient("Zustimmung");
    String course = acceptedCourse(patient);
    Visitor.Answer refused = clinician.post(course + "/sessions/1/start", Map.of("version", "3"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("No consent to this treatment has been signed.");
    String consent = sign(patient, Map.of()).path();
    Visitor.Answer started = clinician.post(course + "/sessions/1/start", Map.of("version", "3"));
    assertThat(started.text()).contains("Running").contains("Held");
    assertThat(clinician.get("/patients/" + patient + "/verdict").text())
        .contains("Session started");
    clinician.post(consent + "/withdraw", Map.of("reason", "changed my mind"));
    assertThat(ask(patient, RunningClinic.TODAY)).contains("was withdrawn");
    assertThat(clinician.post(consent + "/withdraw", Map.of()).text())
        .contains("withdrawn already");
  }

  @Test
  void aConsentExpiresAndDoesNotCoverWhatCameUpSince() {
    UUID patient = running.healthyPatient("Ablauf");
    sign(patient, Map.of());
    assertThat(ask(patient, RunningClinic.TODAY.plusMonths(12))).isEqualTo("open");
    assertThat(ask(patient, RunningClinic.TODAY.plusMonths(12).plusDays(1))).contains("expired on");
    running.inClinic(() -> {
      running.say(patient, "cold-sore-history", "YES");
      return true;
    });
    assertThat(ask(patient, RunningClinic.TODAY))
        .contains("does not cover what has come up since")
        .contains("old sore");
  }

  @Test
  void theSealedDocumentHoldsWhatWasReadAndWhoSigned() throws Exception {
    UUID patient = running.healthyPatient("Łukasz-Öztürk");
    BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_ARGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    String drawing =
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    Visitor.Answer signed = sign(patient, Map.of("drawing", drawing));
    assertThat(signed.text()).contains("Valid").contains("Seal (SHA-256)");
    UUID id = UUID.fromString(signed.path().substring(signed.path().lastIndexOf('/') + 1));
    byte[] document = running.inClinic(() -> running.bean(ConsentRepository.class).document(id));
    try (PDDocument pdf = Loader.loadPDF(document)) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Łukasz-Öztürk")
          .contains("What can go wrong")
          .contains("drawn and typed");
    }
    Visitor.Answer saved = clinician.get(signed.path() + "/pdf");
    assertThat(saved.type()).isEqualTo("application/pdf");
    assertThat(running.bean(AuditChain.class).verify(running.clinic()).isIntact()).isTrue();
  }

  @Test
  void aChangedDocumentIsFoundAndCountsForNothing() throws Exception {
    UUID patient = running.healthyPatient("Siegel");
    String consent = sign(patient, Map.of()).path();
    UUID id = UUID.fromString(consent.substring(consent.lastIndexOf('/') + 1));
    assertThatThrownBy(() ->
            running.inClinic(() ->
                running
                    .sql()
                    .sql("update consent set document = 'x' where consent_id = ?")
                    .param(id)
                    .update()))
        .hasStackTraceContaining("permission denied");
    try (Connection attacker = superuser();
        Statement sql = attacker.createStatement()) {
      sql.execute("alter table consent disable trigger append_only");
      sql.execute("alter table consent drop constraint sealed");
      sql.execute("update consent set document = 'x' where consent_id = '" + id + "'");
      sql.execute(
          "alter table consent add constraint sealed check (sha256 = sha256(document)) not valid");
      sql.execute("alter table consent enable trigger append_only");
    }
    assertThat(ask(patient, RunningClinic.TODAY)).contains("no longer matches its seal");
    assertThat(clinician.get(consent).text()).contains("The document was changed");
  }

  @Test
  void nobodySignsWithoutAgreeingOrWhatTheyWereNotShown() {
    UUID patient = running.healthyPatient("Eile");
    String own = "/patients/" + patient + "/consents";
    Visitor.Answer bad =
        sign(patient, Map.of("agree", "", "name", "", "drawing", "data:image/png;base64,AAAA"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text())
        .contains("Tick that you agree")
        .contains("Enter your full name")
        .contains("The drawn signature could not be read");
    assertThat(sign(patient, Map.of("drawing", "<svg>")).status()).isEqualTo(422);
    assertThat(sign(patient, Map.of("seen", "0".repeat(64))).text())
        .contains("The text changed since this page was opened");
    assertThat(sign(patient, Map.of("concern", "no-such")).status()).isEqualTo(422);
    assertThat(sign(patient, Map.of("kind", "EVERYTHING")).status()).isEqualTo(404);
    assertThat(clinician.get(own + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    Visitor owner = running.as(Role.OWNER);
    owner.get("/consent-templates");
    Visitor.Answer text =
        owner.post(
            "/consent-templates",
            Map.of("kind", "PHOTO", "intro", "", "months", "soon", "version", "0"));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.text()).contains("Enter the text.").contains("'soon' is not a number");
    assertThat(text.body()).contains("value=\"soon\"");
  }

  @Test
  void whoSignsForThePatientSaysWhoTheyAreAndARefusedFormKeepsTheSignature() throws Exception {
    UUID patient = running.healthyPatient("Mündel");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_ARGB), "png", png);
    String drawing =
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());

    Visitor.Answer refused = sign(patient, Map.of("name", "Berta Beispiel", "drawing", drawing));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("This consent is for Anna Mündel.");
    assertThat(refused.body()).contains("name=\"drawing\" value=\"" + drawing);
    assertThat(ask(patient, RunningClinic.TODAY)).contains("No consent");
    assertThat(sign(patient, Map.of("name", "Berta Beispiel", "standing", "mother")).text())
        .contains("Berta Beispiel (mother)");
    assertThat(ask(patient, RunningClinic.TODAY)).isEqualTo("open");
    assertThat(sign(patient, Map.of("name", "MUNDEL")).status()).isEqualTo(200);
  }

  @Test
  void photographsAreAgreedToApartAndANewTextIsANewVersion() {
    UUID patient = running.healthyPatient("Foto");
    Visitor owner = running.as(Role.OWNER);
    owner.get("/consent-templates");
    Map<String, String> text =
        Map.of("kind", "MARKETING", "intro", "Our own words.", "months", "6", "version", "0");
    assertThat(owner.post("/consent-templates", text).text()).contains("Version 1");
    assertThat(owner.post("/consent-templates", text).status()).isEqualTo(409);
    Visitor.Answer signed = sign(patient, Map.of("kind", "MARKETING"));
    assertThat(signed.text())
        .contains("Photographs shown to others")
        .contains("23 May 2027")
        .contains("house text version 1");
    assertThat(ask(patient, RunningClinic.TODAY)).contains("No consent to this treatment");
  }

  @Test
  void anotherClinicReadsAndWritesNone() {
    UUID patient = running.healthyPatient("Geheimnis");
    String consent = sign(patient, Map.of()).path();
    Visitor stranger = running.fromOther(Role.OWNER);
    assertThat(stranger.get(consent).status()).isEqualTo(404);
    assertThat(stranger.get(consent + "/pdf").status()).isEqualTo(404);
    for (String table : new String[] {"consent", "consent_template", "consent_withdrawal"}) {
      long seen =
          running.in(
              running.other(),
              () -> running.sql().sql("select count(*) from " + table).query(Long.class).single());
      assertThat(seen).as(table).isZero();
    }
  }

  private String ask(UUID patient, LocalDate on) {
    return running.inClinic(() ->
        switch (running
            .bean(ConsentGate.class)
            .ask(running.bean(Patients.class).get(patient), GOAL, on, RunningClinic.ZONE)) {
          case ConsentGate.Answer.Open _ -> "open";
          case ConsentGate.Answer.Closed(String why) -> why;
        });
  }

  private Visitor.Answer sign(UUID patient, Map<String, String> other) {
    String own = "/patients/" + patient + "/consents";
    String kind = other.getOrDefault("kind", "TREATMENT");
    Visitor.Answer page = clinician.get(own + "/new?concern=acne-scars&site=cheeks&kind=" + kind);
    Map<String, String> fields = new HashMap<>();
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(page.body());
    fields.put("seen", seen.find() ? seen.group(1) : "");
    fields.put("kind", kind);
    fields.put("concern", "acne-scars");
    fields.put("site", "cheeks");
    fields.put("agree", "yes");
    fields.put("name", "Anna");
    fields.putAll(other);
    return clinician.post(own, fields);
  }

  private String acceptedCourse(UUID patient) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String course =
        clinician
            .post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", ""))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return course;
  }

  private Connection superuser() throws Exception {
    DatabaseAccess database = running.bean(DatabaseAccess.class);
    return DriverManager.getConnection(
        database.url(), "percuta_admin", database.secrets().get("database.superuser"));
  }
}
