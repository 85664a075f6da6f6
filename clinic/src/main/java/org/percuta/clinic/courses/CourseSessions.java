package org.percuta.clinic.courses;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.PatientRecord;
import org.springframework.stereotype.Service;

/** Moves, leaves out and holds the sessions of a course; call within a clinic transaction. */
@Service
public class CourseSessions {

  private final Courses courses;
  private final CourseRepository repository;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final Audit audit;
  private final Clock clock;

  CourseSessions(
      Courses courses,
      CourseRepository repository,
      CourseScreening screening,
      Protocols protocols,
      Audit audit,
      Clock clock) {
    this.courses = courses;
    this.repository = repository;
    this.screening = screening;
    this.protocols = protocols;
    this.audit = audit;
    this.clock = clock;
  }

  /** Moves a session and, as far as needed, those after it; screens each as of its new date. */
  public CourseChange move(
      Actor actor, Patient patient, PatientCourse course, int number, LocalDate to, int version) {
    if (!course.state().isOpen()) {
      return new CourseChange.Refused(
          "The course is "
              + course.state().word().toLowerCase(Locale.ROOT)
              + ", so its sessions stay.");
    }
    Optional<CourseTemplate> template = screening.findTemplate(course);
    if (template.isEmpty()) {
      return new CourseChange.Refused(
          "The knowledge in use no longer describes this course. Plan a new one.");
    }
    PatientRecord record = screening.record(patient);
    SessionDates.Move move =
        SessionDates.move(
            slots(course),
            number,
            to,
            template.get().floor(),
            template.get().target(),
            (before, from) -> screening.findFirstPermitted(record, course.goal(), before, from));
    return switch (move) {
      case SessionDates.Move.Refused(String why) -> new CourseChange.Refused(why);
      case SessionDates.Move.Moved(List<SessionDates.Placed> placed) ->
          place(actor, record, course, placed, version);
    };
  }

  private CourseChange place(
      Actor actor,
      PatientRecord record,
      PatientCourse course,
      List<SessionDates.Placed> placed,
      int version) {
    PatientCourse moved = course.moved(placed);
    SessionDates.Placed first = placed.getFirst();
    Verdict verdict = screening.screen(record, moved, first.number(), first.date());
    if (!verdict.outcome().isPermitted()) {
      LocalDate from = verdict.from();
      return new CourseChange.Refused(
          Dates.day(first.date())
              + " is not permitted: "
              + VerdictCard.word(verdict.outcome()).toLowerCase(Locale.ROOT)
              + (from == null ? "." : ", the first permitted date is " + Dates.day(from) + "."));
    }
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    for (SessionDates.Placed one : placed) {
      store(record, moved, moved.findSession(one.number()).orElseThrow());
    }
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "course:" + course.id(),
        course.patient(),
        "dates from session " + first.number());
    courses.changed(actor, course.id(), course.patient());
    return new CourseChange.Done();
  }

  /** Leaves a planned optional session out, or takes it in again. */
  public CourseChange leaveOut(
      Actor actor, Patient patient, PatientCourse course, int number, boolean out, int version) {
    CourseSession session =
        course.findSession(number).orElseThrow(() -> new NotFound("session of this course"));
    if (!course.state().isOpen() || session.state() == CourseSession.State.HELD) {
      return new CourseChange.Refused("Session " + number + " cannot be changed any more.");
    }
    if (!out) {
      return session.isPlanned()
          ? new CourseChange.Refused("Session " + number + " is planned already.")
          : takeIn(actor, patient, course, session, version);
    }
    if (!session.optional()) {
      return new CourseChange.Refused(
          "Session "
              + number
              + " is not optional, so it is not left out. Move it, or stop the course with a"
              + " reason.");
    }
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    store(screening.record(patient), course, session.with(CourseSession.State.LEFT_OUT));
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "course:" + course.id(),
        course.patient(),
        "session " + number + " " + CourseSession.State.LEFT_OUT);
    courses.changed(actor, course.id(), course.patient());
    return new CourseChange.Done();
  }

  /**
   * Puts a session back where it was, or as soon after it as the session before it, today and the
   * protocol allow; those after it move as far as needed. While it was left out the others may have
   * moved past it.
   */
  private CourseChange takeIn(
      Actor actor, Patient patient, PatientCourse course, CourseSession session, int version) {
    PatientCourse again =
        course.with(
            course.sessions().stream()
                .map(one ->
                    one.number() == session.number() ? one.with(CourseSession.State.PLANNED) : one)
                .toList());
    LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
    LocalDate wanted = session.planned().isBefore(today) ? today : session.planned();
    Optional<CourseTemplate> template = screening.findTemplate(course);
    Optional<CourseSession> before = again.findBefore(session.number());
    if (template.isPresent() && before.isPresent()) {
      LocalDate soonest = template.get().floor().after(before.get().planned());
      LocalDate from = wanted.isBefore(soonest) ? soonest : wanted;
      wanted =
          screening
              .findFirstPermitted(
                  screening.record(patient), course.goal(), before.get().planned(), from)
              .orElse(from);
    }
    CourseChange change = move(actor, patient, again, session.number(), wanted, version);
    if (change instanceof CourseChange.Done) {
      audit.record(
          actor,
          Audit.Action.CHANGE,
          "course:" + course.id(),
          course.patient(),
          "session " + session.number() + " " + CourseSession.State.PLANNED);
    }
    return change;
  }

  /** Marks a session as held; the caller has asked for consent and screened. */
  public CourseChange hold(
      Actor actor, Patient patient, PatientCourse course, int number, LocalDate on, int version) {
    CourseSession session =
        course.findSession(number).orElseThrow(() -> new NotFound("session of this course"));
    if (!session.isPlanned() || course.findNext().map(CourseSession::number).orElse(0) != number) {
      return new CourseChange.Refused(
          "Session " + number + " is not the next one. Hold or leave out those before it first.");
    }
    if (!course.state().isUnderWay()) {
      return new CourseChange.Refused(
          "The patient has to accept the course before its first session.");
    }
    if (!session.planned().equals(on)) {
      CourseChange moved = move(actor, patient, course, number, on, version);
      return moved instanceof CourseChange.Done
          ? hold(actor, patient, courses.get(course.id()), number, on, version + 1)
          : moved;
    }
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    store(screening.record(patient), course, session.with(CourseSession.State.HELD));
    if (course.state() instanceof CourseState.Accepted) {
      courses.reached(actor, course, CourseState.Step.BEGIN, new CourseState.Running(on));
    }
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "course:" + course.id(),
        course.patient(),
        "session " + number + " held");
    courses.changed(actor, course.id(), course.patient());
    return new CourseChange.Done();
  }

  private void store(PatientRecord record, PatientCourse course, CourseSession session) {
    Verdict verdict = screening.screen(record, course, session.number(), session.planned());
    repository.update(
        course.id(),
        new CourseSession(
            session.number(),
            session.optional(),
            session.planned(),
            session.earliest(),
            session.latest(),
            session.state(),
            verdict.outcome(),
            CourseScreening.reasons(verdict)),
        protocols.here(),
        clock.instant());
  }

  private static List<SessionDates.Slot> slots(PatientCourse course) {
    return course.sessions().stream()
        .filter(one -> one.state() != CourseSession.State.LEFT_OUT)
        .map(one ->
            new SessionDates.Slot(
                one.number(), one.planned(), one.state() == CourseSession.State.HELD))
        .toList();
  }
}
