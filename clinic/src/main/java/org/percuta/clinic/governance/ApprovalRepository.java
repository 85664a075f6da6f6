package org.percuta.clinic.governance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items of grade H that a clinician of the clinic stands behind; in its transaction. */
@Repository
class ApprovalRepository {

  private final JdbcClient sql;

  ApprovalRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** Which item, and what it said. */
  record Key(String kind, String item, String fingerprint) {

    static Key of(Item item) {
      return new Key(item.kind().key(), item.id(), item.fingerprint());
    }
  }

  Map<Key, Standing.Approved> list() {
    Map<Key, Standing.Approved> approved = new HashMap<>();
    sql.sql("select * from knowledge_approval where clinic_id = current_clinic()")
        .query(row -> {
          approved.put(
              new Key(row.getString("kind"), row.getString("item"), row.getString("fingerprint")),
              new Standing.Approved(
                  row.getString("done_name"),
                  row.getTimestamp("done_at").toInstant(),
                  row.getString("note")));
        });
    return approved;
  }

  /** False when somebody has approved it already. */
  boolean add(Actor actor, Item item, String note, Instant at) {
    Key key = Key.of(item);
    return sql.sql(
                "insert into knowledge_approval (clinic_id, kind, item, fingerprint, done_by,"
                    + " done_name, note, done_at) values (current_clinic(), ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                key.kind(),
                key.item(),
                key.fingerprint(),
                actor.id(),
                actor.name(),
                note,
                at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
