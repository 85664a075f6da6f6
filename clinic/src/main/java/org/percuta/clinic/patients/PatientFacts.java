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

  /**
   * What a record shows as said now: the newest on each fact and site, withdrawn ones left out.
   * Screening counts more than that when records were merged.
   */
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
   * What screening counts. Within one record the newest on each fact and site; where records of one
   * person were merged, see {@link MergedStatements}.
   */
  public List<Counting> listCounting(UUID patient) {
    List<FactRepository.Recorded> said = repository.listRecorded(patient);
    boolean several = said.stream().map(FactRepository.Recorded::record).distinct().count() > 1;
    return MergedStatements.of(said, several ? repository.listLinks(patient) : List.of());
  }

  /** Facts on which merged records disagree and nobody has asked again since. */
  public List<String> listDisagreed(UUID patient) {
    return listCounting(patient).stream()
        .filter(one -> !one.agreed())
        .map(one -> one.fact().fact())
        .distinct()
        .toList();
  }

  /** Facts on which two records would disagree if they were merged now. */
  public List<String> listDisagreed(UUID kept, UUID other) {
    List<FactRepository.Recorded> said = new ArrayList<>(repository.listRecorded(kept));
    said.addAll(repository.listRecorded(other));
    List<FactRepository.Link> links = new ArrayList<>(repository.listLinks(kept));
    links.addAll(repository.listLinks(other));
    links.add(new FactRepository.Link(other, kept, Instant.MAX));
    return MergedStatements.of(said, links).stream()
        .filter(one -> !one.agreed())
        .map(one -> one.fact().fact())
        .distinct()
        .toList();
  }

  /**
   * A statement that counts.
   *
   * @param agreed false when another record of the same person says something else: it then tells
   *     what it tells, and settles nothing
   */
  public record Counting(PatientFact fact, boolean agreed) {}

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
