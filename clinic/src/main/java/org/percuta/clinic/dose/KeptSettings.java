package org.percuta.clinic.dose;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings kept with courses; call within a clinic transaction. */
@Repository
class KeptSettings {

  private final JdbcClient sql;
  private final Clock clock;

  KeptSettings(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What was kept last. */
  Optional<KeptSetting> find(UUID course) {
    return sql.sql(
            "select * from course_dose where clinic_id = current_clinic() and course_id = ?"
                + " order by number desc limit 1")
        .param(course)
        .query((row, number) -> kept(row))
        .optional();
  }

  /** What was kept last, by course, for every course of a patient. */
  Map<UUID, KeptSetting> ofPatient(UUID patient) {
    Map<UUID, KeptSetting> found = new HashMap<>();
    sql.sql(
            "select distinct on (d.course_id) d.* from course_dose d join course c"
                + " using (clinic_id, course_id) where c.clinic_id = current_clinic()"
                + " and c.patient_id = any ((select same_person(?))::uuid[]) order by d.course_id, d.number desc")
        .param(patient)
        .query(row -> {
          found.put(row.getObject("course_id", UUID.class), kept(row));
        });
    return found;
  }

  /** Keeps it, unless somebody kept one of this number before. */
  boolean keep(Actor actor, UUID course, KeptSetting setting, String knowledgeDigest) {
    return sql.sql(
                "insert into course_dose (clinic_id, course_id, number, site, device, depth_mm,"
                    + " passes, speed_cm_s, area_cm2, knowledge_digest, kept_by, kept_at)"
                    + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                Arrays.asList(
                    course,
                    setting.number(),
                    setting.site(),
                    setting.device(),
                    setting.depth_mm(),
                    setting.passes(),
                    setting.speed_cm_s(),
                    setting.area_cm2(),
                    knowledgeDigest,
                    actor.name(),
                    clock.instant().atOffset(ZoneOffset.UTC)))
            .update()
        == 1;
  }

  private static KeptSetting kept(ResultSet row) throws SQLException {
    return new KeptSetting(
        row.getInt("number"),
        row.getString("site"),
        row.getString("device"),
        row.getDouble("depth_mm"),
        row.getInt("passes"),
        row.getObject("speed_cm_s", Double.class),
        row.getObject("area_cm2", Double.class),
        row.getString("kept_by"));
  }
}
