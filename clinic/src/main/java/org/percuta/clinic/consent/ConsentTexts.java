package org.percuta.clinic.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.screening.Goals;
import org.percuta.clinic.screening.PatientRecords;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.plan.ConsentContent;
import org.springframework.stereotype.Component;

/** Assembles what a person is told, from the house's text and the protocol's content. */
@Component
class ConsentTexts {

  private final ConsentRepository repository;
  private final PatientRecords records;
  private final Protocols protocols;
  private final Goals goals;

  ConsentTexts(
      ConsentRepository repository, PatientRecords records, Protocols protocols, Goals goals) {
    this.repository = repository;
    this.records = records;
    this.protocols = protocols;
    this.goals = goals;
  }

  ConsentText treatment(Patient patient, Goal goal, LocalDate on) {
    PatientRecord record = records.of(patient);
    InForce now = protocols.here();
    return ConsentText.of(
        repository.template(ConsentKind.TREATMENT),
        "microneedling, " + goals.words(goal),
        ConsentContent.of(now.knowledge(), record, now.screening().screen(record, goal, on)));
  }

  ConsentText of(ConsentKind kind, @Nullable Goal goal, Patient patient, LocalDate on) {
    return goal == null
        ? ConsentText.of(
            repository.template(kind), kind.word().toLowerCase(java.util.Locale.ROOT), null)
        : treatment(patient, goal, on);
  }
}
