package org.percuta.clinic.patients;

import java.time.Instant;
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

  /** What counts now of each fact and site. */
  public List<PatientFact> listCurrent(UUID patient) {
    return counting(repository.list(patient));
  }

  /** What counted when nothing recorded at this moment or later was known. */
  public List<PatientFact> listCurrent(UUID patient, Instant knownBefore) {
    return counting(
        repository.list(patient).stream()
            .filter(fact -> fact.recordedAt().isBefore(knownBefore))
            .toList());
  }

  /**
   * Leaves out what no longer counts. What somebody says counts instead of all that stood before;
   * an entry that was imported tells only what it tells, so it counts beside what stood before.
   *
   * @param history newest first within each fact and site
   */
  static List<PatientFact> counting(List<PatientFact> history) {
    List<PatientFact> current = new ArrayList<>();
    Set<String> settled = new HashSet<>();
    for (PatientFact fact : history) {
      String about = fact.fact() + "@" + fact.site();
      if (settled.contains(about)) {
        continue;
      }
      if (fact.said() != PatientFact.Said.WITHDRAWN) {
        current.add(fact);
      }
      if (fact.source() != PatientFact.Source.IMPORT) {
        settled.add(about);
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
