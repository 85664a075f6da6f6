package org.percuta.clinic.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.patients.PatientFields;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.persondata.LegalHolds;
import org.percuta.clinic.persondata.Merges;
import org.springframework.core.annotation.Order;

/**
 * Two people are added twice, their names misheard: one pair is waiting to be looked at, the other
 * was merged. The data of one who withdrew must be kept for now.
 */
@DemoComponent
@Order(100)
class PersonDataChapter implements Chapter {

  /** Whose second record nobody has noticed. */
  private static final int UNNOTICED = 21;

  /** Whose two records were merged. */
  private static final int MERGED = 41;

  private final Patients patients;
  private final Merges merges;
  private final LegalHolds holds;

  PersonDataChapter(Patients patients, Merges merges, LegalHolds holds) {
    this.patients = patients;
    this.merges = merges;
    this.holds = holds;
  }

  @Override
  public void write(Story story) {
    story.after(
        Turn.ADDED,
        person -> {
          if (person.number() == UNNOTICED || person.number() == MERGED) {
            story.at(story.playing().plusDays(1), () -> addAgain(story, person));
          }
        });
    List<Person> held = new ArrayList<>();
    story.after(
        Turn.STOPPED,
        person -> {
          if (person.ending() == Ending.WITHDRAWS && held.isEmpty()) {
            held.add(person);
            holds.place(
                story.cast().owner(),
                person.id(),
                "A complaint is open; the insurer asked to keep everything.",
                story.today().plusYears(2));
          }
        });
  }

  private void addAgain(Story story, Person person) {
    UUID again = patients.add(story.cast().desk(), misheard(RecordChapter.fields(person)));
    if (person.number() == MERGED) {
      story.at(
          story.playing().plusDays(1),
          () -> {
            if (!merges.merge(
                story.cast().owner(),
                person.id(),
                again,
                "Same birth date and phone; the name was misheard on the phone.")) {
              throw new IllegalStateException("The records of the demonstration did not merge.");
            }
          });
    }
  }

  private static PatientFields misheard(PatientFields fields) {
    String family = fields.family();
    return new PatientFields(
        fields.given(),
        family.substring(0, family.length() - 2) + family.substring(family.length() - 1),
        fields.born(),
        fields.sex(),
        null,
        null,
        "second." + fields.email(),
        fields.phone(),
        "Called from a train.");
  }
}
