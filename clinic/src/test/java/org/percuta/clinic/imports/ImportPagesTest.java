package org.percuta.clinic.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class ImportPagesTest {

  private static final Path EXAMPLES = Path.of("../examples/fhir");
  private static final Path FIXTURES =
      Path.of("../fhir/src/test/resources/org/percuta/fhir/read/FixtureTest");

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void aNewPersonIsAddedOutOfASyntheaBundleAfterItWasLookedAt() throws IOException {
    Visitor.Answer look = newPerson("diabetes.json");
    assertThat(look.text())
        .contains("Winford225 Chong355 O'Connell601, born 22 January 1987")
        .contains("SNOMED CT 127013003")
        .contains("Condition/")
        .contains("diabetes.json:")
        .contains("What was not understood");
    assertThat(people("O'Connell601")).isEmpty();

    Visitor.Answer record = clinician.post(look.path(), person(look, Map.of("given", "Diego")));
    UUID patient = people("O'Connell601").getFirst();
    assertThat(record.path()).isEqualTo("/patients/" + patient);
    List<PatientFact> facts = current(patient);
    assertThat(facts)
        .isNotEmpty()
        .allSatisfy(fact -> {
          assertThat(fact.source()).isEqualTo(PatientFact.Source.IMPORT);
          assertThat(fact.saidBy()).contains("(diabetes.json:");
          assertThat(fact.recordedBy()).isEqualTo("Clinician Here");
        });
    assertThat(facts)
        .anySatisfy(fact -> {
          assertThat(fact.fact()).isEqualTo("diabetes");
          assertThat(fact.note()).contains("SNOMED CT 127013003");
        });
    // An entry of another record is no answer: what it does not say is still asked.
    assertThat(
            clinician
                .get("/patients/" + patient + "/verdict?concern=acne-scars&site=cheeks")
                .text())
        .contains("Diabetes")
        .contains("What is missing");

    assertThat(clinician.post(look.path(), person(look, Map.of())).text())
        .contains("The file is no longer kept here");
    assertThat(people("O'Connell601")).hasSize(1);
  }

  @Test
  void aPersonWhoIsHereAlreadyIsShownBeforeAnotherIsMade() throws IOException {
    UUID here =
        running.inClinic(() ->
            running
                .sql()
                .sql(
                    "insert into patient (clinic_id, given_name, family_name, birth_date, sex)"
                        + " values (current_clinic(), 'Velvet616', 'Harris789', ?::date, 'FEMALE')"
                        + " returning patient_id")
                .param(born("naproxen-and-ibuprofen.json"))
                .query(UUID.class)
                .single());
    Visitor.Answer look = newPerson("naproxen-and-ibuprofen.json");
    String id = look.path().substring(look.path().lastIndexOf('/') + 1);
    assertThat(look.text()).contains("Maybe this person is already here");
    assertThat(look.body()).contains("/patients/" + here + "/import/" + id);
    Map<String, String> unasked = person(look, Map.of("another", ""));
    assertThat(clinician.post(look.path(), unasked).status()).isEqualTo(422);
    assertThat(people("Harris789")).containsExactly(here);

    Visitor.Answer review = clinician.get("/patients/" + here + "/import/" + id);
    assertThat(review.text()).doesNotContain("Is it the same person?");
    Visitor.Answer added = clinician.post("/patients/" + here + "/import/" + id, Map.of());
    assertThat(added.path()).isEqualTo("/patients/" + here);
    assertThat(current(here)).isNotEmpty();

    // Looked at again, all of it is there.
    Visitor.Answer again = upload(here, "naproxen-and-ibuprofen.json");
    assertThat(again.text())
        .contains("In the record already")
        .contains("nothing in it that the record does not say already");
  }

  @Test
  void anImportCountsBesideWhatWasSaidAndAllOfItCounts() throws IOException {
    UUID patient = running.patient(running.clinic(), "Neben");
    said(patient, "NO", "2020-01-01T12:00Z");
    Visitor.Answer look = upload(patient, "chemotherapy.json");
    assertThat(look.text()).contains("Is it the same person?").contains("this record about Anna");
    Visitor.Answer unchecked = clinician.post(look.path(), Map.of());
    assertThat(unchecked.status()).isEqualTo(422);
    assertThat(unchecked.text()).contains("Tick that this is one person");
    clinician.post(look.path(), Map.of("same", "yes"));
    List<PatientFact> chemo =
        current(patient).stream().filter(fact -> fact.fact().equals("chemotherapy")).toList();
    assertThat(chemo).hasSizeGreaterThan(5);
    assertThat(chemo.getLast().said()).isEqualTo(PatientFact.Said.NO);
    assertThat(clinician.get("/patients/" + patient).text()).contains("more that count besides");

    // What is said later counts instead of all that stood before.
    said(patient, "YES", "2076-01-01T12:00Z");
    assertThat(current(patient).stream().filter(fact -> fact.fact().equals("chemotherapy")))
        .hasSize(1);
  }

  @Test
  void findingsSayWhereAndWhatAndNothingIsStored() throws IOException {
    UUID patient = running.patient(running.clinic(), "Fehler");
    clinician.get("/patients/" + patient + "/import");
    Visitor.Answer look =
        clinician.upload(
            "/patients/" + patient + "/import",
            "broken.json",
            Files.readAllBytes(FIXTURES.resolve("malformed-resources.json")),
            Map.of());
    assertThat(look.status()).isEqualTo(200);
    assertThat(look.text()).contains("What is wrong with the file").contains("onsetDateTime");
    assertThat(Pattern.compile("broken\\.json:\\d+:\\d+").matcher(look.text()).find()).isTrue();
    assertThat(current(patient)).isEmpty();
    clinician.post(look.path() + "/discard", Map.of());
    assertThat(clinician.get(look.path()).text()).contains("The file is no longer kept here");

    for (String junk :
        List.of("{", "no fhir at all", "%PDF-1.7", "<Bundle/>", "{\"resourceType\":\"Bundle\"}")) {
      Visitor.Answer answer =
          clinician.upload(
              "/patients/" + patient + "/import",
              "junk",
              junk.getBytes(StandardCharsets.UTF_8),
              Map.of());
      assertThat(answer.status()).as(junk).isEqualTo(422);
      assertThat(answer.text()).as(junk).contains("There is no FHIR resource in it");
    }
  }

  @Test
  void newlineDelimitedResourcesAreRead() throws IOException {
    UUID patient = running.patient(running.clinic(), "Zeilen");
    clinician.get("/patients/" + patient + "/import");
    String lines =
        """
        {"resourceType":"Patient","id":"a","birthDate":"1990-04-02","name":[{"family":"Zeilen","given":["Anna"]}]}
        {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/a"},"clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"44054006"}]},"onsetDateTime":"2019-05"}
        """;
    Visitor.Answer look =
        clinician.upload(
            "/patients/" + patient + "/import",
            "export.ndjson",
            lines.getBytes(StandardCharsets.UTF_8),
            Map.of());
    assertThat(look.text())
        .contains("Yes, since May 2019")
        .contains("One entry would be added")
        .doesNotContain("Is it the same person?");
  }

  @Test
  void signsThatNoDatabaseHoldsAreLeftOut() {
    UUID patient = running.patient(running.clinic(), "Zeichen");
    String own = "/patients/" + patient + "/import";
    clinician.get(own);
    String condition =
        "{\"resourceType\":\"Condition\",\"id\":\"c\\u0000\\ud800\",\"code\":{\"coding\":["
            + "{\"system\":\"http://snomed.info/sct\",\"code\":\"44054006\"}]}}";
    Visitor.Answer look =
        clinician.upload(own, "a.json", condition.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(look.text()).contains("SNOMED CT 44054006");
    clinician.post(look.path(), Map.of("same", "yes"));
    assertThat(current(patient)).hasSize(1);
    assertThat(current(patient).getFirst().saidBy()).startsWith("Condition/c ?");
  }

  @Test
  void whatIsTooDeepTooLongOrTooMuchIsSaidBesideTheField() {
    UUID patient = running.patient(running.clinic(), "Bombe");
    for (String own : List.of("/patients/" + patient + "/import", "/patients/import")) {
      clinician.get(own);
      refused(
          own,
          "{\"resourceType\":\"Bundle\",\"entry\":" + "[".repeat(1_000_000),
          "nested more than 250 deep");
      refused(
          own,
          "{\"resourceType\":\"Condition\",\"a\":" + "{\"a\":".repeat(2_000_000),
          "nested more than 250 deep");
      refused(
          own,
          "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":"
              + "9".repeat(5_000_000)
              + "}}",
          "A text, name or number is too long");
      refused(
          own,
          "{\"resourceType\":\"Observation\"}\n".repeat(300_000),
          "more than 100000 resources");
      StringBuilder days = new StringBuilder();
      for (int day = 0; day < 2001; day++) {
        days.append(condition(String.valueOf(day), "\"onsetDateTime\":\"2019-05\"")).append('\n');
      }
      refused(own, days.toString(), "holds 2001 entries that mean something here");
    }
    assertThat(current(patient)).isEmpty();
  }

  @Test
  void numbersAndDatesBeyondAllSenseAreNoFault() {
    UUID patient = running.patient(running.clinic(), "Zahlen");
    String own = "/patients/" + patient + "/import";
    clinician.get(own);
    String lines =
        "{\"resourceType\":\"Patient\",\"id\":\"a\",\"birthDate\":\"2199-12-31\"}\n"
            + condition("c", "\"onsetAge\":{\"value\":149,\"unit\":\"a\",\"code\":\"a\"}")
            + "\n"
            + condition("d", "\"onsetAge\":{\"value\":1e308,\"code\":\"a\"}")
            + "\n"
            + condition("e", "\"abatementAge\":{\"value\":-1e999999,\"code\":\"d\"}")
            + "\n{\"resourceType\":\"X".concat("x".repeat(900_000))
            + "\"}\n";
    Visitor.Answer look =
        clinician.upload(own, "a.ndjson", lines.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(look.status()).isEqualTo(200);
    assertThat(look.body().length()).isLessThan(100_000);
    Visitor.Answer added = clinician.post(look.path(), Map.of("same", "yes"));
    assertThat(added.status()).isEqualTo(200);
    assertThat(current(patient)).isNotEmpty();
    assertThat(clinician.get("/patients/" + patient + "/verdict").status()).isEqualTo(200);
  }

  private void refused(String own, String content, String why) {
    Visitor.Answer answer =
        clinician.upload(own, "a.json", content.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(answer.status()).as(why).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"file-fault\"");
    assertThat(answer.text()).contains(why);
  }

  private static String condition(String id, String more) {
    return "{\"resourceType\":\"Condition\",\"id\":\""
        + id
        + "\",\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"44054006\"}]},"
        + more
        + "}";
  }

  @Test
  void boundsAndRoles() {
    UUID patient = running.patient(running.clinic(), "Grenzen");
    String own = "/patients/" + patient + "/import";
    clinician.get(own);
    assertThat(clinician.post(own, Map.of()).text()).contains("Choose a file.");
    Visitor.Answer large = clinician.upload(own, "a.json", new byte[21 * 1024 * 1024], Map.of());
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.text()).contains("This file has 21 MB; at most 20 MB are taken.");

    Visitor.Answer look =
        clinician.upload(
            own,
            "a.json",
            "{\"resourceType\":\"Patient\",\"id\":\"p\"}".getBytes(StandardCharsets.UTF_8),
            Map.of());
    assertThat(look.text()).contains("Set the file aside");
    // Only who brought a file sees it.
    assertThat(running.as(Role.OWNER).get(look.path()).text()).contains("no longer kept here");
    String id = look.path().substring(look.path().lastIndexOf('/') + 1);
    assertThat(running.as(Role.OWNER).get("/patients/import/" + id).text())
        .contains("no longer kept here");
    assertThat(running.fromOther(Role.CLINICIAN).get(look.path()).status()).isEqualTo(404);
    assertThat(running.fromOther(Role.CLINICIAN).get("/patients/import/" + id).status())
        .isEqualTo(422);
    assertThat(running.as(Role.FRONT_DESK).get("/patients/import").status()).isEqualTo(403);
    long seen =
        running.in(
            running.other(),
            () ->
                running
                    .sql()
                    .sql("select count(*) from pending_import")
                    .query(Long.class)
                    .single());
    assertThat(seen).isZero();
  }

  private Visitor.Answer newPerson(String example) throws IOException {
    clinician.get("/patients/import");
    return clinician.upload(
        "/patients/import", example, Files.readAllBytes(EXAMPLES.resolve(example)), Map.of());
  }

  private Visitor.Answer upload(UUID patient, String example) throws IOException {
    String own = "/patients/" + patient + "/import";
    clinician.get(own);
    return clinician.upload(own, example, Files.readAllBytes(EXAMPLES.resolve(example)), Map.of());
  }

  /** The form about the person as the page filled it in. */
  private static Map<String, String> person(Visitor.Answer page, Map<String, String> other) {
    Map<String, String> fields = new java.util.HashMap<>();
    for (String name : List.of("given", "family", "born", "weight", "another")) {
      Matcher value =
          Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"").matcher(page.body());
      fields.put(name, value.find() ? value.group(1).replace("&#39;", "'") : "");
    }
    fields.put("sex", "UNKNOWN");
    fields.putAll(other);
    return fields;
  }

  private void said(UUID patient, String answer, String at) {
    running.inClinic(() ->
        running
            .sql()
            .sql(
                "insert into patient_fact (clinic_id, patient_id, fact, answer, said_by, source,"
                    + " recorded_by, recorded_at) values (current_clinic(), ?, 'chemotherapy', ?,"
                    + " 'Anna', 'STAFF', 'Test', ?::timestamptz)")
            .params(patient, answer, at)
            .update());
  }

  private static String born(String example) {
    try {
      Matcher born =
          Pattern.compile("\"birthDate\":\"([0-9-]+)\"")
              .matcher(Files.readString(EXAMPLES.resolve(example)));
      assertThat(born.find()).isTrue();
      return born.group(1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<UUID> people(String family) {
    return running.inClinic(() ->
        running
            .sql()
            .sql("select patient_id from patient where family_name = ?")
            .param(family)
            .query(UUID.class)
            .list());
  }

  private List<PatientFact> current(UUID patient) {
    return running.inClinic(() -> running.bean(PatientFacts.class).listCurrent(patient));
  }
}
