package org.percuta.clinic.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class DocumentPagesTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);
  private UUID patient = new UUID(0, 0);

  @BeforeEach
  void aPatient() {
    patient = running.patient(running.clinic(), "Akte");
    clinician.get(own());
  }

  @Test
  void eachKindIsKeptAndHandedOutToSaveOnly() throws IOException {
    byte[] letter = "Sehr geehrte Frau Kollegin,\n".getBytes(StandardCharsets.UTF_8);
    add("C:\\letters\\Brief <1>.exe", letter, "");
    add("scan", picture("png"), "Moles on the back");
    add("photo.png", picture("jpeg"), "Cheek, left");
    Visitor.Answer list = add("report.bin", pdf(), "HbA1c Łódź");
    assertThat(list.text())
        .contains("Brief 1 .exe")
        .contains("Text, 1 kB")
        .contains("PNG picture")
        .contains("JPEG picture")
        .contains("PDF, 1 kB");

    HttpResponse<byte[]> saved = clinician.save(own() + "/" + id("Brief  1 .exe"));
    assertThat(saved.body()).isEqualTo(letter);
    assertThat(saved.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    assertThat(saved.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(saved.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains(".exe.txt");
    assertThat(clinician.save(own() + "/" + id("HbA1c Łódź")).headers().firstValue("Content-Type"))
        .hasValue("application/pdf");
    assertThat(clinician.save(own() + "/" + id("Cheek, left")).headers().firstValue("Content-Type"))
        .hasValue("image/jpeg");
  }

  @Test
  void whatAFileHoldsDecidesAndNotItsName() throws IOException {
    byte[] png = picture("png");
    refused("cat.png", Arrays.copyOf(png, png.length / 2), "cannot be opened as one");
    refused("cat.png", "PNG, honestly\0".getBytes(StandardCharsets.UTF_8), "this is none of them");
    refused("a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), "begins like a PDF");
    refused("a.txt", new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, "this is none of them");
    refused("a.txt", new byte[] {'a', (byte) 0xc3, '('}, "this is none of them");
    refused("a.zip", new byte[] {'P', 'K', 3, 4, 20, 0}, "this is none of them");
    refused("huge.png", withSize(png, 60_000, 60_000), "3600 million pixels; at most 100 million");
    refused("empty.pdf", new byte[0], "It is empty.");
    refused("", new byte[0], "Choose a file.");
    assertThat(clinician.post(own(), Map.of("title", "x")).text()).contains("Choose a file.");
    assertThat(clinician.get(own()).text()).contains("None yet.");
  }

  @Test
  void aFileThatIsTooLargeIsAMessageAndKeepsWhatWasTyped() {
    byte[] large = new byte[11 * MEGABYTE];
    Arrays.fill(large, (byte) 'a');
    Visitor.Answer refused = clinician.upload(own(), "a.txt", large, Map.of("title", "My title"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("This file has 11 MB; at most 10 MB are taken.");
    assertThat(refused.body()).contains("value=\"My title\"");
    byte[] huge = new byte[40 * MEGABYTE];
    Visitor.Answer over = clinician.upload(own(), "a.txt", huge, Map.of());
    assertThat(over.status()).isEqualTo(413);
    assertThat(over.text())
        .contains("That is too large", "Nothing was saved.", "Sign out", "Go to today")
        .doesNotContain("Staff sign-in");
  }

  @Test
  void aDocumentThatWasChangedIsNotHandedOut() throws Exception {
    add("a.txt", "as it was".getBytes(StandardCharsets.UTF_8), "Laboratory");
    String document = own() + "/" + id("Laboratory");
    try (Connection attacker = running.superuser();
        Statement sql = attacker.createStatement()) {
      sql.execute("alter table document disable trigger append_only");
      sql.execute("alter table document drop constraint document_sealed");
      sql.execute("update document set content = 'changed' where patient_id = '" + patient + "'");
      sql.execute(
          "alter table document add constraint document_sealed check (sha256 = sha256(content))"
              + " not valid");
      sql.execute("alter table document enable trigger append_only");
    }
    HttpResponse<byte[]> saved = clinician.save(document);
    assertThat(saved.statusCode()).isEqualTo(409);
    assertThat(new String(saved.body(), StandardCharsets.UTF_8))
        .contains("is no longer what was added");
  }

  @Test
  void othersGetNothing() {
    add("a.txt", "secret".getBytes(StandardCharsets.UTF_8), "Private");
    String document = own() + "/" + id("Private");
    assertThat(running.fromOther(Role.OWNER).get(document).status()).isEqualTo(404);
    assertThat(running.as(Role.FRONT_DESK).get(document).status()).isEqualTo(403);
    assertThat(Visitor.following(running.address()).get(document).path()).isEqualTo("/sign-in");
    UUID other = running.patient(running.clinic(), "Andere");
    assertThat(clinician.get("/patients/" + other + "/documents/" + id("Private")).status())
        .isEqualTo(404);
    long read =
        running.inClinic(() ->
            running
                .sql()
                .sql(
                    "select count(*) from audit_entry where patient_id = ? and action = 'ADD'"
                        + " and detail like 'text/plain sha256 %'")
                .param(patient)
                .query(Long.class)
                .single());
    assertThat(read).isEqualTo(1);
  }

  @Test
  void aDocumentOfTheWrongPatientIsWithdrawnOnceAndForEverybody() {
    byte[] content = "about somebody else".getBytes(StandardCharsets.UTF_8);
    add("a.txt", content, "Wrong letter");
    String document = own() + "/" + id("Wrong letter");
    String field = "reason-" + id("Wrong letter");
    clinician.get(own());
    assertThat(clinician.post(document + "/withdraw", Map.of(field, " ")).text())
        .contains("Enter why it is withdrawn.");
    assertThat(clinician.post(document + "/withdraw", Map.of(field, "x".repeat(1001))).text())
        .contains("can be up to 1000");
    assertThat(clinician.save(document).statusCode()).isEqualTo(200);

    Visitor.Answer done =
        clinician.post(document + "/withdraw", Map.of(field, "It is another person's"));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.text())
        .contains("Wrong letter Withdrawn")
        .contains("withdrawn on 23 Nov 2026, 12:00 by Clinician Here because: It is another");
    assertThat(done.body()).doesNotContain("href=\"" + document + "\"");
    for (Role role : new Role[] {Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER}) {
      HttpResponse<byte[]> saved = running.as(role).save(document);
      assertThat(saved.statusCode()).isEqualTo(404);
      assertThat(new String(saved.body(), StandardCharsets.UTF_8))
          .contains("“Wrong letter” was withdrawn", "It is another person")
          .doesNotContain("about somebody else");
    }

    Visitor owner = running.as(Role.OWNER);
    owner.get(own());
    Visitor.Answer second = owner.post(document + "/withdraw", Map.of(field, "It was mine"));
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.text())
        .contains("It was withdrawn already. Your reason was not kept. You typed: It was mine")
        .contains("by Clinician Here because: It is another person's");
    assertThat(entries("WITHDRAW")).isEqualTo(1);
    assertThat(owner.get("/audit?patient=" + patient).text()).contains("withdraw");
  }

  @Test
  void onlyCliniciansAndTheOwnerWithdrawAndOnlyWhatIsThisPatients() {
    add("a.txt", "here".getBytes(StandardCharsets.UTF_8), "Right letter");
    String withdraw = own() + "/" + id("Right letter") + "/withdraw";
    Map<String, String> why = Map.of("reason-" + id("Right letter"), "because");
    Visitor practitioner = running.as(Role.PRACTITIONER);
    assertThat(practitioner.get(own()).text()).contains("Right letter").doesNotContain("Withdraw");
    assertThat(practitioner.post(withdraw, why).status()).isEqualTo(403);
    Visitor stranger = running.fromOther(Role.OWNER);
    stranger.get("/patients/new");
    assertThat(stranger.post(withdraw, why).status()).isEqualTo(404);
    UUID other = running.patient(running.clinic(), "Andere");
    clinician.get(own());
    String elsewhere = "/patients/" + other + "/documents/" + id("Right letter") + "/withdraw";
    assertThat(clinician.post(elsewhere, why).status()).isEqualTo(404);
    assertThat(clinician.save(own() + "/" + id("Right letter")).statusCode()).isEqualTo(200);
  }

  @Test
  void twoWhoWithdrawAtOnceLeaveOneReason() throws Exception {
    add("a.txt", "twice".getBytes(StandardCharsets.UTF_8), "Twice");
    UUID document = id("Twice");
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (Role role : List.of(Role.OWNER, Role.CLINICIAN)) {
        done.add(
            both.submit(() ->
                running.inClinic(() ->
                    running
                        .bean(Documents.class)
                        .withdraw(running.actor(role), patient, document, role.word()))));
      }
      assertThat(List.of(done.get(0).get(), done.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    }
    assertThat(entries("WITHDRAW")).isEqualTo(1);
  }

  @Test
  void underALegalHoldItsBytesStayAndSoDoesThatItWasWithdrawn() throws Exception {
    byte[] content = "held".getBytes(StandardCharsets.UTF_8);
    add("a.txt", content, "Held letter");
    UUID document = id("Held letter");
    Visitor owner = running.as(Role.OWNER);
    owner.get("/patients/" + patient + "/data");
    owner.post("/patients/" + patient + "/holds", Map.of("reason", "A claim"));
    clinician.get(own());
    String why = "reason-" + document;
    clinician.post(own() + "/" + document + "/withdraw", Map.of(why, "Not hers"));
    assertThat(clinician.save(own() + "/" + document).statusCode()).isEqualTo(404);
    assertThat(stored(document)).isEqualTo(content);

    owner.get("/patients/" + patient + "/erase");
    Visitor.Answer refused =
        owner.post(
            "/patients/" + patient + "/erase", Map.of("reason", "Asked for it", "family", "Akte"));
    assertThat(refused.text()).contains("a legal hold forbids it");
    assertThat(stored(document)).isEqualTo(content);
    for (String statement :
        List.of(
            "delete from document_withdrawal where document_id = '" + document + "'",
            "update document_withdrawal set reason = 'x' where document_id = '" + document + "'")) {
      try (Connection attacker = running.superuser();
          Statement sql = attacker.createStatement()) {
        assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
      }
    }
  }

  private byte[] stored(UUID document) {
    return running.inClinic(() ->
        running
            .sql()
            .sql("select content from document where document_id = ?")
            .param(document)
            .query(byte[].class)
            .single());
  }

  private long entries(String action) {
    return running.inClinic(() ->
        running
            .sql()
            .sql(
                "select count(*) from audit_entry where patient_id = ? and action = ?"
                    + " and subject like 'document:%'")
            .params(patient, action)
            .query(Long.class)
            .single());
  }

  private void refused(String name, byte[] content, String why) {
    Visitor.Answer refused = add(name, content, "");
    assertThat(refused.status()).as(name).isEqualTo(422);
    assertThat(refused.text()).as(name).contains(why);
  }

  private Visitor.Answer add(String name, byte[] content, String title) {
    return clinician.upload(own(), name, content, Map.of("title", title));
  }

  private UUID id(String title) {
    return running.inClinic(() ->
        running
            .sql()
            .sql("select document_id from document where patient_id = ? and title = ?")
            .params(patient, title)
            .query(UUID.class)
            .single());
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 640; x++) {
      for (int y = 0; y < 480; y++) {
        image.setRGB(x, y, x * y * 31);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** The same picture with a head that claims another size, as a bomb does. */
  static byte[] withSize(byte[] png, int width, int height) {
    byte[] claimed = png.clone();
    ByteBuffer head = ByteBuffer.wrap(claimed);
    head.putInt(16, width);
    head.putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(claimed, 12, 17);
    head.putInt(29, (int) sum.getValue());
    return claimed;
  }

  private String own() {
    return "/patients/" + patient + "/documents";
  }
}
