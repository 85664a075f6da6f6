package org.percuta.clinic.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** Attacks on the wall between clinics: from the pages, and with the application's own SQL role. */
class RowSecurityTest extends ClinicAppTest {

  @Test
  void everyTableOfClinicsForcesRowSecurityAndHasTheClinicFirstInItsKey() throws SQLException {
    try (Connection admin = superuser();
        Statement statement = admin.createStatement()) {
      List<String> open =
          listOf(
              statement,
              """
              select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'public' and c.relkind = 'r'
                and c.relname not in ('flyway_schema_history', 'sign_in_throttle')
                and (not c.relrowsecurity or not c.relforcerowsecurity
                  or not exists (
                    select 1 from pg_index i join pg_attribute a
                      on a.attrelid = c.oid and a.attnum = i.indkey[0]
                    where i.indrelid = c.oid and i.indisprimary and a.attname = 'clinic_id'))\
              """);
      assertThat(open).isEmpty();
    }
  }

  @Test
  void theApplicationsRoleCannotBypassRowSecurity() throws SQLException {
    try (Connection app = application();
        Statement statement = app.createStatement()) {
      assertThat(
              listOf(
                  statement,
                  "select 'bad' from pg_roles where rolname = current_user"
                      + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"))
          .isEmpty();
      assertThatThrownBy(() -> statement.execute("set role percuta_owner"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("alter table patient disable row level security"))
          .hasMessageContaining("must be owner");
      statement.execute("set row_security = off");
      assertThatThrownBy(() -> statement.executeQuery("select * from patient"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void withoutAClinicNothingIsSeen() throws SQLException {
    newPatient(newClinic(), "Hidden", "Person", "1980-01-01");
    try (Connection app = application();
        Statement statement = app.createStatement()) {
      for (String table : List.of("patient", "staff", "web_session", "audit_entry", "audit_head")) {
        assertThat(listOf(statement, "select 'row' from " + table)).as(table).isEmpty();
      }
    }
  }

  @Test
  void aForgedClinicIdIsRefusedOnEveryWrite() {
    ClinicId mine = newClinic();
    ClinicId other = newClinic();
    UUID theirs = newPatient(other, "Their", "Patient", "1980-01-01");

    assertThatThrownBy(() ->
            transactions.run(
                mine,
                () ->
                    sql.sql(
                            "insert into patient (clinic_id, given_name, family_name,"
                                + " birth_date) values (?, 'x', 'y', '1990-01-01')")
                        .param(other.value())
                        .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
    int touched =
        transactions.in(
            mine,
            () ->
                sql.sql("update patient set note = 'x' where patient_id = ?")
                    .param(theirs)
                    .update());
    assertThat(touched).isZero();
    newPatient(mine, "My", "Patient", "1980-01-01");
    assertThatThrownBy(() ->
            transactions.run(
                mine,
                () -> sql.sql("update patient set clinic_id = ?").param(other.value()).update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void anotherClinicsPatientIsNotFoundOnAnyPage() {
    ClinicId mine = newClinic();
    ClinicId other = newClinic();
    UUID theirs = newPatient(other, "Zebedee", "Quillfeather", "1980-01-01");
    Visitor owner = signedIn(mine, Role.OWNER);
    String record = "/patients/" + theirs;

    assertThat(owner.get(record).status()).isEqualTo(404);
    assertThat(owner.get(record + "/edit").status()).isEqualTo(404);
    assertThat(owner.post(record + "/link", Map.of()).status()).isEqualTo(404);
    assertThat(owner.post(record + "/state", Map.of("state", "ARCHIVED")).status()).isEqualTo(404);
    assertThat(owner.post(record + "/facts", Map.of("fact", "pregnant", "answer", "YES")).status())
        .isEqualTo(404);
    assertThat(owner.get("/patients?q=quillfeather").body()).contains("0 patients");
    assertThat(owner.get("/audit?patient=" + theirs).body()).doesNotContain(theirs + "</td>");
  }

  @Test
  void oneClinicsSettingIsGoneWithItsTransaction() {
    ClinicId clinic = newClinic();
    newPatient(clinic, "Left", "Behind", "1980-01-01");
    for (int i = 0; i < 40; i++) {
      assertThat(sql.sql("select count(*) from patient").query(Long.class).single()).isZero();
    }
  }

  private Connection application() throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.application().role(), database.application().password());
  }

  private static List<String> listOf(Statement statement, String query) throws SQLException {
    List<String> found = new java.util.ArrayList<>();
    try (var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
