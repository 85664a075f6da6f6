package org.percuta.protocol.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything said about one person.
 *
 * @param complete groups the caller declares complete: silence there means no
 */
public record PatientRecord(
    Patient patient,
    List<FactStatement> statements,
    List<Clearance> clearances,
    Set<FactGroup> complete) {

  public PatientRecord {
    statements = List.copyOf(statements);
    clearances = List.copyOf(clearances);
    complete = Set.copyOf(complete);
  }

  public PatientRecord plus(FactStatement statement) {
    List<FactStatement> more = new ArrayList<>(statements);
    more.add(statement);
    return new PatientRecord(patient, more, clearances, complete);
  }
}
