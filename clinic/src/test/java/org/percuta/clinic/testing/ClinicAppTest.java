package org.percuta.clinic.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.staff.StaffAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of the one application of {@link RunningClinic}, whose clock stands at noon of {@link
 * RunningClinic#TODAY}, with clinics and people of its own.
 */
public abstract class ClinicAppTest {

  protected final RunningClinic running = RunningClinic.get();
  protected final int port = running.port();
  protected final StaffAccounts accounts = bean(StaffAccounts.class);
  protected final Sessions sessions = bean(Sessions.class);
  protected final ClinicTransactions transactions = bean(ClinicTransactions.class);
  protected final JdbcClient sql = bean(JdbcClient.class);
  protected final DatabaseAccess database = bean(DatabaseAccess.class);

  protected final <T> T bean(Class<T> type) {
    return running.bean(type);
  }

  protected ClinicId newClinic() {
    return accounts.createClinic("c-" + UUID.randomUUID(), "Clinic Rosewood", "Europe/Rome");
  }

  /** An account of this role, with an address that nobody else has. */
  protected UUID newStaff(ClinicId clinic, String name, Role role) {
    String email = UUID.randomUUID() + "@example.org";
    return accounts.create(clinic, email, name, role, RunningClinic.PASSWORD, false);
  }

  /** A browser in which a new account of this role is signed in. */
  protected Visitor signedIn(ClinicId clinic, Role role) {
    UUID id = newStaff(clinic, "Ada " + role.word(), role);
    return visitor().withSession(sessions.begin(clinic, id, role));
  }

  protected Visitor signedInPatient(ClinicId clinic, UUID patient) {
    return visitor().withSession(sessions.begin(clinic, patient, Role.PATIENT));
  }

  protected Visitor visitor() {
    return new Visitor(running.address());
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
    return running.superuser();
  }
}
