package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.List;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;

/** Knowledge, a person, a goal and a date: all that a verdict depends on. */
record World(Knowledge knowledge, PatientRecord record, Goal goal, LocalDate on) {

  Verdict verdict() {
    return verdict(on);
  }

  Verdict verdict(LocalDate date) {
    return new Screening(knowledge).screen(record, goal, date);
  }

  World plus(FactStatement statement) {
    return with(record.plus(statement));
  }

  World plus(Clearance clearance) {
    List<Clearance> more = new java.util.ArrayList<>(record.clearances());
    more.add(clearance);
    return with(new PatientRecord(record.patient(), record.statements(), more, record.complete()));
  }

  World with(Patient patient) {
    return with(
        new PatientRecord(patient, record.statements(), record.clearances(), record.complete()));
  }

  World withStatements(List<FactStatement> statements) {
    return with(
        new PatientRecord(record.patient(), statements, record.clearances(), record.complete()));
  }

  World with(PatientRecord other) {
    return new World(knowledge, other, goal, on);
  }

  /** The rules in words, so that a failing example can be read. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("\n");
    knowledge
        .rules()
        .forEach(rule ->
            text.append(
                "  %s %s %s %s cleared by %s%n"
                    .formatted(
                        rule.id(), rule.effect(), rule.scope(), rule.when(), rule.clearedBy())));
    record.statements().forEach(s -> text.append("  ").append(s).append('\n'));
    record.clearances().forEach(c -> text.append("  ").append(c).append('\n'));
    return text.append(
            "  %s complete %s, %s on %s".formatted(record.patient(), record.complete(), goal, on))
        .toString();
  }
}
