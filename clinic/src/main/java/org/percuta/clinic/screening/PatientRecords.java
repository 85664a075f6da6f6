package org.percuta.clinic.screening;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.quantity.PartialDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A patient's record as the protocol reads it; call within a clinic transaction. */
@Component
public class PatientRecords {

  private final PatientFacts facts;
  private final JdbcClient sql;

  PatientRecords(PatientFacts facts, JdbcClient sql) {
    this.facts = facts;
    this.sql = sql;
  }

  public PatientRecord of(Patient patient) {
    return of(patient, Instant.MAX);
  }

  /**
   * As it was when nothing written at this moment or later was known; who the patient is, as now.
   */
  public PatientRecord of(Patient patient, Instant knownBefore) {
    return new PatientRecord(
        person(patient),
        facts.listCounting(patient.id(), knownBefore).stream()
            .map(PatientRecords::statement)
            .toList(),
        clearances(patient.id(), knownBefore),
        Set.of());
  }

  private static org.percuta.protocol.model.Patient person(Patient patient) {
    BigDecimal weight_kg = patient.weight_kg();
    return new org.percuta.protocol.model.Patient(
        patient.id().toString(),
        PartialDate.of(patient.birthDate()),
        org.percuta.protocol.model.Patient.Sex.valueOf(patient.sex().name()),
        patient.phototype(),
        weight_kg == null ? null : weight_kg.doubleValue());
  }

  /**
   * An entry of another record tells what it tells, and so does each of two merged records that
   * disagree; only an answer settles a question.
   */
  private static FactStatement statement(PatientFacts.Counting counting) {
    PatientFact fact = counting.fact();
    boolean imported = fact.source() == PatientFact.Source.IMPORT;
    return new FactStatement(
        fact.fact(),
        switch (fact.said()) {
          case YES -> Answer.YES;
          case NO -> Answer.NO;
          case UNKNOWN, WITHDRAWN -> Answer.UNKNOWN;
        },
        fact.site(),
        date(fact.since()),
        date(fact.until()),
        date(fact.last()),
        fact.supply() == null ? null : Condition.Supply.valueOf(fact.supply()),
        counting.agreed() && !imported
            ? FactStatement.Origin.ANSWERED
            : FactStatement.Origin.RECORDED,
        (imported ? "read in " : "said by ") + fact.saidBy());
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null || text.isEmpty() ? null : PartialDate.parse(text);
  }

  /**
   * A withdrawal takes back the clearance it names. One given before records were merged counts no
   * more: whoever gave it had not seen the other record.
   */
  private List<Clearance> clearances(UUID patient, Instant knownBefore) {
    String until = knownBefore.equals(Instant.MAX) ? "infinity" : knownBefore.toString();
    return sql.sql(
            "select * from clearance c where clinic_id = current_clinic()"
                + " and patient_id = any ((select same_person(?))::uuid[])"
                + " and withdrawal_of is null and recorded_at < ?::timestamptz"
                + " and not exists (select 1 from clearance w"
                + " where w.clinic_id = c.clinic_id and w.withdrawal_of = c.clearance_id"
                + " and w.recorded_at < ?::timestamptz)"
                + " and not exists (select 1 from patient_merge m"
                + " where m.clinic_id = c.clinic_id and m.undone_at is null"
                + " and m.kept = any (same_person(c.patient_id)) and m.merged_at >= c.recorded_at)"
                + " order by recorded_at, clearance_id")
        .params(patient, until, until)
        .query((row, number) ->
            new Clearance(
                row.getString("fact"),
                row.getString("given_by"),
                Role.valueOf(row.getString("given_role")),
                row.getObject("given_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("reason")))
        .list();
  }
}
