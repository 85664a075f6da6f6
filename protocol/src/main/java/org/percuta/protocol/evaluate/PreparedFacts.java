package org.percuta.protocol.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;

/** A patient record indexed by fact, so that screening it again is quick. */
public final class PreparedFacts {

  private final PatientRecord record;
  private final Map<String, List<FactStatement>> byFact;
  private final Set<String> cleared;

  private PreparedFacts(
      PatientRecord record, Map<String, List<FactStatement>> byFact, Set<String> cleared) {
    this.record = record;
    this.byFact = byFact;
    this.cleared = cleared;
  }

  public static PreparedFacts of(PatientRecord record) {
    Map<String, List<FactStatement>> byFact = new HashMap<>();
    for (FactStatement statement : record.statements()) {
      byFact.computeIfAbsent(statement.fact(), key -> new ArrayList<>(2)).add(statement);
    }
    return new PreparedFacts(record, byFact, Set.of());
  }

  /** The same record for a rule that does not count some facts, as a clinician cleared them. */
  PreparedFacts without(Set<String> facts) {
    return new PreparedFacts(record, byFact, Set.copyOf(facts));
  }

  boolean isCleared(String fact) {
    return cleared.contains(fact);
  }

  Patient patient() {
    return record.patient();
  }

  List<Clearance> clearances() {
    return record.clearances();
  }

  List<FactStatement> about(String fact) {
    return byFact.getOrDefault(fact, List.of());
  }

  boolean isComplete(FactGroup group) {
    return record.complete().contains(group);
  }
}
