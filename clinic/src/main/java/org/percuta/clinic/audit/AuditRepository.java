package org.percuta.clinic.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a clinic's audit within its transaction. */
@Repository
class AuditRepository {

  private static final int BATCH = 1_000;
  private static final String COLUMNS = "select * from audit_entry ";

  private static final String SHOWN =
      "select e.clinic_id, e.seq, e.at, e.actor, coalesce(a.actor_name, e.actor_name) as actor_name,"
          + " e.action, e.subject, e.patient_id, coalesce(a.address, e.address) as address, e.detail,"
          + " e.previous_hash, e.hash, coalesce(p.given_name || ' ' || p.family_name, '') as person"
          + " from audit_entry e"
          + " left join audit_apart a on a.clinic_id = e.clinic_id and a.seq = e.seq"
          + " left join patient p on p.clinic_id = e.clinic_id and p.patient_id = e.patient_id ";

  private final JdbcClient sql;

  AuditRepository(JdbcClient sql) {
    this.sql = sql;
  }

  record Head(long seq, byte[] hash) {}

  Head head() {
    return sql.sql("select seq, hash from audit_head where clinic_id = current_clinic()")
        .query((row, number) -> new Head(row.getLong("seq"), row.getBytes("hash")))
        .optional()
        .orElseGet(() -> new Head(0, new byte[32]));
  }

  /** How often each action was recorded since a moment; an action nobody took is absent. */
  Map<String, Long> countSince(Instant since) {
    Map<String, Long> counts = new HashMap<>();
    sql.sql(
            "select action, count(*) as times from audit_entry"
                + " where clinic_id = current_clinic() and at >= ? group by action")
        .param(since.atOffset(ZoneOffset.UTC))
        .query(row -> {
          counts.put(row.getString("action"), row.getLong("times"));
        });
    return counts;
  }

  /** Reads in batches, each below the database's time limit whatever the length of the audit. */
  void forEachUpTo(long last, Consumer<AuditEntry> reader) {
    long after = -1;
    while (true) {
      List<AuditEntry> batch =
          sql.sql(COLUMNS + "where seq > ? and seq <= ? order by seq limit ?")
              .params(after, Math.max(last, after), BATCH)
              .query((row, number) -> entry(row))
              .list();
      batch.forEach(reader);
      if (batch.size() < BATCH) {
        return;
      }
      after = batch.getLast().seq();
    }
  }

  /** Calls {@code reader} with the number of each entry whose part kept apart does not fit it. */
  void forEachApartThatDiffers(Consumer<Long> reader) {
    sql.sql(
            "select e.seq, e.actor_name, e.address as commitment, a.actor_name as name, a.address,"
                + " a.salt from audit_apart a join audit_entry e using (clinic_id, seq)"
                + " where clinic_id = current_clinic() order by e.seq")
        .query(row -> {
          AuditApart apart =
              new AuditApart(row.getString("name"), row.getString("address"), row.getBytes("salt"));
          if (!apart.commitment().equals(row.getString("commitment"))) {
            reader.accept(row.getLong("seq"));
          }
        });
  }

  /**
   * What the list is narrowed to.
   *
   * @param who part of a name; empty for everybody
   * @param action empty for each
   * @param until only entries before this moment
   * @param before only entries with a smaller number
   */
  record Filter(
      @Nullable UUID patient, String who, String action, @Nullable Instant until, long before) {}

  /**
   * An entry with what is kept apart where it is still there.
   *
   * @param person whose record it is, as it is named now; empty for nobody's or of an erased one
   */
  record Shown(AuditEntry entry, String person) {}

  /** The latest entries first. */
  List<Shown> listLatest(Filter filter, int most) {
    StringBuilder where = new StringBuilder("where e.seq < ?");
    List<Object> values = new ArrayList<>(List.of(filter.before()));
    if (filter.patient() != null) {
      where.append(" and e.patient_id = any ((select same_person(?))::uuid[])");
      values.add(filter.patient());
    }
    if (!filter.who().isEmpty()) {
      where.append(" and position(lower(?) in lower(coalesce(a.actor_name, e.actor_name))) > 0");
      values.add(filter.who());
    }
    if (!filter.action().isEmpty()) {
      where.append(" and e.action = ?");
      values.add(filter.action());
    }
    if (filter.until() != null) {
      where.append(" and e.at < ?::timestamptz");
      values.add(filter.until().toString());
    }
    return sql.sql(SHOWN + where + " order by e.seq desc limit " + most)
        .params(values)
        .query((row, number) -> new Shown(entry(row), row.getString("person")))
        .list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("clinic_id", UUID.class),
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("subject"),
        row.getObject("patient_id", UUID.class),
        row.getString("address"),
        row.getString("detail"),
        row.getBytes("previous_hash"),
        row.getBytes("hash"));
  }
}
