package org.percuta.clinic.persondata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reasons why a person must not be erased yet, in the clinic whose transaction is open. */
@Repository
public class LegalHolds {

  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;

  LegalHolds(JdbcClient sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param until last day of it; absent when it stands until it is lifted
   * @param inForce whether it forbids an erasure today
   */
  record Hold(
      UUID id,
      String reason,
      @Nullable LocalDate until,
      String by,
      Instant at,
      String liftedBy,
      @Nullable Instant lifted,
      String liftReason,
      boolean inForce) {}

  /** The latest first. */
  List<Hold> list(UUID patient) {
    return sql.sql(
            "select h.*, h.hold_id in (select f.hold_id from holds_on(?) f) as in_force"
                + " from legal_hold h where h.clinic_id = current_clinic()"
                + " and h.patient_id = any ((select same_person(?))::uuid[]) order by h.placed_at desc, h.hold_id")
        .params(patient, patient)
        .query((row, number) -> hold(row))
        .list();
  }

  /**
   * Forbids the erasure of a person.
   *
   * @param until last day of it; absent for as long as nobody lifts it
   */
  public UUID place(Actor actor, UUID patient, String reason, @Nullable LocalDate until) {
    UUID id = insert(patient, reason, until, actor.name(), clock.instant());
    audit.record(actor, Audit.Action.ADD, "legal-hold:" + id, patient, "");
    return id;
  }

  private UUID insert(
      UUID patient, String reason, @Nullable LocalDate until, String by, Instant at) {
    return sql.sql(
            "insert into legal_hold (clinic_id, patient_id, reason, until_day, placed_by, placed_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?) returning hold_id")
        .params(
            Arrays.<@Nullable Object>asList(
                patient, reason, until, by, at.atOffset(ZoneOffset.UTC)))
        .query(UUID.class)
        .single();
  }

  /** False when there is no such hold on this person, or it was lifted before. */
  boolean lift(UUID patient, UUID hold, String reason, String by, Instant at) {
    return sql.sql(
                "update legal_hold set lifted_by = ?, lifted_at = ?, lift_reason = ?"
                    + " where clinic_id = current_clinic() and hold_id = ? and lifted_at is null"
                    + " and patient_id = any ((select same_person(?))::uuid[])")
            .params(by, at.atOffset(ZoneOffset.UTC), reason, hold, patient)
            .update()
        == 1;
  }

  private static Hold hold(ResultSet row) throws SQLException {
    Timestamp lifted = row.getTimestamp("lifted_at");
    return new Hold(
        row.getObject("hold_id", UUID.class),
        row.getString("reason"),
        row.getObject("until_day", LocalDate.class),
        row.getString("placed_by"),
        row.getTimestamp("placed_at").toInstant(),
        Optional.ofNullable(row.getString("lifted_by")).orElse(""),
        lifted == null ? null : lifted.toInstant(),
        Optional.ofNullable(row.getString("lift_reason")).orElse(""),
        row.getBoolean("in_force"));
  }
}
