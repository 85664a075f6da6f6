package org.percuta.clinic.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.staff.StaffAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running application on its own PostgreSQL, one for all tests of the JVM. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ClinicAppTest {

  private static final Path DATA = TestFolders.fresh("app");

  @LocalServerPort protected int port;
  @Autowired protected StaffAccounts accounts;
  @Autowired protected Sessions sessions;
  @Autowired protected ClinicTransactions transactions;
  @Autowired protected JdbcClient sql;
  @Autowired protected DatabaseAccess database;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("percuta.data", DATA::toString);
    registry.add("percuta.programs", TestFolders.PROGRAMS::toString);
    registry.add("percuta.mail.worker", () -> "false");
  }

  protected ClinicId newClinic() {
    return accounts.createClinic("c-" + UUID.randomUUID(), "Clinic Rosewood", "Europe/Rome");
  }

  /** A browser in which a new account of this role is signed in. */
  protected Visitor signedIn(ClinicId clinic, Role role) {
    String email = UUID.randomUUID() + "@example.org";
    String name = "Ada " + role.word();
    UUID id = accounts.create(clinic, email, name, role, "correct horse battery", false);
    return visitor().withSession(sessions.begin(clinic, id, role));
  }

  protected Visitor signedInPatient(ClinicId clinic, UUID patient) {
    return visitor().withSession(sessions.begin(clinic, patient, Role.PATIENT));
  }

  protected Visitor visitor() {
    return new Visitor("http://localhost:" + port);
  }

  protected UUID newPatient(ClinicId clinic, String given, String family, String born) {
    return transactions.in(
        clinic,
        () ->
            sql.sql(
                    "insert into patient (clinic_id, given_name, family_name, birth_date)"
                        + " values (?, ?, ?, ?) returning patient_id")
                .params(clinic.value(), given, family, LocalDate.parse(born))
                .query(UUID.class)
                .single());
  }

  /** A connection that nothing is hidden from and nothing forbidden: an attacker on the server. */
  protected Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        database.url(), "percuta_admin", database.secrets().get("database.superuser"));
  }
}
