package org.percuta.clinic.clearances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clearances of the clinic whose transaction is open; rows are added and never changed. */
@Repository
class ClearanceRepository {

  private static final String SELECT =
      "select c.*, w.recorded_by as withdrawn_by, w.recorded_at as withdrawn_at,"
          + " w.reason as withdrawn_because from clearance c left join clearance w"
          + " on w.clinic_id = c.clinic_id and w.withdrawal_of = c.clearance_id"
          + " where c.clinic_id = current_clinic() and c.patient_id = any ((select same_person(?))::uuid[]) and c.withdrawal_of is null";

  private final JdbcClient sql;

  ClearanceRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** Latest first. */
  List<RecordedClearance> list(UUID patient) {
    return sql.sql(SELECT + " order by c.recorded_at desc, c.clearance_id desc")
        .param(patient)
        .query((row, number) -> recorded(row))
        .list();
  }

  Optional<RecordedClearance> find(UUID patient, UUID id) {
    return sql.sql(SELECT + " and c.clearance_id = ?")
        .params(patient, id)
        .query((row, number) -> recorded(row))
        .optional();
  }

  UUID insert(UUID patient, Clearance clearance, String by, Instant at) {
    return sql.sql(
            "insert into clearance (clinic_id, patient_id, fact, given_by, given_role, given_on,"
                + " expires_on, reason, recorded_by, recorded_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?) returning clearance_id")
        .params(
            patient,
            clearance.fact(),
            clearance.by(),
            clearance.role().name(),
            clearance.on(),
            clearance.expires(),
            clearance.reason(),
            by,
            at.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  /** False when it was withdrawn before. */
  boolean withdraw(UUID patient, UUID id, String reason, String by, Instant at) {
    return sql.sql(
                "insert into clearance (clinic_id, patient_id, fact, given_by, given_role, given_on,"
                    + " expires_on, reason, withdrawal_of, recorded_by, recorded_at)"
                    + " select clinic_id, patient_id, fact, given_by, given_role, given_on,"
                    + " expires_on, ?, clearance_id, ?, ? from clearance"
                    + " where clinic_id = current_clinic() and patient_id = any ((select same_person(?))::uuid[])"
                    + " and clearance_id = ?"
                    + " on conflict do nothing")
            .params(reason, by, at.atOffset(ZoneOffset.UTC), patient, id)
            .update()
        == 1;
  }

  private static RecordedClearance recorded(ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new RecordedClearance(
        row.getObject("clearance_id", UUID.class),
        new Clearance(
            row.getString("fact"),
            row.getString("given_by"),
            Role.valueOf(row.getString("given_role")),
            row.getObject("given_on", LocalDate.class),
            row.getObject("expires_on", LocalDate.class),
            row.getString("reason")),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant(),
        withdrawn == null
            ? null
            : new RecordedClearance.Withdrawn(
                row.getString("withdrawn_by"),
                withdrawn.toInstant(),
                row.getString("withdrawn_because")));
  }
}
