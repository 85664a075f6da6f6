package org.percuta.clinic.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Upload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files that were looked at and not added yet. Only who brought one sees it, and not for long; call
 * within a clinic transaction.
 */
@Repository
class PendingImports {

  private static final Duration LIFE = Duration.ofHours(2);
  private static final int MOST_OF_ONE_PERSON = 5;

  private final JdbcClient sql;
  private final Clock clock;

  PendingImports(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Keeps a file, and lets go of what is past its time or of which one person has too many. */
  UUID keep(Actor actor, Upload upload) {
    sql.sql("delete from pending_import where clinic_id = current_clinic() and expires_at <= ?")
        .param(now())
        .update();
    sql.sql(
            "delete from pending_import where clinic_id = current_clinic() and import_id in"
                + " (select import_id from pending_import where clinic_id = current_clinic()"
                + " and staff_id = ? order by made_at desc offset ?)")
        .params(actor.id(), MOST_OF_ONE_PERSON - 1)
        .update();
    return sql.sql(
            "insert into pending_import (clinic_id, staff_id, file_name, content, made_at,"
                + " expires_at) values (current_clinic(), ?, ?, ?, ?, ?) returning import_id")
        .params(actor.id(), upload.name(), upload.content(), now(), now().plus(LIFE))
        .query(UUID.class)
        .single();
  }

  Optional<Upload> find(Actor actor, UUID id) {
    return sql.sql(
            "select file_name, content from pending_import where clinic_id = current_clinic()"
                + " and import_id = ? and staff_id = ? and expires_at > ?")
        .params(id, actor.id(), now())
        .query((row, number) -> new Upload(row.getString("file_name"), row.getBytes("content")))
        .optional();
  }

  /** False when it is gone already, so that a file is added once. */
  boolean remove(Actor actor, UUID id) {
    return sql.sql(
                "delete from pending_import where clinic_id = current_clinic() and import_id = ?"
                    + " and staff_id = ?")
            .params(id, actor.id())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    Instant now = clock.instant();
    return now.atOffset(ZoneOffset.UTC);
  }
}
