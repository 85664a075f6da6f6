package org.percuta.clinic.demo;

import java.util.List;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.springframework.core.annotation.Order;

/**
 * Verdicts are kept at some consultations, and some of these people call again later with news, so
 * that the verdict of today is another one.
 */
@DemoComponent
@Order(80)
class VerdictChapter implements Chapter {

  private final RecordChapter records;
  private final CourseScreening screening;
  private final KeptVerdicts verdicts;
  private final Patients patients;

  VerdictChapter(
      RecordChapter records, CourseScreening screening, KeptVerdicts verdicts, Patients patients) {
    this.records = records;
    this.screening = screening;
    this.verdicts = verdicts;
    this.patients = patients;
  }

  @Override
  public void write(Story story) {
    story.after(Turn.CONSULTED, person -> keep(story, person));
  }

  private void keep(Story story, Person person) {
    boolean kept =
        switch (person.lot()) {
          case REFUSED, DEFERRED, CLEARANCE -> true;
          case WELL -> person.ending() == Ending.THINKS;
          case ASKING, LIMITED, DOES_NOT_KNOW -> false;
        };
    if (kept) {
      Actor clinician = story.cast().clinicians().getFirst();
      verdicts.keep(
          clinician,
          person.id(),
          screening.record(patients.get(person.id())),
          person.goal(),
          story.playing().toLocalDate(),
          KeptVerdict.Occasion.ASKED);
      story.at(story.playing().plusDays(7), () -> news(story, person));
    }
  }

  /** What stood in the way is over, or something has come up since. */
  private void news(Story story, Person person) {
    List<Said> news =
        switch (person.lot()) {
          case REFUSED ->
              person.says().stream().filter(one -> one.fact().equals("eczema")).toList();
          case WELL ->
              person.number() % 2 == 1
                  ? List.of(Said.yes("blood-thinner").last(0).prescribed())
                  : List.<Said>of();
          case ASKING, LIMITED, DEFERRED, CLEARANCE, DOES_NOT_KNOW -> List.<Said>of();
        };
    if (!news.isEmpty()) {
      records.say(
          story.cast().desk(),
          person,
          person.lot() == Lot.REFUSED ? over(news) : news,
          story.playing().toLocalDate(),
          "call");
    }
  }

  private static List<Said> over(List<Said> news) {
    return news.stream()
        .map(one ->
            new Said(
                one.fact(),
                PatientFact.Said.NO,
                one.site(),
                null,
                null,
                "Called: this is over now."))
        .toList();
  }
}
