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
   * What a record shows as said now of each fact and site. Screening counts more than that when
   * records were merged.
   */
  public List<PatientFact> listCurrent(UUID patient) {
    return counting(repository.list(patient));
  }

  /**
   * What screening counts. Within one record what {@link #listCurrent} tells; where records of one
   * person were merged, see {@link MergedStatements}.
   */
  public List<Counting> listCounting(UUID patient) {
    return listCounting(patient, Instant.MAX);
  }

  /** What counted when nothing recorded at this moment or later was known. */
  public List<Counting> listCounting(UUID patient, Instant knownBefore) {
    List<FactRepository.Recorded> said =
        repository.listRecorded(patient).stream()
            .filter(one -> one.fact().recordedAt().isBefore(knownBefore))
            .toList();
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
