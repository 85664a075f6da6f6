package org.percuta.clinic.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Service;

/** Has consents signed and withdrawn; call within a clinic transaction. */
@Service
public class Consents {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final ConsentRepository repository;
  private final ConsentTexts texts;
  private final Patients patients;
  private final Protocols protocols;
  private final Audit audit;
  private final Clock clock;

  Consents(
      ConsentRepository repository,
      ConsentTexts texts,
      Patients patients,
      Protocols protocols,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.texts = texts;
    this.patients = patients;
    this.protocols = protocols;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Seals today's text of a consent as signed with the patient's typed name.
   *
   * @param goal what it is for; absent unless it is for treatment
   * @return the consent's id
   */
  public UUID sign(Actor actor, Patient patient, ConsentKind kind, @Nullable Goal goal) {
    ConsentText text = texts.of(kind, goal, patient, patients.today(actor));
    return sign(actor, patient, text, goal, patient.name(), Optional.empty());
  }

  UUID sign(
      Actor actor,
      Patient patient,
      ConsentText text,
      @Nullable Goal goal,
      String name,
      Optional<byte[]> drawing) {
    Instant now = clock.instant();
    LocalDate until =
        patients.today(actor).plusMonths(repository.template(text.kind()).validMonths());
    byte[] document =
        ConsentDocument.pdf(
            text,
            new ConsentDocument.Signature(
                actor.clinicName(),
                patient.name(),
                Dates.day(patient.birthDate()),
                name,
                AT.format(now.atZone(actor.zone())) + " (" + actor.zone() + ")",
                actor.name(),
                Dates.day(until),
                protocols.here().digest(),
                drawing));
    UUID id =
        repository.insert(
            new ConsentRepository.Signed(
                patient.id(),
                text.kind(),
                goal,
                text.templateVersion(),
                text.points(),
                name,
                now,
                until,
                actor.name(),
                protocols.here().digest(),
                document));
    // The seal is in the audit's chain as well: whoever changes document and hash changes not that.
    audit.record(
        actor,
        Audit.Action.CREATE,
        "consent:" + id,
        patient.id(),
        text.kind() + " sha256 " + HexFormat.of().formatHex(Seal.sha256(document)));
    return id;
  }

  /** False when it was withdrawn before. */
  public boolean withdraw(Actor actor, UUID patient, UUID consent, String reason) {
    boolean first = repository.withdraw(consent, reason, actor.name(), clock.instant());
    if (first) {
      audit.record(actor, Audit.Action.WITHDRAW, "consent:" + consent, patient, "");
    }
    return first;
  }
}
