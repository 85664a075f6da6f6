package org.percuta.clinic.screening;

import java.math.BigDecimal;
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
    return new PatientRecord(
        person(patient),
        facts.listCounting(patient.id()).stream().map(PatientRecords::statement).toList(),
        clearances(patient.id()),
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

  /** Where merged records disagree, nothing one of them says settles the question. */
  private static FactStatement statement(PatientFacts.Counting counting) {
    PatientFact fact = counting.fact();
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
        counting.agreed() ? FactStatement.Origin.ANSWERED : FactStatement.Origin.RECORDED,
        "said by " + fact.saidBy());
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null || text.isEmpty() ? null : PartialDate.parse(text);
  }

  /**
   * A withdrawal takes back the clearance it names. One given before records were merged counts no
   * more: whoever gave it had not seen the other record.
   */
  private List<Clearance> clearances(UUID patient) {
    return sql.sql(
            "select * from clearance c where clinic_id = current_clinic() and patient_id = any (same_person(?))"
                + " and withdrawal_of is null and not exists (select 1 from clearance w"
                + " where w.clinic_id = c.clinic_id and w.withdrawal_of = c.clearance_id)"
                + " and not exists (select 1 from patient_merge m"
                + " where m.clinic_id = c.clinic_id and m.undone_at is null"
                + " and m.kept = any (same_person(c.patient_id)) and m.merged_at >= c.recorded_at)")
        .param(patient)
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
