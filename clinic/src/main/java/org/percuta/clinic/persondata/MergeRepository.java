package org.percuta.clinic.persondata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links between records of one person, in the clinic whose transaction is open. */
@Repository
class MergeRepository {

  private static final String FIELDS =
      "to_jsonb(%s) - '{clinic_id,patient_id,version,created_at,updated_at,search}'::text[]";

  private final JdbcClient sql;

  MergeRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One merge.
   *
   * @param undone absent while it stands
   */
  record Merge(
      UUID id,
      UUID kept,
      UUID merged,
      String keptName,
      String mergedName,
      String reason,
      String by,
      Instant at,
      String undoneBy,
      @Nullable Instant undone) {}

  /**
   * Keeps both as they are until the transaction ends, in one order so that two merges never wait.
   */
  void lock(UUID one, UUID other) {
    sql.sql(
            "select patient_id from patient where clinic_id = current_clinic() and patient_id in (?, ?)"
                + " order by patient_id for update")
        .params(one, other)
        .query(UUID.class)
        .list();
  }

  /**
   * Links {@code other} to {@code kept}. Forms that were open on either record are older than the
   * version that both get.
   *
   * @param fromOther fields whose value comes from the other record
   * @param bothNotes whether the two notes are put one below the other
   */
  UUID insert(
      UUID kept,
      UUID other,
      List<MergeFields> fromOther,
      boolean bothNotes,
      String reason,
      String by,
      Instant at) {
    UUID id =
        sql.sql(
                "insert into patient_merge (clinic_id, kept, merged, kept_before, kept_after,"
                    + " merged_before, reason, merged_by, merged_at) select current_clinic(),"
                    + " k.patient_id, m.patient_id, "
                    + FIELDS.formatted("k")
                    + ", '{}', "
                    + FIELDS.formatted("m")
                    + ", ?, ?, ? from patient k, patient m where k.clinic_id = current_clinic()"
                    + " and m.clinic_id = current_clinic() and k.patient_id = ? and m.patient_id = ?"
                    + " returning merge_id")
            .params(reason, by, at.atOffset(ZoneOffset.UTC), kept, other)
            .query(UUID.class)
            .single();
    String chosen =
        fromOther.stream()
            .map(field -> field.column() + " = m." + field.column() + ", ")
            .collect(Collectors.joining());
    String note =
        bothNotes && !fromOther.contains(MergeFields.NOTE)
            ? "note = k.note || E'\\n' || m.note, "
            : "";
    sql.sql(
            "update patient k set "
                + chosen
                + note
                + "version = greatest(k.version, m.version) + 1, updated_at = now() from patient m"
                + " where k.clinic_id = current_clinic() and m.clinic_id = current_clinic()"
                + " and k.patient_id = ? and m.patient_id = ?")
        .params(kept, other)
        .update();
    sql.sql(
            "update patient set state = 'MERGED', version = version + 1, updated_at = now()"
                + " where clinic_id = current_clinic() and patient_id = ?")
        .param(other)
        .update();
    sql.sql(
            "update patient_merge g set kept_after = "
                + FIELDS.formatted("k")
                + " from patient k where g.clinic_id = current_clinic() and g.merge_id = ?"
                + " and k.clinic_id = current_clinic() and k.patient_id = g.kept")
        .param(id)
        .update();
    return id;
  }

  /** The merges of this person, the undone ones of the record too; the latest first. */
  List<Merge> list(UUID patient) {
    return sql.sql(
            select(
                "kept = any ((select same_person(?))::uuid[]) or merged = any ((select same_person(?))::uuid[])"))
        .params(patient, patient)
        .query((row, number) -> merge(row))
        .list();
  }

  Optional<Merge> find(UUID merge) {
    return sql.sql(select("merge_id = ?"))
        .param(merge)
        .query((row, number) -> merge(row))
        .optional();
  }

  /**
   * Takes the link away. Each field of the kept record goes back to what it was, unless it was
   * changed since the merge; the other record has its fields still.
   */
  void undo(UUID merge, String by, Instant at) {
    String back =
        Arrays.stream(MergeFields.values())
            .map(field -> field.column())
            .map(column ->
                column
                    + " = case when k."
                    + column
                    + "::text is not distinct from g.kept_after ->> '"
                    + column
                    + "' then b."
                    + column
                    + " else k."
                    + column
                    + " end, ")
            .collect(Collectors.joining());
    sql.sql(
            "update patient k set "
                + back
                + "version = k.version + 1, updated_at = now() from patient_merge g,"
                + " jsonb_populate_record(null::patient, g.kept_before) b"
                + " where g.clinic_id = current_clinic() and g.merge_id = ?"
                + " and k.clinic_id = current_clinic() and k.patient_id = g.kept")
        .param(merge)
        .update();
    sql.sql(
            "update patient m set state = g.merged_before ->> 'state', version = m.version + 1,"
                + " updated_at = now() from patient_merge g where g.clinic_id = current_clinic()"
                + " and g.merge_id = ? and m.clinic_id = current_clinic() and m.patient_id = g.merged")
        .param(merge)
        .update();
    // Two people again: neither's row may go on holding the other's details.
    sql.sql(
            "update patient_merge set undone_by = ?, undone_at = ?, kept_before = '{}',"
                + " kept_after = '{}', merged_before = '{}'"
                + " where clinic_id = current_clinic() and merge_id = ?")
        .params(by, at.atOffset(ZoneOffset.UTC), merge)
        .update();
  }

  /** Whether both have a booking at the same time. */
  boolean isBookedTwice(UUID one, UUID other) {
    return sql.sql(
            "select exists (select 1 from appointment a join appointment b"
                + " on b.clinic_id = a.clinic_id and b.during && a.during"
                + " where a.clinic_id = current_clinic() and a.patient_id = any ((select same_person(?))::uuid[])"
                + " and b.patient_id = any ((select same_person(?))::uuid[]) and upper(a.during) > now()"
                + " and a.state in ('BOOKED', 'ARRIVED') and b.state in ('BOOKED', 'ARRIVED'))")
        .params(one, other)
        .query(Boolean.class)
        .single();
  }

  private static String select(String condition) {
    return "select g.*, k.given_name || ' ' || k.family_name as kept_name,"
        + " m.given_name || ' ' || m.family_name as merged_name from patient_merge g"
        + " join patient k on k.clinic_id = g.clinic_id and k.patient_id = g.kept"
        + " join patient m on m.clinic_id = g.clinic_id and m.patient_id = g.merged"
        + " where g.clinic_id = current_clinic() and ("
        + condition
        + ") order by g.merged_at desc, g.merge_id desc limit 50";
  }

  private static Merge merge(ResultSet row) throws SQLException {
    Timestamp undone = row.getTimestamp("undone_at");
    return new Merge(
        row.getObject("merge_id", UUID.class),
        row.getObject("kept", UUID.class),
        row.getObject("merged", UUID.class),
        row.getString("kept_name"),
        row.getString("merged_name"),
        row.getString("reason"),
        row.getString("merged_by"),
        row.getTimestamp("merged_at").toInstant(),
        Optional.ofNullable(row.getString("undone_by")).orElse(""),
        undone == null ? null : undone.toInstant());
  }
}
