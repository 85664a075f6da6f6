package org.percuta.clinic.knowledge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contents a clinic worked by, and when each came into force; in its transaction. */
@Repository
class ContentRepository {

  private static final String SELECT =
      "select a.*, c.version from knowledge_acceptance a join knowledge_content c"
          + " using (clinic_id, digest) where a.clinic_id = current_clinic()"
          + " order by a.number desc ";

  private final JdbcClient sql;

  ContentRepository(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Acceptance> findLatest() {
    return list("limit 1").stream().findFirst();
  }

  /** Newest first. */
  List<Acceptance> list() {
    return list("limit 100");
  }

  private List<Acceptance> list(String limit) {
    return sql.sql(SELECT + limit)
        .query((row, number) ->
            new Acceptance(
                row.getInt("number"),
                row.getString("digest"),
                row.getString("version"),
                row.getString("accepted_name"),
                row.getString("reason"),
                row.getTimestamp("accepted_at").toInstant()))
        .list();
  }

  Optional<byte[]> findContent(String digest) {
    return sql.sql(
            "select content from knowledge_content where clinic_id = current_clinic()"
                + " and digest = ?")
        .param(digest)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  boolean hasContent(String digest) {
    return sql.sql(
            "select exists (select 1 from knowledge_content where clinic_id = current_clinic()"
                + " and digest = ?)")
        .param(digest)
        .query(Boolean.class)
        .single();
  }

  void keep(String digest, String version, byte[] content) {
    sql.sql(
            "insert into knowledge_content (clinic_id, digest, version, content)"
                + " values (current_clinic(), ?, ?, ?) on conflict do nothing")
        .params(digest, version, content)
        .update();
  }

  /** False when another acceptance has taken the number. */
  boolean accept(
      int number, String digest, @Nullable UUID by, String name, String reason, Instant at) {
    return sql.sql(
                "insert into knowledge_acceptance (clinic_id, number, digest, accepted_by,"
                    + " accepted_name, reason, accepted_at)"
                    + " values (current_clinic(), ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                Arrays.<@Nullable Object>asList(
                    number, digest, by, name, reason, at.atOffset(ZoneOffset.UTC)))
            .update()
        == 1;
  }
}
