package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.appointments.Appointment;
import org.percuta.clinic.appointments.VisitLength;
import org.percuta.clinic.consent.ConsentGate;
import org.percuta.clinic.courses.CourseChange;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.CourseSessions;
import org.percuta.clinic.courses.CourseState;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.protocol.plan.CoursePlan;
import org.springframework.core.annotation.Order;

/** From the consultation over the course and its sessions to the end of it. */
@DemoComponent
@Order(40)
class TreatmentChapter implements Chapter {

  private static final VisitLength TALK = new VisitLength(0, 30, 0);
  private static final VisitLength LOOK = new VisitLength(0, 20, 10);
  private static final VisitLength SESSION = new VisitLength(30, 30, 15);
  private static final int BOOKED_AHEAD_DAYS = 45;
  private static final int FEW = 2;
  private static final double REVIEWED = 0.7;

  private final RecordChapter records;
  private final Visits visits;
  private final Patients patients;
  private final Courses courses;
  private final CourseSessions sessions;
  private final CourseScreening screening;
  private final ConsentGate gate;
  private final KeptVerdicts verdicts;

  TreatmentChapter(
      RecordChapter records,
      Visits visits,
      Patients patients,
      Courses courses,
      CourseSessions sessions,
      CourseScreening screening,
      ConsentGate gate,
      KeptVerdicts verdicts) {
    this.records = records;
    this.visits = visits;
    this.patients = patients;
    this.courses = courses;
    this.sessions = sessions;
    this.screening = screening;
    this.gate = gate;
    this.verdicts = verdicts;
  }

  @Override
  public void write(Story story) {
    story.after(
        Turn.ADDED,
        person -> {
          int days = person.lot() == Lot.ASKING ? 4 + person.chance().nextInt(6) : 1;
          story.at(story.playing().plusMinutes(5), () -> bookConsultation(story, person, days));
        });
  }

  private void bookConsultation(Story story, Person person, int inDays) {
    visits.book(
        story,
        person,
        new Visits.Wanted(
            Appointment.Kind.CONSULTATION,
            null,
            0,
            story.playing().toLocalDate().plusDays(inDays),
            story.cast().clinicians(),
            TALK),
        clinician -> consult(story, person, clinician),
        () -> bookConsultation(story, person, 2));
  }

  private void consult(Story story, Person person, Actor clinician) {
    LocalDate day = story.playing().toLocalDate();
    records.askAll(clinician, person, day);
    story.came(person, Turn.CONSULTED);
    Patient patient = patients.get(person.id());
    CoursePlan plan = courses.plan(patient, person.goal(), day);
    if (plan.course().sessions().isEmpty()) {
      return;
    }
    person.setCourse(courses.create(clinician, patient, plan));
    if (person.ending() != Ending.DRAFT) {
      story.at(story.playing().plusMinutes(10), () -> offer(story, person, clinician));
    }
  }

  private void offer(Story story, Person person, Actor clinician) {
    step(clinician, person, CourseState.Step.OFFER, "");
    story.came(person, Turn.OFFERED);
    switch (person.ending()) {
      case DRAFT, THINKS -> {}
      case DECLINES ->
          story.at(
              story.playing().plusDays(6),
              () -> stop(story, person, clinician, "Decided against it after the consultation."));
      case GOES_ON, STOPS, WITHDRAWS ->
          story.at(
              story.playing().plusDays(person.chance().nextInt(3)).plusMinutes(40),
              () -> accept(story, person, clinician));
    }
  }

  private void accept(Story story, Person person, Actor clinician) {
    step(clinician, person, CourseState.Step.ACCEPT, "");
    story.came(person, Turn.ACCEPTED);
    bookSession(story, person);
  }

  private void bookSession(Story story, Person person) {
    PatientCourse course = courses.get(person.course());
    if (!course.state().isUnderWay()) {
      return;
    }
    LocalDate tomorrow = story.playing().toLocalDate().plusDays(1);
    course
        .findNext()
        .filter(next -> !next.planned().isAfter(story.today().plusDays(BOOKED_AHEAD_DAYS)))
        .ifPresent(next ->
            visits.book(
                story,
                person,
                new Visits.Wanted(
                    Appointment.Kind.SESSION,
                    course.id(),
                    next.number(),
                    next.planned().isBefore(tomorrow) ? tomorrow : next.planned(),
                    story.cast().practitioners(),
                    SESSION),
                treating -> hold(story, person, treating, next.number()),
                () -> bookSession(story, person)));
  }

  /** A session is held only with a consent that stands and a verdict that permits it that day. */
  private void hold(Story story, Person person, Actor treating, int number) {
    Patient patient = patients.get(person.id());
    PatientCourse course = courses.get(person.course());
    LocalDate day = story.playing().toLocalDate();
    boolean agreed =
        gate.ask(patient, course.goal(), day, treating.zone()) instanceof ConsentGate.Answer.Open;
    boolean permitted =
        screening.screen(screening.record(patient), course, number, day).outcome().isPermitted();
    if (agreed && permitted && course.state().isUnderWay()) {
      verdicts.keep(
          treating,
          person.id(),
          CourseScreening.counting(screening.record(patient), course, number),
          course.goal(),
          day,
          KeptVerdict.Occasion.SESSION);
      done(sessions.hold(treating, patient, course, number, day, course.version()));
      story.came(person, Turn.HELD);
      goOn(story, person, treating);
    }
  }

  private void goOn(Story story, Person person, Actor treating) {
    PatientCourse course = courses.get(person.course());
    boolean enough = course.held() >= FEW;
    if (enough && person.ending() == Ending.STOPS) {
      stop(story, person, treating, "Moves to another city.");
    } else if (enough && person.ending() == Ending.WITHDRAWS) {
      story.at(
          story.playing().plusDays(3),
          () -> stop(story, person, treating, "The patient withdrew the consent."));
    } else if (course.sessions().stream().noneMatch(one -> one.isPlanned() && !one.optional())) {
      bookReview(story, person);
      story.at(story.playing().plusDays(20), () -> complete(story, person, treating));
    } else {
      if (person.happens(REVIEWED)) {
        bookReview(story, person);
      }
      bookSession(story, person);
    }
  }

  private void bookReview(Story story, Person person) {
    visits.book(
        story,
        person,
        new Visits.Wanted(
            Appointment.Kind.REVIEW,
            null,
            0,
            story.playing().toLocalDate().plusDays(10),
            story.cast().treating(),
            LOOK),
        _ -> {},
        () -> {});
  }

  private void complete(Story story, Person person, Actor treating) {
    Patient patient = patients.get(person.id());
    List<CourseSession> left =
        courses.get(person.course()).sessions().stream().filter(CourseSession::isPlanned).toList();
    for (CourseSession one : left) {
      PatientCourse course = courses.get(person.course());
      done(sessions.leaveOut(treating, patient, course, one.number(), true, course.version()));
    }
    step(treating, person, CourseState.Step.COMPLETE, "");
    story.came(person, Turn.COMPLETED);
  }

  private void stop(Story story, Person person, Actor actor, String reason) {
    step(actor, person, CourseState.Step.STOP, reason);
    story.came(person, Turn.STOPPED);
  }

  private void step(Actor actor, Person person, CourseState.Step step, String reason) {
    UUID id = person.course();
    PatientCourse course = courses.get(id);
    done(courses.step(actor, course, step, reason, course.version()));
  }

  private static void done(CourseChange change) {
    if (!(change instanceof CourseChange.Done)) {
      throw new IllegalStateException("The course refused a step of the demonstration: " + change);
    }
  }
}
