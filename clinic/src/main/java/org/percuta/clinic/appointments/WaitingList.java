package org.percuta.clinic.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who waits for a place; call within a clinic transaction. */
@Service
public class WaitingList {

  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;

  WaitingList(JdbcClient sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** A wish that nobody has settled yet. */
  record Open(UUID id, String wish, LocalDate from, LocalDate until) {}

  /** The open wish of that id, if it is this patient's. */
  Optional<Open> findOpen(UUID patient, UUID wish) {
    return sql.sql(
            "select wish_id, wish, from_day, until_day from waiting_wish"
                + " where clinic_id = current_clinic() and wish_id = ? and state = 'OPEN'"
                + " and patient_id = any ((select same_person(?))::uuid[])")
        .params(wish, patient)
        .query((row, number) ->
            new Open(
                row.getObject("wish_id", UUID.class),
                row.getString("wish"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class)))
        .optional();
  }

  /** Takes a wish off the list because its place was found. */
  void meet(Actor actor, Open wish, UUID patient) {
    int met =
        sql.sql(
                "update waiting_wish set state = 'MET', settled_by = ?, version = version + 1"
                    + " where clinic_id = current_clinic() and wish_id = ? and state = 'OPEN'")
            .params(actor.name(), wish.id())
            .update();
    if (met == 1) {
      audit.record(
          actor, Audit.Action.CHANGE, "waiting-wish:" + wish.id(), patient, "MET by a booking");
    }
  }

  /** Puts a patient on the list for a place between two days, both included. */
  public void add(Actor actor, UUID patient, String wish, LocalDate from, LocalDate until) {
    sql.sql(
            "insert into waiting_wish (clinic_id, patient_id, wish, from_day, until_day, created_by,"
                + " created_at) values (current_clinic(), ?, ?, ?, ?, ?, ?)")
        .params(patient, wish, from, until, actor.name(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.record(actor, Audit.Action.CREATE, "waiting-wish", patient, "");
  }
}
