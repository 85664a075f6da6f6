package org.percuta.clinic.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Clinics and the accounts of the people who work there. */
@Component
public class StaffAccounts {

  /** Checked when there is no such account, so that the time taken does not tell. */
  private static final String NOBODY_PASSWORD = "nobody has this password";

  private final ClinicTransactions transactions;
  private final JdbcClient sql;
  private final PasswordEncoder encoder;
  private final CompletableFuture<String> nobody;

  StaffAccounts(ClinicTransactions transactions, JdbcClient sql, PasswordEncoder encoder) {
    this.transactions = transactions;
    this.sql = sql;
    this.encoder = encoder;
    // A quarter of a second that the first page need not wait for.
    this.nobody = CompletableFuture.supplyAsync(() -> encoder.encode(NOBODY_PASSWORD));
  }

  record Account(UUID id, String email, String name, Role role, boolean active, int version) {}

  /**
   * An account found by its address, which may be closed.
   *
   * @param version another one after its password was changed, or it was closed or opened
   */
  public record Known(StaffSignIn.Person person, String email, boolean active, int version) {}

  /** Makes a clinic. */
  public ClinicId createClinic(String slug, String name, String timeZone) {
    ClinicId id = new ClinicId(UUID.randomUUID());
    createClinic(id, slug, name, timeZone);
    return id;
  }

  /** Makes a clinic of this id, in the transaction at hand if there is one. */
  public void createClinic(ClinicId id, String slug, String name, String timeZone) {
    transactions.run(id, () -> insertClinic(id, slug, name, timeZone));
  }

  private void insertClinic(ClinicId id, String slug, String name, String timeZone) {
    sql.sql("insert into clinic (clinic_id, slug, name, time_zone) values (?, ?, ?, ?)")
        .params(id.value(), slug, name, timeZone)
        .update();
  }

  /** Makes a clinic and its owner, both or neither. */
  void createClinicWithOwner(String name, String timeZone, String email, String password) {
    ClinicId id = new ClinicId(UUID.randomUUID());
    transactions.run(
        id,
        () -> {
          insertClinic(id, "clinic", name, timeZone);
          create(id, email, "Owner", Role.OWNER, password, true);
        });
  }

  /** Whether somebody with this address has yet to choose a password of their own. */
  boolean awaitsFirstSignIn(String email) {
    return transactions.knowing(
        "sign_in_email",
        normal(email),
        () ->
            sql.sql("select count(*) from staff where must_change and active and email = ?")
                    .param(normal(email))
                    .query(Long.class)
                    .single()
                > 0);
  }

  boolean hasClinics() {
    return transactions.knowing(
        "start", "up", () -> sql.sql("select count(*) from clinic").query(Long.class).single() > 0);
  }

  /** Adds an account; the e-mail address must be new in the clinic. */
  public UUID create(
      ClinicId clinic, String email, String name, Role role, String password, boolean mustChange) {
    String hash = encoder.encode(password);
    return transactions.in(
        clinic,
        () ->
            sql.sql(
                    "insert into staff (clinic_id, email, name, role, password_hash, must_change)"
                        + " values (?, ?, ?, ?, ?, ?) returning staff_id")
                .params(clinic.value(), normal(email), name, role.name(), hash, mustChange)
                .query(UUID.class)
                .single());
  }

  List<Account> list() {
    return sql.sql("select * from staff order by lower(name), staff_id")
        .query((row, number) ->
            new Account(
                row.getObject("staff_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getInt("version")))
        .list();
  }

  /** None when the address or the password is wrong; it takes as long either way. */
  List<StaffSignIn.Person> check(String email, String password) {
    List<Candidate> candidates =
        transactions.knowing(
            "sign_in_email",
            normal(email),
            () ->
                sql.sql(
                        "select * from staff where active and email = ? order by created_at limit 5")
                    .param(normal(email))
                    .query(
                        (row, number) -> new Candidate(person(row), row.getString("password_hash")))
                    .list());
    if (candidates.isEmpty()) {
      encoder.matches(password, nobody.join());
      return List.of();
    }
    return candidates.stream()
        .filter(candidate -> encoder.matches(password, candidate.hash()))
        .map(Candidate::who)
        .toList();
  }

  /** The accounts with this address, of whatever clinic, open or closed; the eldest first. */
  public List<Known> listByEmail(String email) {
    return transactions.knowing(
        "sign_in_email",
        normal(email),
        () ->
            sql.sql("select * from staff where email = ? order by created_at limit 50")
                .param(normal(email))
                .query((row, number) -> known(row))
                .list());
  }

  /** An account of a clinic, open or closed. */
  public Optional<Known> find(ClinicId clinic, UUID id) {
    return transactions.in(
        clinic,
        () ->
            sql.sql("select * from staff where staff_id = ?")
                .param(id)
                .query((row, number) -> known(row))
                .optional());
  }

  String clinicName(ClinicId clinic) {
    return transactions.in(
        clinic,
        () ->
            sql.sql("select name from clinic where clinic_id = ?")
                .param(clinic.value())
                .query(String.class)
                .single());
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        person(row), row.getString("email"), row.getBoolean("active"), row.getInt("version"));
  }

  private static StaffSignIn.Person person(ResultSet row) throws SQLException {
    return new StaffSignIn.Person(
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        row.getObject("staff_id", UUID.class),
        row.getString("name"),
        Role.valueOf(row.getString("role")));
  }

  /** Whether this is the person's password now. */
  public boolean hasPassword(ClinicId clinic, UUID id, String password) {
    String hash =
        transactions.in(
            clinic,
            () ->
                sql.sql("select password_hash from staff where staff_id = ?")
                    .param(id)
                    .query(String.class)
                    .single());
    return encoder.matches(password, hash);
  }

  /** Sets the password somebody chose for themselves. */
  void setPassword(ClinicId clinic, UUID id, String password) {
    setPassword(clinic, id, password, false);
  }

  /** Sets a password that somebody else gave, to be changed at the next sign-in. */
  void setFirstPassword(ClinicId clinic, UUID id, String password) {
    setPassword(clinic, id, password, true);
  }

  private void setPassword(ClinicId clinic, UUID id, String password, boolean mustChange) {
    String hash = encoder.encode(password);
    transactions.run(
        clinic,
        () ->
            sql.sql(
                    "update staff set password_hash = ?, must_change = ?, version = version + 1"
                        + " where staff_id = ?")
                .params(hash, mustChange, id)
                .update());
  }

  /** Closes or opens an account; false when there is no such one. */
  boolean setActive(UUID id, boolean active) {
    return sql.sql("update staff set active = ?, version = version + 1 where staff_id = ?")
            .params(active, id)
            .update()
        == 1;
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private record Candidate(StaffSignIn.Person who, String hash) {}
}
