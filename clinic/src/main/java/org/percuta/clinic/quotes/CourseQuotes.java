package org.percuta.clinic.quotes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Service;

/** Quotes of courses for other features; call within a clinic transaction. */
@Service
public class CourseQuotes {

  private final Quotes quotes;
  private final Patients patients;

  CourseQuotes(Quotes quotes, Patients patients) {
    this.quotes = quotes;
    this.patients = patients;
  }

  /**
   * Offers the sessions that are planned, at the prices of today.
   *
   * @param together whether they are bought as a package
   * @return empty when the clinic has no price for them, or nothing is planned
   */
  public Optional<UUID> offer(
      Actor actor, Patient patient, PatientCourse course, boolean together) {
    LocalDate today = patients.today(actor);
    int sessions = Quotes.planned(course);
    if (sessions == 0
        || !(quotes.basis(course.goal(), today) instanceof Quotes.Basis.Found found)) {
      return Optional.empty();
    }
    Quotes.Wish wish =
        new Quotes.Wish(
            together ? Quote.Kind.PACKAGE : Quote.Kind.SINGLE,
            sessions,
            today,
            today.plusDays(found.list().validDays()),
            List.of());
    return Optional.of(quotes.offer(actor, patient, quotes.draft(actor, course, found, wish)));
  }

  /**
   * Writes down what the patient said.
   *
   * @return why it cannot be, if it cannot
   */
  public Optional<String> answer(
      Actor actor, PatientCourse course, UUID quote, boolean accepted, String note) {
    return quotes.answer(
        actor,
        course,
        quotes.get(course.id(), quote),
        accepted ? Quote.Reply.ACCEPTED : Quote.Reply.DECLINED,
        note);
  }

  /** Notes that an accepted quote was paid today. */
  public void paid(Actor actor, PatientCourse course, UUID quote, String how) {
    quotes.paid(actor, course, quote, patients.today(actor), how);
  }
}
