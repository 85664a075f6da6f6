package org.percuta.clinic.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.platform.Sha256;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps verdicts, so that each can be given again; call within a clinic transaction. */
@Component
public class KeptVerdicts {

  private static final int MOST = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final Protocols protocols;
  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;

  KeptVerdicts(Protocols protocols, JdbcClient sql, Audit audit, Clock clock) {
    this.protocols = protocols;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** Screens by what is in force at the clinic, and keeps the verdict with the facts. */
  public UUID keep(
      Actor actor,
      UUID patient,
      PatientRecord record,
      Goal goal,
      LocalDate on,
      KeptVerdict.Occasion occasion) {
    InForce inForce = protocols.of(actor.clinic());
    StoredVerdict verdict = StoredVerdict.of(inForce.screening().screen(record, goal, on));
    UUID id =
        sql.sql(
                "insert into verdict_snapshot (clinic_id, patient_id, concern, site, as_of, occasion,"
                    + " verdict, facts, knowledge_digest, settings_version, made_by, made_at)"
                    + " values (current_clinic(), ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)"
                    + " returning verdict_id")
            .params(
                patient,
                goal.concern(),
                goal.site(),
                on,
                occasion.name(),
                JSON.writeValueAsString(verdict),
                JSON.writeValueAsString(StoredFacts.of(record)),
                inForce.digest(),
                inForce.settingsVersion(),
                actor.name(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .single();
    audit.record(actor, Audit.Action.CREATE, "verdict:" + id, patient, occasion.words());
    return id;
  }

  /** A kept verdict as a list shows it. */
  public record Line(
      UUID id,
      Goal goal,
      LocalDate asOf,
      KeptVerdict.Occasion occasion,
      Outcome outcome,
      String by,
      Instant at) {}

  /** Latest first; the oldest beyond {@value #MOST} are left out. */
  public List<Line> list(UUID patient) {
    return sql.sql(
            "select verdict_id, concern, site, as_of, occasion, verdict ->> 'outcome' as outcome,"
                + " made_by, made_at from verdict_snapshot where clinic_id = current_clinic()"
                + " and patient_id = any ((select same_person(?))::uuid[]) order by made_at desc, verdict_id desc limit ?")
        .params(patient, MOST)
        .query((row, number) ->
            new Line(
                row.getObject("verdict_id", UUID.class),
                Goal.inClinic(row.getString("concern"), row.getString("site")),
                row.getObject("as_of", LocalDate.class),
                KeptVerdict.Occasion.valueOf(row.getString("occasion")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant()))
        .list();
  }

  /** The one kept last for this goal. */
  public Optional<KeptVerdict> findLatest(UUID patient, Goal goal) {
    return sql.sql(
            "select * from verdict_snapshot where clinic_id = current_clinic() and patient_id = any ((select same_person(?))::uuid[])"
                + " and concern = ? and site = ? order by made_at desc, verdict_id desc limit 1")
        .params(patient, goal.concern(), goal.site())
        .query((row, number) -> kept(row))
        .optional();
  }

  public Optional<KeptVerdict> find(UUID patient, UUID verdict) {
    return sql.sql(
            "select * from verdict_snapshot where clinic_id = current_clinic() and patient_id = any ((select same_person(?))::uuid[])"
                + " and verdict_id = ?")
        .params(patient, verdict)
        .query((row, number) -> kept(row))
        .optional();
  }

  /** The same whenever the verdict and all it rests on are. */
  public static String fingerprint(StoredVerdict verdict, StoredFacts facts) {
    return Sha256.hex(JSON.writeValueAsBytes(List.of(verdict, facts)));
  }

  private static KeptVerdict kept(ResultSet row) throws SQLException {
    return new KeptVerdict(
        row.getObject("verdict_id", UUID.class),
        Goal.inClinic(row.getString("concern"), row.getString("site")),
        row.getObject("as_of", LocalDate.class),
        KeptVerdict.Occasion.valueOf(row.getString("occasion")),
        JSON.readValue(row.getString("verdict"), StoredVerdict.class),
        JSON.readValue(row.getString("facts"), StoredFacts.class),
        row.getString("knowledge_digest"),
        row.getInt("settings_version"),
        row.getString("made_by"),
        row.getTimestamp("made_at").toInstant());
  }
}
