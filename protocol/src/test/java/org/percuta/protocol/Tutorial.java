package org.percuta.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Sourced;

/** What the numbered tests share: one goal, and short ways to say things about a person. */
public final class Tutorial {

  /** Somebody wants acne scars on the cheeks treated, in the clinic. */
  public static final Goal SCARS = Goal.inClinic("acne-scars", "cheeks");

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private Tutorial() {}

  /** An engine that knows these items and nothing else. */
  public static Screening knowing(Sourced... items) {
    return new Screening(KnowledgeFixture.empty().with(items).build());
  }

  /** Somebody of whom this is known and nothing else. */
  public static PatientRecord person(FactStatement... said) {
    return new PatientRecord(Patient.UNKNOWN, List.of(said), List.of(), Set.of());
  }

  public static PatientRecord cleared(PatientRecord person, Clearance... clearances) {
    return new PatientRecord(
        person.patient(), person.statements(), List.of(clearances), person.complete());
  }

  public static Verdict today(Screening screening, PatientRecord person) {
    return screening.screen(person, SCARS, TODAY);
  }

  public static FactStatement yes(String fact) {
    return FactStatement.answered(fact, Answer.YES);
  }

  public static FactStatement no(String fact) {
    return FactStatement.answered(fact, Answer.NO);
  }

  public static FactStatement unknown(String fact) {
    return FactStatement.answered(fact, Answer.UNKNOWN);
  }

  /** An entry in a medical record, as against an answer somebody gave. */
  public static FactStatement recorded(FactStatement said) {
    return new FactStatement(
        said.fact(),
        said.answer(),
        said.site(),
        said.since(),
        said.until(),
        said.last(),
        said.supply(),
        Origin.RECORDED,
        "Condition/1");
  }

  public static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
