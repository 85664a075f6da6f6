package org.percuta.clinic.enquiries;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.PatientFields;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.model.FactStatement;
import org.percuta.quantity.PartialDate;
import org.springframework.stereotype.Component;

/** What the staff do with an enquiry; call within a clinic transaction. */
@Component
class EnquiryDesk {

  private static final String WRITTEN_BY = "the public pages";

  private final EnquiryRepository repository;
  private final SentAnswers answers;
  private final Patients patients;
  private final PatientFacts facts;
  private final Audit audit;
  private final Clock clock;

  EnquiryDesk(
      EnquiryRepository repository,
      SentAnswers answers,
      Patients patients,
      PatientFacts facts,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.answers = answers;
    this.patients = patients;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens an enquiry; reading it is audited.
   *
   * @throws NotFound when the clinic has none with this id
   */
  Received open(Actor actor, UUID id) {
    Received found = repository.find(id).orElseThrow(() -> new NotFound("enquiry"));
    audit.record(actor, Audit.Action.READ, of(id), null, "");
    return found;
  }

  /** Makes a patient of who sent it, with what was said. */
  UUID addPatient(Actor actor, Received enquiry, PatientFields fields) {
    UUID patient = patients.add(actor, fields);
    addTo(actor, enquiry, patient);
    return patient;
  }

  /**
   * Adds what was said to a record, as said when it was sent: what was said there since then counts
   * instead. False when it is in a record already.
   */
  boolean addTo(Actor actor, Received enquiry, UUID patient) {
    if (!repository.setHandled(enquiry.id(), patient, actor.name(), clock.instant())) {
      return false;
    }
    List<PatientFact> said =
        answers.record(enquiry.answers()).statements().stream()
            .map(statement -> fact(enquiry, statement))
            .toList();
    facts.addAll(actor, patient, said, of(enquiry.id()));
    return true;
  }

  private static PatientFact fact(Received enquiry, FactStatement statement) {
    return new PatientFact(
        new UUID(0, 0),
        statement.fact(),
        statement.site(),
        PatientFact.Said.of(statement.answer()),
        text(statement.since()),
        text(statement.until()),
        text(statement.last()),
        statement.supply() == null ? null : statement.supply().name(),
        "",
        enquiry.name(),
        PatientFact.Source.PATIENT,
        WRITTEN_BY,
        enquiry.at());
  }

  private static @Nullable String text(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }

  /** Notes that it was answered. False when it is in a record. */
  boolean setAnswered(Actor actor, UUID id) {
    boolean done = repository.setHandled(id, null, actor.name(), clock.instant());
    if (done) {
      audit.record(actor, Audit.Action.CHANGE, of(id), null, "answered");
    }
    return done;
  }

  /** Takes back that it was answered. False when it is in a record. */
  boolean setOpen(Actor actor, UUID id) {
    boolean done = repository.setOpen(id);
    if (done) {
      audit.record(actor, Audit.Action.CHANGE, of(id), null, "open again");
    }
    return done;
  }

  /** Deletes it, for somebody who takes back their consent. */
  void delete(Actor actor, UUID id) {
    if (repository.delete(id)) {
      audit.record(actor, Audit.Action.ERASE, of(id), null, "");
    }
  }

  private static String of(UUID id) {
    return "enquiry:" + id;
  }
}
