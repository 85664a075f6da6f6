package org.percuta.clinic.persondata;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.springframework.stereotype.Service;

/** Joins two records of one person; call within a clinic transaction. */
@Service
public class Merges {

  static final String OTHER = "other";
  static final String BOTH = "both";

  private final Patients patients;
  private final MergeRepository repository;
  private final Audit audit;
  private final Clock clock;

  Merges(Patients patients, MergeRepository repository, Audit audit, Clock clock) {
    this.patients = patients;
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Merges one record into another with the fields that the page proposes.
   *
   * @return false when both have an appointment at the same time; then nothing is written
   */
  public boolean merge(Actor actor, UUID into, UUID from, String reason) {
    repository.lock(into, from);
    Patient kept = patients.get(into);
    Patient other = patients.get(from);
    if (repository.isBookedTwice(kept.id(), other.id())) {
      return false;
    }
    link(actor, kept, other, proposed(kept, other), reason);
    return true;
  }

  static Form proposed(Patient kept, Patient other) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (MergeFields field : MergeFields.differing(kept, other)) {
      boolean fromOther =
          field == MergeFields.STATE
              ? other.state() == Patient.State.ACTIVE
              : field.isProposedFromOther(kept);
      boolean both = field == MergeFields.NOTE && !kept.note().isEmpty() && !other.note().isEmpty();
      chosen.put(field.field(), both ? BOTH : fromOther ? OTHER : "kept");
    }
    return Form.of(chosen);
  }

  void link(Actor actor, Patient kept, Patient other, Form form, String reason) {
    List<MergeFields> fromOther =
        MergeFields.differing(kept, other).stream()
            .filter(field -> form.is(field.field(), OTHER))
            .toList();
    boolean bothNotes =
        form.is(MergeFields.NOTE.field(), BOTH)
            && !kept.note().equals(other.note())
            && !other.note().isEmpty();
    UUID id =
        repository.insert(
            kept.id(), other.id(), fromOther, bothNotes, reason, actor.name(), clock.instant());
    String fields =
        fromOther.isEmpty()
            ? ""
            : ", from it " + String.join(", ", fromOther.stream().map(MergeFields::field).toList());
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "patient-merge:" + id,
        kept.id(),
        "patient:" + other.id() + " merged into it" + fields);
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "patient-merge:" + id,
        other.id(),
        "merged into patient:" + kept.id());
  }
}
