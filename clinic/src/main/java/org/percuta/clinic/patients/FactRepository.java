package org.percuta.clinic.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.ClinicId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said about patients; rows are added and never changed. */
@Repository
class FactRepository {

  private final JdbcClient sql;

  FactRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** Newest first within each fact and site. */
  List<PatientFact> list(UUID patient) {
    return sql.sql(
            "select * from patient_fact where clinic_id = current_clinic()"
                + " and patient_id = any ((select same_person(?))::uuid[])"
                + " order by fact, site nulls first, recorded_at desc, fact_id desc")
        .param(patient)
        .query((row, number) -> fact(row))
        .list();
  }

  /**
   * The same, each with the record it was said in. Here and elsewhere the person's ids are found by
   * a subselect, which runs once, where a call of the function could run for each row of the table.
   */
  List<Recorded> listRecorded(UUID patient) {
    return sql.sql(
            "select * from patient_fact where clinic_id = current_clinic()"
                + " and patient_id = any ((select same_person(?))::uuid[])"
                + " order by fact, site nulls first, recorded_at desc, fact_id desc")
        .param(patient)
        .query((row, number) -> new Recorded(row.getObject("patient_id", UUID.class), fact(row)))
        .list();
  }

  /** The links by which records of this person were merged. */
  List<Link> listLinks(UUID patient) {
    return sql.sql(
            "select merged, kept, merged_at from patient_merge where clinic_id = current_clinic()"
                + " and undone_at is null and merged = any ((select same_person(?))::uuid[])")
        .param(patient)
        .query((row, number) ->
            new Link(
                row.getObject("merged", UUID.class),
                row.getObject("kept", UUID.class),
                row.getTimestamp("merged_at").toInstant()))
        .list();
  }

  /** A statement and the record it was said in. */
  record Recorded(UUID record, PatientFact fact) {}

  /** One record merged into another, and when. */
  record Link(UUID merged, UUID kept, Instant at) {}

  UUID insert(ClinicId clinic, UUID patient, PatientFact fact) {
    return sql.sql(
            "insert into patient_fact (clinic_id, patient_id, fact, site, answer, since, until,"
                + " last, supply, note, said_by, source, recorded_by, recorded_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning fact_id")
        .params(
            Arrays.<@Nullable Object>asList(
                clinic.value(),
                patient,
                fact.fact(),
                fact.site(),
                fact.said().name(),
                fact.since(),
                fact.until(),
                fact.last(),
                fact.supply(),
                fact.note(),
                fact.saidBy(),
                fact.source().name(),
                fact.recordedBy(),
                at(fact.recordedAt())))
        .query(UUID.class)
        .single();
  }

  /** Many statements in one go. */
  void insertAll(UUID patient, List<PatientFact> facts) {
    sql.sql(
            "insert into patient_fact (clinic_id, patient_id, fact, site, answer, since, until,"
                + " last, supply, note, said_by, source, recorded_by, recorded_at)"
                + " select current_clinic(), ?, f.* from unnest(?::text[], ?::text[], ?::text[],"
                + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                + " ?::text[], ?::timestamptz[]) f")
        .params(
            patient,
            texts(facts, PatientFact::fact),
            texts(facts, PatientFact::site),
            texts(facts, fact -> fact.said().name()),
            texts(facts, PatientFact::since),
            texts(facts, PatientFact::until),
            texts(facts, PatientFact::last),
            texts(facts, PatientFact::supply),
            texts(facts, PatientFact::note),
            texts(facts, PatientFact::saidBy),
            texts(facts, fact -> fact.source().name()),
            texts(facts, PatientFact::recordedBy),
            texts(facts, fact -> at(fact.recordedAt()).toString()))
        .update();
  }

  private static @Nullable String[] texts(
      List<PatientFact> facts, Function<PatientFact, @Nullable String> part) {
    return facts.stream().map(part).toArray(String[]::new);
  }

  private static PatientFact fact(ResultSet row) throws SQLException {
    return new PatientFact(
        row.getObject("fact_id", UUID.class),
        row.getString("fact"),
        row.getString("site"),
        PatientFact.Said.valueOf(row.getString("answer")),
        row.getString("since"),
        row.getString("until"),
        row.getString("last"),
        row.getString("supply"),
        row.getString("note"),
        row.getString("said_by"),
        PatientFact.Source.valueOf(row.getString("source")),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static java.time.OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
