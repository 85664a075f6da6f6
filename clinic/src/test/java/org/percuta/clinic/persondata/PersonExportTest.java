package org.percuta.clinic.persondata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.Sha256;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.Intake;
import org.percuta.protocol.io.IntakeReader;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;

/** The copy of what is held about one person. */
class PersonExportTest extends ClinicAppTest {

  private final PersonTables tables = bean(PersonTables.class);
  private final Patients patients = bean(Patients.class);
  private final CourseScreening courseScreening = bean(CourseScreening.class);
  private final Knowledge knowledge = bean(Knowledge.class);
  private final Screening screening = new Screening(knowledge);

  private ClinicId clinic;
  private UUID owner;
  private WholePerson person;

  @BeforeEach
  void aPerson() {
    clinic = newClinic();
    owner =
        accounts.create(
            clinic,
            UUID.randomUUID() + "@example.org",
            "Ada Owner",
            Role.OWNER,
            "correct horse battery",
            false);
    person = WholePerson.in(clinic, owner, transactions, sql, knowledge);
  }

  @Test
  void everyTableIsInTheCopyWithItsRows() throws Exception {
    signedInPatient(clinic, person.id()).get("/my");
    String json = text(download(person.id()), "record.json");

    List<String> keys =
        sql.sql("select jsonb_object_keys(cast(? as jsonb) -> 'tables')")
            .param(json)
            .query(String.class)
            .list();
    List<String> known =
        transactions.in(
            clinic, () -> tables.list().stream().map(PersonTables.Table::name).toList());
    assertThat(keys).containsExactlyInAnyOrderElementsOf(known);
    for (String table : known) {
      long rows =
          sql.sql("select jsonb_array_length(cast(? as jsonb) -> 'tables' -> ?)")
              .params(json, table)
              .query(Long.class)
              .single();
      if (!table.equals("erasure")) {
        assertThat(rows).as(table).isPositive();
      }
    }
    assertThat(json).contains(person.family()).doesNotContain("token_hash");
  }

  @Test
  void signedDocumentsAreInItAsTheyWereSigned() throws Exception {
    Map<String, byte[]> files = download(person.id());

    assertThat(files).containsKeys("files/consent-1-document.pdf", "files/document-1-content.png");
    assertThat(files.get("files/consent-1-document.pdf")).isEqualTo(WholePerson.PDF);
    assertThat(text(files, "record.json")).contains("\"file\": \"files/consent-1-document.pdf\"");
  }

  @Test
  void nothingOfAnybodyElseIsInIt() throws Exception {
    UUID other = newPatient(clinic, "Zacharias", "Elsewhere", "1990-04-02");
    transactions.run(clinic, () -> WholePerson.say(sql, other, "pregnant", "YES", null));

    Map<String, byte[]> files = download(person.id());

    files.forEach((name, bytes) ->
        assertThat(new String(bytes, StandardCharsets.UTF_8))
            .as(name)
            .doesNotContain("Zacharias", "Elsewhere", other.toString()));
  }

  @Test
  void whatWasWithdrawnIsSomebodyElsesAndNotInItButThatItWasHereIs() throws Exception {
    Map<String, byte[]> files = download(person.id());

    files.forEach((name, bytes) ->
        assertThat(new String(bytes, StandardCharsets.UTF_8))
            .as(name)
            .doesNotContain("Wrongfiled", WholePerson.SOMEBODY_ELSE));
    assertThat(files.keySet().stream().filter(name -> name.startsWith("files/document-")))
        .hasSize(1);
    String json = text(files, "record.json");
    assertThat(
            sql.sql(
                    "select jsonb_path_query_array(cast(? as jsonb),"
                        + " '$.tables.document[*] ? (@.media_type == \"text/plain\").*')::text")
                .param(json)
                .query(String.class)
                .single())
        .contains("Ada", "null");
    assertThat(
            sql.sql(
                    "select cast(? as jsonb) #>> '{tables,document_withdrawal,0,withdrawn_by}'"
                        + " || coalesce(cast(? as jsonb) #>> '{tables,document_withdrawal,0,reason}',"
                        + " ' for a reason that is left out')")
                .params(json, json)
                .query(String.class)
                .single())
        .isEqualTo("Ada for a reason that is left out");
  }

  @Test
  void theIndexNamesEveryFileWithItsSizeAndHash() throws Exception {
    Map<String, byte[]> files = download(person.id());
    String json = text(files, "record.json");

    Map<String, String> listed = new LinkedHashMap<>();
    sql.sql(
            "select f ->> 'file' as file, (f ->> 'bytes') || ' ' || (f ->> 'sha256') as what"
                + " from jsonb_array_elements(cast(? as jsonb) -> 'files') f")
        .param(json)
        .query(row -> {
          listed.put(row.getString("file"), row.getString("what"));
        });
    Map<String, String> there = new LinkedHashMap<>();
    files.forEach((name, bytes) -> {
      if (name.startsWith("files/")) {
        there.put(name, bytes.length + " " + Sha256.hex(bytes));
      }
    });

    assertThat(listed).isNotEmpty().isEqualTo(there);
    assertThat(
            sql.sql(
                    "select array_to_string(array(select jsonb_object_keys(cast(? as jsonb))), ' ')")
                .param(json)
                .query(String.class)
                .single()
                .split(" "))
        .containsExactlyInAnyOrder("format", "clinic", "written", "records", "tables", "files");
    assertThat(json).contains("\"format\": \"percuta.person-1\"");
  }

  @Test
  void theSummarySaysItInPlainWords() throws Exception {
    String summary = text(download(person.id()), "summary.html");

    assertThat(summary)
        .contains("Ottilie " + person.family(), "2 April 1990", "Acne scars, cheeks", "62 kg")
        .contains("Session 1, 5 October 2026: held", "taken back on")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void screeningTheIntakeGivesTheSameVerdictAsTheApplication() throws Exception {
    String yaml = text(download(person.id()), "intake.yaml");
    Findings findings = new Findings();
    Intake intake =
        IntakeReader.read("intake.yaml", yaml.getBytes(StandardCharsets.UTF_8), knowledge, findings)
            .orElseThrow(() -> new AssertionError(findings.list() + "\n" + yaml));

    assertThat(findings.list()).isEmpty();
    assertThat(intake.goals()).containsExactly(Goal.inClinic("acne-scars", "cheeks"));
    for (LocalDate on :
        List.of(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 11, 21), LocalDate.of(2027, 6, 1))) {
      for (Goal goal :
          List.of(
              Goal.inClinic("acne-scars", "cheeks"),
              Goal.inClinic("fine-lines-wrinkles", "face"))) {
        Verdict ours =
            transactions.in(
                clinic,
                () ->
                    courseScreening.screen(
                        courseScreening.record(patients.get(person.id())), goal, on));
        Verdict theirs = screening.screen(intake.record(), goal, on);
        assertThat(words(theirs)).as("%s on %s", goal, on).isEqualTo(words(ours));
      }
    }
  }

  @Test
  void theCopyIsAuditedAndForNobodyElsesPatient() throws Exception {
    download(person.id());
    UUID theirs = newPatient(newClinic(), "Their", "Patient", "1980-01-01");

    assertThat(signedIn(clinic, Role.AUDITOR).get("/audit?patient=" + person.id()).body())
        .contains(">export<");
    assertThat(signedIn(clinic, Role.OWNER).get("/patients/" + theirs + "/export").status())
        .isEqualTo(404);
    assertThat(signedIn(clinic, Role.OWNER).get("/patients/" + theirs + "/data").status())
        .isEqualTo(404);
    assertThat(
            signedIn(clinic, Role.PRACTITIONER)
                .get("/patients/" + person.id() + "/export")
                .status())
        .isEqualTo(403);
  }

  private static List<Object> words(Verdict verdict) {
    return List.of(
        verdict.outcome(),
        String.valueOf(verdict.from()),
        verdict.reasons().stream().map(reason -> reason.rule().id()).toList(),
        verdict.missing().stream().map(missing -> missing.question()).toList());
  }

  private static String text(Map<String, byte[]> files, String name) {
    assertThat(files).containsKey(name);
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private Map<String, byte[]> download(UUID patient) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + port + "/patients/" + patient + "/export"))
                  .header("Cookie", "percuta_session=" + sessions.begin(clinic, owner, Role.OWNER))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-disposition").orElse(""))
          .contains("patient-" + patient + ".zip");
      Map<String, byte[]> files = new LinkedHashMap<>();
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), zip.readAllBytes());
        }
      }
      return files;
    }
  }
}
