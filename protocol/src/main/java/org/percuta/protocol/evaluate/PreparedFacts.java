package org.percuta.protocol.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;

/** A patient record indexed by fact, so that screening it again is quick. */
public final class PreparedFacts {

  private final PatientRecord record;
  private final Map<String, List<FactStatement>> byFact = new HashMap<>();

  private PreparedFacts(PatientRecord record) {
    this.record = record;
    for (FactStatement statement : record.statements()) {
      byFact.computeIfAbsent(statement.fact(), key -> new ArrayList<>(2)).add(statement);
    }
  }

  public static PreparedFacts of(PatientRecord record) {
    return new PreparedFacts(record);
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
