package org.percuta.clinic.patients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.Moved;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What other features ask about patients. */
@Service
public class Patients {

  private final PatientRepository repository;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final List<PatientTab> tabs;
  private final List<PatientAlerts> alerts;

  Patients(
      PatientRepository repository,
      ClinicTransactions transactions,
      Audit audit,
      Clock clock,
      ObjectProvider<PatientTab> tabs,
      ObjectProvider<PatientAlerts> alerts) {
    this.repository = repository;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.tabs = tabs.stream().sorted(Comparator.comparingInt(PatientTab::order)).toList();
    this.alerts = alerts.stream().toList();
  }

  /**
   * Opens a record for a page: runs {@code page} in the clinic's transaction and puts the reading
   * into the audit.
   *
   * @param what the part that is read, for the audit
   * @throws NotFound when the clinic has no such patient
   * @throws Moved when the record was merged into another, which has the page
   */
  public <T> T open(Actor actor, UUID id, String what, Function<Patient, T> page) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Patient patient = get(id);
          if (!patient.id().equals(id)) {
            throw new Moved(id, patient.id());
          }
          T shown = page.apply(patient);
          audit.record(actor, Audit.Action.READ, "patient:" + id, id, what);
          return shown;
        });
  }

  /** Archives, or takes out of the archive, within a clinic transaction. */
  public void setState(Actor actor, UUID id, Patient.State state) {
    repository.setState(id, state);
    audit.record(actor, Audit.Action.CHANGE, "patient:" + id, id, "state " + state);
  }

  /**
   * The patient, within a clinic transaction; for the id of a merged record, the one it is read
   * through.
   */
  public Patient get(UUID id) {
    return repository.find(id).orElseThrow(() -> new NotFound("patient"));
  }

  /** People who may be the one with these fields, within a clinic transaction. */
  public List<Patient> listProbablySame(PatientFields fields) {
    return repository.listProbablySame(fields.given(), fields.family(), fields.born());
  }

  /** Active patients with this e-mail address or telephone number, within a clinic transaction. */
  public List<Patient> listReachedAt(@Nullable String email, @Nullable String phone) {
    return repository.listReachedAt(email, phone);
  }

  /** Active people as the list of patients finds them, within a clinic transaction. */
  public List<Patient> search(String words, int most) {
    return repository.list(new PatientRepository.Filter(words, Patient.State.ACTIVE, 0), most, 0);
  }

  /** Adds a person and the audit entry, within a clinic transaction. */
  public UUID add(Actor actor, PatientFields fields) {
    UUID made = repository.insert(actor.clinic(), fields);
    audit.record(actor, Audit.Action.CREATE, "patient:" + made, made, "");
    return made;
  }

  /** What stays in sight, within a clinic transaction. */
  public PatientBanner banner(Actor actor, Patient patient) {
    return PatientBanner.of(
        patient,
        today(actor),
        alerts.stream().flatMap(one -> one.of(patient.id()).stream()).toList(),
        tabs.stream()
            .filter(tab -> tab.roles().contains(actor.role()))
            .map(tab -> new PatientBanner.Tab(tab.word(), "/patients/" + patient.id() + tab.path()))
            .toList());
  }

  /** Today where the clinic is. */
  public LocalDate today(Actor actor) {
    return LocalDate.ofInstant(clock.instant(), actor.zone());
  }
}
