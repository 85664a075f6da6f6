package org.percuta.clinic.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  public static final Path PROGRAMS = Path.of("target/postgres-18.6.0");
  private static final Path DATA = freshFolder("app");

  @LocalServerPort protected int port;
  @Autowired protected StaffAccounts accounts;
  @Autowired protected Sessions sessions;
  @Autowired protected ClinicTransactions transactions;
  @Autowired protected JdbcClient sql;
  @Autowired protected DatabaseAccess database;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("percuta.data", DATA::toString);
    registry.add("percuta.programs", PROGRAMS::toString);
  }

  /** An empty folder under {@code target}. */
  public static Path freshFolder(String name) {
    Path folder = Path.of("target/test-data").resolve(name);
    try {
      if (Files.exists(folder)) {
        Files.walkFileTree(folder, new Deleter());
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return folder;
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

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
