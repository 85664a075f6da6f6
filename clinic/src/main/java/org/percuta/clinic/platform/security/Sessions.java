package org.percuta.clinic.platform.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, kept in the database so that every node knows it, a restart keeps it and an
 * owner can end it.
 */
@Component
public class Sessions {

  private static final Duration STAFF_LIFE = Duration.ofHours(12);
  private static final Duration PATIENT_LIFE = Duration.ofHours(2);
  private static final Duration IDLE = Duration.ofHours(2);
  private static final Duration TOUCH = Duration.ofMinutes(5);

  private static final String FIND =
      """
      select s.clinic_id, s.last_seen_at, coalesce(s.staff_id, s.patient_id) as id
      from web_session s where s.expires_at > ? and s.last_seen_at > ?\
      """;
  private static final String WHO =
      """
      select c.name as clinic_name, c.time_zone,
             coalesce(t.staff_id, p.patient_id) as id,
             coalesce(t.name, p.given_name || ' ' || p.family_name) as name,
             coalesce(t.role, 'PATIENT') as role, coalesce(t.must_change, false) as must_change
      from web_session s join clinic c on c.clinic_id = s.clinic_id
      left join staff t on t.clinic_id = s.clinic_id and t.staff_id = s.staff_id and t.active
      left join patient p on p.clinic_id = s.clinic_id and p.patient_id = record_of(s.patient_id)
      where s.clinic_id = ? and s.token_hash = ? and coalesce(t.staff_id, p.patient_id) is not null\
      """;

  private final ClinicTransactions transactions;
  private final JdbcClient sql;
  private final Clock clock;

  Sessions(ClinicTransactions transactions, JdbcClient sql, Clock clock) {
    this.transactions = transactions;
    this.sql = sql;
    this.clock = clock;
  }

  /** Begins a session and gives its token, which is nowhere else. */
  public String begin(ClinicId clinic, UUID id, Role role) {
    String token = Tokens.random();
    Instant now = clock.instant();
    boolean patient = role == Role.PATIENT;
    transactions.run(
        clinic,
        () -> {
          sql.sql("delete from web_session where expires_at <= ?").param(at(now)).update();
          sql.sql(
                  "insert into web_session (clinic_id, token_hash, staff_id, patient_id, created_at,"
                      + " last_seen_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
              .params(
                  java.util.Arrays.asList(
                      clinic.value(),
                      Tokens.sha256(token),
                      patient ? null : id,
                      patient ? id : null,
                      at(now),
                      at(now),
                      at(now.plus(patient ? PATIENT_LIFE : STAFF_LIFE))))
              .update();
        });
    return token;
  }

  Optional<Actor> find(String token, String address) {
    Instant now = clock.instant();
    byte[] hash = Tokens.sha256(token);
    Optional<Found> found =
        transactions.knowing(
            "session_hash",
            HexFormat.of().formatHex(hash),
            () ->
                sql.sql(FIND)
                    .params(at(now), at(now.minus(IDLE)))
                    .query((row, number) ->
                        new Found(
                            new ClinicId(row.getObject("clinic_id", UUID.class)),
                            row.getTimestamp("last_seen_at").toInstant()))
                    .optional());
    return found.flatMap(session ->
        transactions.in(
            session.clinic(),
            () -> {
              if (session.lastSeen().isBefore(now.minus(TOUCH))) {
                sql.sql("update web_session set last_seen_at = ? where token_hash = ?")
                    .params(at(now), hash)
                    .update();
              }
              return sql.sql(WHO)
                  .params(session.clinic().value(), hash)
                  .query((row, number) -> actor(session.clinic(), row, address))
                  .optional();
            }));
  }

  void end(ClinicId clinic, String token) {
    transactions.run(
        clinic,
        () ->
            sql.sql("delete from web_session where token_hash = ?")
                .param(Tokens.sha256(token))
                .update());
  }

  /** Ends every session of one person, as after a change of password or when an account closes. */
  public void endAll(ClinicId clinic, UUID id) {
    transactions.run(
        clinic,
        () ->
            sql.sql("delete from web_session where ? in (staff_id, patient_id)")
                .param(id)
                .update());
  }

  private record Found(ClinicId clinic, Instant lastSeen) {}

  private static Actor actor(ClinicId clinic, ResultSet row, String address) throws SQLException {
    return new Actor(
        clinic,
        row.getString("clinic_name"),
        ZoneId.of(row.getString("time_zone")),
        row.getObject("id", UUID.class),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("must_change"),
        address);
  }

  private static java.time.OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
