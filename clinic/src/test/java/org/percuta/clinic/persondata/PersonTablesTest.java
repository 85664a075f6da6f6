package org.percuta.clinic.persondata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.protocol.model.Knowledge;

/** No table is forgotten by export and erasure. */
class PersonTablesTest extends ClinicAppTest {

  /**
   * Tables that hold nothing of any patient. A table that is new and holds something refers to the
   * patient, or to a row that does, and is then found by itself; one that holds nothing of a
   * patient is added here by hand, after thinking about it.
   */
  private static final Set<String> NOBODYS =
      Set.of(
          "flyway_schema_history",
          "clinic",
          "staff",
          "sign_in_throttle",
          "audit_head",
          "calendar_setting",
          "bookable",
          "calendar_feed",
          "consent_template",
          "demo",
          "house_setting_change",
          "knowledge_acceptance",
          "knowledge_approval",
          "knowledge_content",
          "message_setting",
          "passkey_answer",
          // A file that somebody is looking at, gone within two hours.
          "pending_import",
          "price_extra",
          "price_line",
          "price_list",
          "price_package",
          "staff_passkey");

  private final PersonTables tables = bean(PersonTables.class);
  private final Knowledge knowledge = bean(Knowledge.class);

  @Test
  void everyTableIsAPersonsOrNamedAsNobodys() {
    ClinicId clinic = newClinic();
    Set<String> all =
        new TreeSet<>(
            sql.sql(
                    "select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p')")
                .query(String.class)
                .list());
    Set<String> persons = new TreeSet<>();
    transactions.run(clinic, () -> tables.list().forEach(table -> persons.add(table.name())));

    Set<String> neither = new TreeSet<>(all);
    neither.removeAll(persons);
    neither.removeAll(NOBODYS);
    assertThat(neither).as("tables that export and erasure do not know").isEmpty();
    assertThat(persons).doesNotContainAnyElementsOf(NOBODYS);
    assertThat(PersonTables.WORDS.keySet()).containsExactlyInAnyOrderElementsOf(persons);
  }

  @Test
  void everyTableWithAPatientIdIsAmongThem() {
    List<String> with =
        sql.sql(
                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                    + " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
                    + " and a.attname = 'patient_id' and not a.attisdropped")
            .query(String.class)
            .list();
    List<String> known =
        transactions.in(
            newClinic(), () -> tables.list().stream().map(PersonTables.Table::name).toList());

    assertThat(with).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void aWholePersonHasARowInEachOfThemAndAStrangerInNoneOfThose() {
    ClinicId clinic = newClinic();
    UUID staff = account(clinic);
    WholePerson person = WholePerson.in(clinic, staff, transactions, sql, knowledge);
    signedInPatient(clinic, person.id()).get("/my");
    UUID stranger = newPatient(clinic, "Nobody", "Related", "1950-01-01");

    Map<PersonTables.Table, Long> counts =
        transactions.in(clinic, () -> tables.counts(tables.ids(person.id())));
    Map<PersonTables.Table, Long> others =
        transactions.in(clinic, () -> tables.counts(tables.ids(stranger)));

    counts.forEach((table, rows) -> {
      if (!table.name().equals("erasure")) {
        assertThat(rows).as("rows of %s in the fixture; add one there", table.name()).isPositive();
      }
    });
    others.forEach((table, rows) ->
        assertThat(rows).as(table.name()).isEqualTo(table.name().equals("patient") ? 1 : 0));
  }

  private UUID account(ClinicId clinic) {
    return accounts.create(
        clinic,
        UUID.randomUUID() + "@example.org",
        "Ada Owner",
        Role.OWNER,
        "correct horse battery",
        false);
  }
}
