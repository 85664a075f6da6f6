package org.percuta.clinic.courses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.screening.PatientRecords;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.ConsentContent;
import org.percuta.protocol.plan.Course;
import org.percuta.protocol.plan.CourseCalendar;
import org.percuta.protocol.plan.PlannedSession;
import org.percuta.quantity.PartialDate;
import org.springframework.stereotype.Component;

/** Asks the protocol about stored courses; call within a clinic transaction. */
@Component
public class CourseScreening {

  /** The fact a session becomes for the next one. */
  private static final String NEEDLED = "microneedling";

  private final Protocols protocols;
  private final PatientRecords records;
  private final CourseRepository repository;

  CourseScreening(Protocols protocols, PatientRecords records, CourseRepository repository) {
    this.protocols = protocols;
    this.records = records;
    this.repository = repository;
  }

  /** What is known of a patient, the sessions held here among it. */
  public PatientRecord record(Patient patient) {
    PatientRecord record = records.of(patient);
    for (CourseRepository.Held held : repository.listHeld(patient.id())) {
      record = needled(record, held.site(), held.on());
    }
    return record;
  }

  /**
   * What was known of a patient before a day began.
   *
   * @param day the first day of which nothing is known
   * @param midnight when it began where the clinic is
   */
  public PatientRecord record(Patient patient, LocalDate day, Instant midnight) {
    PatientRecord record = records.of(patient, midnight);
    for (CourseRepository.Held held : repository.listHeld(patient.id())) {
      if (held.on().isBefore(day)) {
        record = needled(record, held.site(), held.on());
      }
    }
    return record;
  }

  public Verdict screen(PatientRecord record, Goal goal, LocalDate on) {
    return protocols.here().screening().screen(record, goal, on);
  }

  /** The verdict on one session as of a date, with the session before it counted. */
  public Verdict screen(PatientRecord record, PatientCourse course, int number, LocalDate on) {
    return protocols.here().screening().screen(counting(record, course, number), course.goal(), on);
  }

  Optional<LocalDate> findFirstPermitted(
      PatientRecord record, Goal goal, LocalDate before, LocalDate from) {
    return protocols
        .here()
        .screening()
        .findFirstPermitted(needled(record, goal.site(), before), goal, from);
  }

  Optional<CourseTemplate> findTemplate(PatientCourse course) {
    return protocols.here().knowledge().courses().stream()
        .filter(template -> template.id().equals(course.template()))
        .findFirst();
  }

  /** Preparation, aftercare, healing and results around the sessions as they are dated now. */
  public List<CalendarEntry> calendar(PatientRecord record, PatientCourse course) {
    return CourseCalendar.of(protocols.here().knowledge(), record, asPlan(record, course));
  }

  /** What the consent to this course has to say to this person. */
  public ConsentContent consent(PatientRecord record, Goal goal, LocalDate on) {
    return ConsentContent.of(protocols.here().knowledge(), record, screen(record, goal, on));
  }

  /** The stored course as the protocol plans with it. */
  public Course asPlan(PatientRecord record, PatientCourse course) {
    @Nullable CourseTemplate template = findTemplate(course).orElse(null);
    List<PlannedSession> sessions =
        course.sessions().stream()
            .filter(one -> one.state() != CourseSession.State.LEFT_OUT)
            .map(one ->
                new PlannedSession(
                    one.number(),
                    one.optional(),
                    one.planned(),
                    one.earliest(),
                    one.latest(),
                    one.isLate(),
                    screen(record, course, one.number(), one.planned())))
            .toList();
    // A course planned from a later day on is still asked for today: its preparation may begin.
    LocalDate since = course.state().since();
    LocalDate asked = since.isBefore(course.asked()) ? since : course.asked();
    return new Course(
        course.goal(),
        asked,
        screen(record, course.goal(), course.asked()),
        template,
        sessions,
        null);
  }

  /** Titles of what stands behind a verdict, the informing ones left out. */
  static String reasons(Verdict verdict) {
    return String.join(
        "; ",
        verdict.reasons().stream()
            .map(Reason::rule)
            .filter(rule -> rule.effect() != Effect.INFORM)
            .map(rule -> rule.title())
            .distinct()
            .toList());
  }

  /** The record as a session is screened on it: with the session before it counted. */
  public static PatientRecord counting(PatientRecord record, PatientCourse course, int number) {
    return course
        .findBefore(number)
        .filter(CourseSession::isPlanned)
        .map(before -> needled(record, course.goal().site(), before.planned()))
        .orElse(record);
  }

  private static PatientRecord needled(PatientRecord record, String site, LocalDate on) {
    return record.plus(
        FactStatement.answered(NEEDLED, Answer.YES).at(site).lastOn(PartialDate.of(on)));
  }
}
