package org.percuta.clinic.persondata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.audit.AuditChain;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Knowledge;

/** Erasing a person, and attempts to erase what must stay. */
class ErasureTest extends ClinicAppTest {

  private final AuditChain chain = bean(AuditChain.class);
  private final Knowledge knowledge = bean(Knowledge.class);

  private ClinicId clinic;
  private Visitor owner;
  private WholePerson person;

  @BeforeEach
  void aPerson() {
    clinic = newClinic();
    owner = signedIn(clinic, Role.OWNER);
    UUID staff =
        transactions.in(
            clinic, () -> sql.sql("select staff_id from staff limit 1").query(UUID.class).single());
    person = WholePerson.in(clinic, staff, transactions, sql, knowledge);
  }

  @Test
  void afterAnErasureNothingOfThePersonIsFoundAnywhereAndTheAuditIsIntact() throws SQLException {
    signedInPatient(clinic, person.id()).get("/my");
    owner.get("/patients/" + person.id());
    owner.get("/patients?q=" + person.family());
    UUID other = newPatient(clinic, "Stays", "Untouched", "1990-04-02");
    transactions.run(clinic, () -> WholePerson.say(sql, other, "pregnant", "NO", null));
    assertThat(found(person.family())).contains("patient", "audit_apart", "consent", "enquiry");

    Visitor.Answer answer = erase(person.id());

    assertThat(answer.status()).isEqualTo(302);
    for (String words : List.of(person.family(), person.email(), person.phone())) {
      assertThat(found(words)).as(words).isEmpty();
    }
    for (UUID id : List.of(person.id(), person.duplicate())) {
      assertThat(found(id.toString())).containsExactlyInAnyOrder("audit_entry", "erasure");
      assertThat(owner.get("/patients/" + id).status()).isEqualTo(404);
      assertThat(owner.get("/patients/" + id + "/export").status()).isEqualTo(404);
      assertThat(owner.get("/patients/" + id + "/data").status()).isEqualTo(404);
    }
    assertThat(owner.get("/patients?q=" + person.family()).body()).contains("0 patients");
    assertThat(chain.verify(clinic).faults()).isEmpty();
    assertThat(owner.get("/audit?patient=" + person.id()).body())
        .contains(">erase<", "patient_fact")
        .doesNotContain(person.family());
    assertThat(owner.get("/patients/" + other).body())
        .contains("Untouched", "Withdraw<span class=\"sr\"> Pregnancy");
  }

  @Test
  void itAsksForAReasonAndTheFamilyNameAndKeepsNoNameInTheReason() {
    String address = "/patients/" + person.id() + "/erase";

    Visitor.Answer empty = owner.post(address, Map.of());
    Visitor.Answer named =
        owner.post(address, Map.of("reason", person.family() + " asked", "family", "Wrong"));

    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Enter why it is erased.", "Type the family name");
    assertThat(named.status()).isEqualTo(422);
    assertThat(named.body()).contains("Leave the name out", "Type the family name");
    assertThat(owner.get("/patients/" + person.id()).status()).isEqualTo(200);
  }

  @Test
  void onlyTheOwnerErasesAndHolds() {
    Visitor clinician = signedIn(clinic, Role.CLINICIAN);
    String record = "/patients/" + person.id();

    assertThat(clinician.get(record + "/erase").status()).isEqualTo(403);
    assertThat(clinician.post(record + "/erase", filled()).status()).isEqualTo(403);
    assertThat(clinician.post(record + "/holds", Map.of("reason", "x")).status()).isEqualTo(403);
    assertThat(clinician.get(record + "/data").body())
        .contains("Download the copy")
        .doesNotContain("Erase this person");
  }

  @Test
  void aLegalHoldRefusesItSayingWhoAndWhyUntilItIsLifted() {
    String record = "/patients/" + person.id();
    Visitor.Answer placed =
        owner.post(record + "/holds", Map.of("reason", "Duty to keep", "until", "2099-12-31"));
    assertThat(placed.status()).isEqualTo(302);

    Visitor.Answer refused = erase(person.id());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("a legal hold forbids it", "Duty to keep", "Ada Owner", "31 December 2099");
    assertThat(owner.get(record).status()).isEqualTo(200);

    UUID hold =
        transactions.in(
            clinic,
            () ->
                sql.sql("select hold_id from legal_hold where reason = 'Duty to keep'")
                    .query(UUID.class)
                    .single());
    String lift = record + "/holds/" + hold + "/lift";
    assertThat(owner.post(lift, Map.of()).body()).contains("Enter why it is lifted.");
    assertThat(owner.post(lift, Map.of("lift-" + hold, "The duty ended")).status()).isEqualTo(302);
    assertThat(owner.get(record + "/data").body()).contains("The duty ended");
    assertThat(owner.post(lift, Map.of("lift-" + hold, "Twice")).status()).isEqualTo(422);
    assertThat(erase(person.id()).status()).isEqualTo(302);
  }

  @Test
  void aHoldOnAMergedRecordHoldsThePersonAndCannotBeGoneAround() {
    transactions.run(
        clinic,
        () ->
            sql.sql(
                    "insert into legal_hold (clinic_id, patient_id, reason, placed_by, placed_at)"
                        + " values (current_clinic(), ?, 'Claim', 'Ada', now())")
                .param(person.duplicate())
                .update());

    for (UUID id : List.of(person.id(), person.duplicate())) {
      refused("select * from erase_person('" + id + "', 'x', 'y')", "legal hold forbids");
    }
    refused("delete from legal_hold", "permission denied");
    refused("update legal_hold set until_day = '2020-01-01'", "permission denied");
    refused("update legal_hold set reason = 'none'", "permission denied");
    refused(
        "insert into erasure (clinic_id, patient_id, reason, erased_by, erased_at) values"
            + " (current_clinic(), '"
            + person.id()
            + "', 'x', 'y', now())",
        "permission denied");
    assertThat(owner.get("/patients/" + person.id()).status()).isEqualTo(200);
  }

  @Test
  void anotherClinicsPatientIsNotFoundAndStaysWhole() throws SQLException {
    ClinicId mine = newClinic();
    long before = found(person.family()).size();

    assertThatThrownBy(() ->
            transactions.run(
                mine,
                () ->
                    sql.sql("select * from erase_person(?, 'x', 'y')")
                        .param(person.id())
                        .query((row, number) -> row.getString(1))
                        .list()))
        .rootCause()
        .hasMessageContaining("no such patient");
    assertThatThrownBy(() ->
            sql.sql("select * from erase_person(?, 'x', 'y')")
                .param(person.id())
                .query((row, number) -> row.getString(1))
                .list())
        .rootCause()
        .hasMessageContaining("No clinic is named");
    Visitor theirOwner = signedIn(mine, Role.OWNER);
    String record = "/patients/" + person.id();
    assertThat(theirOwner.post(record + "/erase", filled()).status()).isEqualTo(404);
    assertThat(theirOwner.get(record + "/erase").status()).isEqualTo(404);
    assertThat(theirOwner.post(record + "/holds", Map.of("reason", "x")).status()).isEqualTo(404);
    assertThat(found(person.family())).hasSize((int) before);
  }

  @Test
  void theApplicationStillCannotDeleteOrChangeWhatIsSaidOnce() {
    for (String table :
        List.of(
            "patient", "patient_fact", "consent", "verdict_snapshot", "audit_entry", "erasure")) {
      refused("delete from " + table, "permission denied");
    }
    // A setting that looks like leave to delete is none.
    refused(
        "select set_config('percuta.erasing', 'on', true); delete from patient_fact",
        "permission denied");
    // Nor does an erasure in the same transaction give any.
    refused(
        "select * from erase_person('" + person.id() + "', 'x', 'y'); delete from patient_fact",
        "permission denied");
  }

  @Test
  void theTablesOwnerCannotDeleteEitherNorTouchTheAuditWhileErasing() throws SQLException {
    owner.get("/patients/" + person.id());
    UUID other = newPatient(clinic, "Other", "Person", "1990-04-02");
    transactions.run(clinic, () -> WholePerson.say(sql, other, "pregnant", "NO", null));
    try (Connection own =
            DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
        Statement statement = own.createStatement()) {
      own.setAutoCommit(false);
      for (String attempt :
          List.of(
              "delete from patient_fact",
              "delete from audit_entry",
              "truncate patient_fact cascade",
              "select * from erase_person('%s', 'x', 'y'); delete from audit_entry",
              "select * from erase_person('%s', 'x', 'y'); delete from erasure",
              "select * from erase_person('%s', 'x', 'y'); update patient_fact set note = ''")) {
        statement.execute("set local percuta.clinic_id = '" + clinic + "'");
        assertThatThrownBy(() -> statement.execute(String.format(attempt, person.id())))
            .as(attempt)
            .hasMessageContaining("append-only");
        own.rollback();
      }
    }
  }

  @Test
  void whatThePatientDidIsInTheAuditWithoutTheirNameAndStillProven() throws SQLException {
    signedInPatient(clinic, person.id()).get("/my");
    assertThat(owner.get("/audit?patient=" + person.id()).body())
        .contains("Ottilie " + person.family());
    assertThat(found(person.family())).contains("audit_apart").doesNotContain("audit_entry");
    assertThat(chain.verify(clinic).faults()).isEmpty();

    try (Connection admin = superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("alter table audit_apart disable trigger user");
      statement.execute(
          "update audit_apart set address = '10.0.0.1' where clinic_id = '" + clinic + "'");
      statement.execute("alter table audit_apart enable trigger user");
    }
    assertThat(chain.verify(clinic).faults())
        .singleElement()
        .asString()
        .startsWith("What is kept apart of entry");
  }

  @Test
  void anEnquiryFromASharedAddressUnderAnotherNameStays() {
    transactions.run(
        clinic,
        () ->
            sql.sql(
                    "insert into enquiry (clinic_id, name, email, concern, site, answers, outcome,"
                        + " as_of, knowledge_digest, consent, consent_at, sender_hash) values"
                        + " (current_clinic(), 'Bartholomew Other', ?, 'c', 's', '{}', 'o', now(), 'd',"
                        + " 'yes', now(), '\\x00')")
                .param(person.email())
                .update());

    erase(person.id());

    List<String> names =
        transactions.in(
            clinic, () -> sql.sql("select name from enquiry").query(String.class).list());
    assertThat(names).containsExactly("Bartholomew Other");
  }

  private Visitor.Answer erase(UUID patient) {
    return owner.post("/patients/" + patient + "/erase", filled());
  }

  private Map<String, String> filled() {
    return Map.of(
        "reason",
        "Asked for it in writing",
        "family",
        " " + person.family().toLowerCase(Locale.ROOT) + " ");
  }

  private void refused(String attempt, String words) {
    assertThatThrownBy(() ->
            transactions.run(
                clinic,
                () -> {
                  for (String part : attempt.split("; ", -1)) {
                    if (part.startsWith("select")) {
                      sql.sql(part).query((row, number) -> row.getString(1)).list();
                    } else {
                      sql.sql(part).update();
                    }
                  }
                }))
        .as(attempt)
        .rootCause()
        .hasMessageContaining(words);
  }

  /**
   * Tables of the whole database with a row that says these words, as somebody sees who sees all.
   */
  private List<String> found(String words) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection admin = superuser();
        Statement statement = admin.createStatement();
        Statement inner = admin.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select relname from pg_class where relnamespace = 'public'::regnamespace"
                  + " and relkind = 'r'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row =
            inner.executeQuery(
                "select exists (select 1 from "
                    + table
                    + " t where strpos(lower(t::text), '"
                    + words.toLowerCase(Locale.ROOT)
                    + "') > 0)")) {
          row.next();
          if (row.getBoolean(1)) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }
}
