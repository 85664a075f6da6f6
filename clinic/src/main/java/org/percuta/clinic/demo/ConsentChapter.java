package org.percuta.clinic.demo;

import org.percuta.clinic.consent.ConsentKind;
import org.percuta.clinic.consent.Consents;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.core.annotation.Order;

/** Consents are signed when a course is accepted; some are withdrawn, the oldest have expired. */
@DemoComponent
@Order(30)
class ConsentChapter implements Chapter {

  private static final double PHOTOGRAPHED = 0.3;
  private static final double SHOWN = 0.08;

  private final Patients patients;
  private final Consents consents;

  ConsentChapter(Patients patients, Consents consents) {
    this.patients = patients;
    this.consents = consents;
  }

  @Override
  public void write(Story story) {
    story.after(Turn.ACCEPTED, person -> sign(story, person));
    story.after(Turn.STOPPED, person -> withdraw(story, person));
  }

  private void sign(Story story, Person person) {
    Actor clinician = story.cast().clinicians().getFirst();
    Patient patient = patients.get(person.id());
    person.setConsent(consents.sign(clinician, patient, ConsentKind.TREATMENT, person.goal()));
    if (person.happens(PHOTOGRAPHED)) {
      consents.sign(clinician, patient, ConsentKind.PHOTO, null);
    }
    if (person.happens(SHOWN)) {
      consents.sign(clinician, patient, ConsentKind.MARKETING, null);
    }
  }

  private void withdraw(Story story, Person person) {
    var signed = person.consent();
    if (signed != null && person.ending() == Ending.WITHDRAWS) {
      consents.withdraw(
          story.cast().desk(), person.id(), signed, "Does not want to be treated any more.");
    }
  }
}
