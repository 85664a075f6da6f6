package org.percuta.clinic.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.errors.ContentUnreadable;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OtherContent;
import org.percuta.clinic.testing.PublicQuestions;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Knowledge;

/** A program that brings other content than the clinic has accepted, started on the same data. */
class UpgradeTest {

  private static final LocalDate FILLED = RunningClinic.TODAY.minusWeeks(5);

  @TempDir private Path folder;

  @Test
  void newContentWaitsUntilAClinicianHasSeenWhomItConcernsAndAcceptsIt() {
    Path data = folder.resolve("data");
    UUID concerned;
    UUID unconcerned;
    String old;
    try (RunningClinic first = RunningClinic.start(data)) {
      concerned = withCourse(first, "Rossi", true);
      unconcerned = withCourse(first, "Bianchi", false);
      old = first.bean(Knowledge.class).digest();
      Visitor.Answer page = first.as(Role.OWNER).get("/knowledge/upgrade");
      assertThat(page.text())
          .contains("Nothing waits")
          .contains("2026.11.1")
          .contains("In force from the start.");
    }
    Path content = OtherContent.folder(folder.resolve("content"));
    try (RunningClinic second = RunningClinic.start(data, "--percuta.knowledge=" + content)) {
      Protocols protocols = second.bean(Protocols.class);
      String fresh = second.bean(Knowledge.class).digest();
      assertThat(fresh).isNotEqualTo(old);
      assertThat(protocols.of(second.clinic()).digest())
          .as("the accepted content goes on, from what was kept")
          .isEqualTo(old);
      assertThat(filler(protocols.of(second.clinic()))).isEqualTo(4);

      Visitor clinician = second.as(Role.CLINICIAN);
      clinician.get("/knowledge");
      assertThat(clinician.get("/today").text()).contains("New clinical content waits");
      assertThat(second.as(Role.PRACTITIONER).get("/today").text())
          .doesNotContain("New clinical content waits");
      Visitor.Answer page = clinician.get("/knowledge/upgrade");
      assertThat(page.text())
          .contains("This program brings version 2027.01.0")
          .contains("Wait after dermal filler")
          .contains("Value 4 → becomes 6")
          .contains("Compare with our patients")
          .doesNotContain("Accept the new content");

      Visitor.Answer early = clinician.post("/knowledge/upgrade", accept(page, fresh));
      assertThat(early.status()).isEqualTo(422);
      assertThat(early.text()).contains("Compare with your patients first");

      Visitor.Answer compared = compare(clinician);
      assertThat(compared.text())
          .contains("2 patients screened as of 23 November 2026. 1 verdict changes.")
          .contains("Anna Rossi")
          .contains("Permitted on 23 November 2026")
          .contains("Not before 30 November 2026");
      assertThat(compared.text()).doesNotContain("Anna Bianchi");
      long read =
          second.inClinic(() ->
              second
                  .sql()
                  .sql(
                      "select count(*) from audit_entry where action = 'READ'"
                          + " and detail = 'screened under waiting content'"
                          + " and patient_id in (?, ?)")
                  .params(concerned, unconcerned)
                  .query(Long.class)
                  .single());
      assertThat(read).isEqualTo(2);

      Visitor owner = second.as(Role.OWNER);
      owner.get("/knowledge/upgrade");
      assertThat(owner.post("/knowledge/upgrade", accept(compared, fresh)).status()).isEqualTo(403);
      assertThat(clinician.post("/knowledge/upgrade", accept(compared, "another")).status())
          .isEqualTo(409);
      Map<String, String> silent = accept(compared, fresh);
      silent.put("reason", "");
      assertThat(clinician.post("/knowledge/upgrade", silent).status()).isEqualTo(422);
      assertThat(protocols.of(second.clinic()).digest()).isEqualTo(old);

      Visitor.Answer accepted = clinician.post("/knowledge/upgrade", accept(compared, fresh));
      assertThat(accepted.text())
          .contains("Nothing waits")
          .contains("Read and discussed.")
          .contains("Clinician Here");
      assertThat(clinician.post("/knowledge/upgrade", accept(compared, fresh)).status())
          .as("once only")
          .isEqualTo(409);
      InForce now = protocols.of(second.clinic());
      assertThat(now.digest()).isEqualTo(fresh);
      assertThat(filler(now)).isEqualTo(6);
      assertThat(filler(protocols.at(second.clinic(), old, 0).orElseThrow()))
          .as("an old verdict is replayed with what held then")
          .isEqualTo(4);
      assertThat(protocols.of(second.other()).digest())
          .as("the other clinic had not begun before")
          .isEqualTo(fresh);
      assertThat(protocols.at(second.other(), old, 0)).as("nor ever worked by it").isEmpty();
      unreadable(second);
    }
    try (RunningClinic third = RunningClinic.start(data)) {
      assertThat(filler(third.bean(Protocols.class).of(third.clinic())))
          .as("accepted stays accepted, whatever program is started")
          .isEqualTo(6);
    }
  }

  @Test
  void visitorsOfTheOneClinicAreAnsweredByWhatItHasAccepted() {
    Path data = folder.resolve("data");
    try (RunningClinic first = RunningClinic.startAlone(data)) {
      assertThat(publicly(filled(first)).text()).contains("Permitted from today");
    }
    Path content = OtherContent.folder(folder.resolve("content"));
    try (RunningClinic second = RunningClinic.startAlone(data, "--percuta.knowledge=" + content)) {
      second.bean(PublicProtocol.class).refresh();
      Visitor visitor = filled(second);
      assertThat(publicly(visitor).text())
          .as("6 weeks wait to be accepted")
          .contains("Permitted from today");

      Visitor clinician = second.as(Role.CLINICIAN);
      String fresh = second.bean(Knowledge.class).digest();
      clinician.post("/knowledge/upgrade", accept(compare(clinician), fresh));

      assertThat(publicly(visitor).text().replace('\u00a0', ' '))
          .contains("Permitted from 30 November 2026");
      spoil(second, second.clinic());
      second.bean(PublicProtocol.class).refresh();
      for (String page : List.of("/assess/result", "/recovery", "/understand/risks")) {
        Visitor.Answer none = visitor.get(page);
        assertThat(none.status()).as(page).isEqualTo(503);
        assertThat(none.text()).contains("gives no verdict").contains("call the clinic");
      }
      clinician.post("/knowledge/upgrade", accept(compare(clinician), fresh));
      assertThat(publicly(visitor).text().replace('\u00a0', ' '))
          .contains("Permitted from 30 November 2026");
    }
  }

  private static Visitor filled(RunningClinic running) {
    return PublicQuestions.answered(
        running.address(), "dermal-filler", FILLED, Map.of("place", "cheeks"));
  }

  private static Visitor.Answer publicly(Visitor visitor) {
    Visitor.Answer result = visitor.get("/assess/result");
    assertThat(result.status()).isEqualTo(200);
    return result;
  }

  /** Accepts what no program can read. */
  private static void spoil(RunningClinic running, ClinicId clinic) {
    running.in(
        clinic,
        () -> {
          running
              .sql()
              .sql(
                  "insert into knowledge_content (clinic_id, digest, version, content)"
                      + " values (current_clinic(), 'spoiled', '1999', ?)")
              .param("no zip".getBytes(StandardCharsets.UTF_8))
              .update();
          return running
              .sql()
              .sql(
                  "insert into knowledge_acceptance (clinic_id, number, digest, accepted_by,"
                      + " accepted_name, reason, accepted_at) select current_clinic(), (select max(number) + 1"
                      + " from knowledge_acceptance where clinic_id = current_clinic()), 'spoiled',"
                      + " staff_id, name, 'x', now() from staff where clinic_id = current_clinic()"
                      + " and role = 'CLINICIAN'")
              .update();
        });
  }

  /** Content that no longer reads gives no verdict, and says how to go on. */
  private static void unreadable(RunningClinic running) {
    running.in(running.other(), running.bean(Protocols.class)::accepted);
    spoil(running, running.other());
    assertThatThrownBy(() -> running.bean(Protocols.class).of(running.other()))
        .isInstanceOf(ContentUnreadable.class)
        .hasMessageContaining("spoiled");
    Visitor clinician = running.fromOther(Role.CLINICIAN);
    Visitor.Answer refused = clinician.get("/knowledge/settings");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).contains("gives no verdict").contains("/knowledge/upgrade");
    assertThat(clinician.get("/today").status()).isEqualTo(200);
    assertThat(clinician.get("/knowledge/upgrade").text())
        .contains("cannot be read by this version");
    Visitor.Answer compared = compare(clinician);
    Visitor.Answer accepted =
        clinician.post(
            "/knowledge/upgrade", accept(compared, running.bean(Knowledge.class).digest()));
    assertThat(accepted.text()).contains("Nothing waits");
    assertThat(clinician.get("/knowledge/settings").status()).isEqualTo(200);
  }

  @Test
  void contentThatDoesNotHoldTogetherIsNotStartedWith() throws Exception {
    Path content = OtherContent.folder(folder.resolve("content"));
    Path settings = content.resolve("protocol/settings.yaml");
    Files.writeString(
        settings, Files.readString(settings).replaceFirst("value: 21\n", "value: 210\n"));
    assertThatThrownBy(
            () -> RunningClinic.start(folder.resolve("data"), "--percuta.knowledge=" + content))
        .rootCause()
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("outside 3.0 to 42.0");
    assertThatThrownBy(
            () -> RunningClinic.start(folder.resolve("data"), "--percuta.knowledge=" + folder))
        .rootCause()
        .hasMessageContaining("holds no version.yaml");
  }

  private static Visitor.Answer compare(Visitor clinician) {
    clinician.get("/knowledge/upgrade");
    Visitor.Answer page = clinician.post("/knowledge/upgrade/preview", Map.of());
    for (int looks = 0; looks < 600 && !page.text().contains("screened as of"); looks++) {
      page = clinician.get("/knowledge/upgrade");
    }
    return page;
  }

  private static Map<String, String> accept(Visitor.Answer page, String to) {
    Matcher number = Pattern.compile("name=\"number\" value=\"(\\d+)\"").matcher(page.body());
    Map<String, String> fields = new HashMap<>();
    fields.put("to", to);
    fields.put("number", number.find() ? number.group(1) : "1");
    fields.put("reason", "Read and discussed.");
    return fields;
  }

  private static double filler(InForce now) {
    return now.knowledge().settings().values().stream()
        .filter(setting -> setting.id().equals("filler-after"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static UUID withCourse(RunningClinic running, String family, boolean filled) {
    UUID patient = running.healthyPatient(family);
    if (filled) {
      running.inClinic(() ->
          running
              .sql()
              .sql(
                  "insert into patient_fact (clinic_id, patient_id, fact, site, answer, last,"
                      + " said_by, source, recorded_by, recorded_at) values (current_clinic(), ?,"
                      + " 'dermal-filler', 'cheeks', 'YES', ?, 'Anna', 'STAFF', 'Test',"
                      + " clock_timestamp())")
              .params(patient, FILLED.toString())
              .update());
    }
    Visitor clinician = running.as(Role.CLINICIAN);
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    Visitor.Answer course =
        clinician.post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", ""));
    assertThat(course.status()).isEqualTo(200);
    return patient;
  }
}
