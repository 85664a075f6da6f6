package org.percuta.clinic.clearances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Rule;
import org.springframework.stereotype.Service;

/** Records clearances and takes them back; call within a clinic transaction. */
@Service
public class Clearances {

  private final ClearanceRepository repository;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final Audit audit;
  private final Clock clock;

  Clearances(
      ClearanceRepository repository,
      CourseScreening screening,
      Protocols protocols,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.screening = screening;
    this.protocols = protocols;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Records a clearance, unless it would lift nothing from the verdict on a goal on a date; then it
   * writes nothing and the answer is empty.
   */
  public Optional<UUID> add(
      Actor actor, Patient patient, Goal goal, LocalDate asOf, Clearance clearance) {
    DryRun run =
        DryRun.of(protocols.of(actor.clinic()), screening.record(patient), goal, asOf, clearance);
    return run.lifts().isEmpty()
        ? Optional.empty()
        : Optional.of(add(actor, patient.id(), clearance, run));
  }

  UUID add(Actor actor, UUID patient, Clearance clearance, DryRun run) {
    UUID id = repository.insert(patient, clearance, actor.name(), clock.instant());
    audit.record(
        actor,
        Audit.Action.ADD,
        "clearance:" + id,
        patient,
        "lifts " + String.join(", ", run.lifts().stream().map(Rule::id).toList()));
    return id;
  }

  /** False when it was withdrawn before. */
  public boolean withdraw(Actor actor, UUID patient, UUID clearance, String reason) {
    boolean withdrawn =
        repository.withdraw(patient, clearance, reason, actor.name(), clock.instant());
    if (withdrawn) {
      audit.record(actor, Audit.Action.WITHDRAW, "clearance:" + clearance, patient, "");
    }
    return withdrawn;
  }
}
