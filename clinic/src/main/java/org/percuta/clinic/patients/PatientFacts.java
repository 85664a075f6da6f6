package org.percuta.clinic.patients;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Service;

/** The facts of a patient, for the features that decide on them. */
@Service
public class PatientFacts {

  private final FactRepository repository;
  private final Audit audit;

  PatientFacts(FactRepository repository, Audit audit) {
    this.repository = repository;
    this.audit = audit;
  }

  /** Everything ever said, newest first within a fact; in a clinic transaction. */
  public List<PatientFact> listHistory(UUID patient) {
    return repository.list(patient);
  }

  /** What counts now: the newest on each fact and site, withdrawn ones left out. */
  public List<PatientFact> listCurrent(UUID patient) {
    List<PatientFact> current = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PatientFact fact : repository.list(patient)) {
      if (seen.add(fact.fact() + "@" + fact.site()) && fact.said() != PatientFact.Said.WITHDRAWN) {
        current.add(fact);
      }
    }
    return current;
  }

  /**
   * Adds many statements at once, with one audit entry; in a clinic transaction.
   *
   * @param from where they come from, as the audit names it
   */
  public void addAll(Actor actor, UUID patient, List<PatientFact> facts, String from) {
    repository.insertAll(patient, facts);
    audit.record(
        actor, Audit.Action.ADD, from, patient, facts.size() + " facts were added to the record");
  }

  /** Adds a statement and its audit entry; in a clinic transaction. */
  public UUID add(Actor actor, UUID patient, PatientFact fact) {
    UUID id = repository.insert(actor.clinic(), patient, fact);
    boolean withdrawn = fact.said() == PatientFact.Said.WITHDRAWN;
    audit.record(
        actor,
        withdrawn ? Audit.Action.WITHDRAW : Audit.Action.ADD,
        "fact:" + id,
        patient,
        fact.fact());
    return id;
  }
}
