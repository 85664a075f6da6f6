package org.percuta.clinic.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
