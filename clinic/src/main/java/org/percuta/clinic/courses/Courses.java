package org.percuta.clinic.courses;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.plan.Course;
import org.percuta.protocol.plan.CoursePlan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Plans courses and changes them; call within a clinic transaction. */
@Service
public class Courses {

  private final CourseRepository repository;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final Patients patients;
  private final KeptVerdicts verdicts;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Courses(
      CourseRepository repository,
      CourseScreening screening,
      Protocols protocols,
      Patients patients,
      KeptVerdicts verdicts,
      Audit audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.screening = screening;
    this.protocols = protocols;
    this.patients = patients;
    this.verdicts = verdicts;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Told, within the transaction, after a course was made or changed. */
  public record Changed(Actor actor, UUID course, UUID patient) {}

  public PatientCourse get(UUID course) {
    return repository.find(course).orElseThrow(() -> new NotFound("course"));
  }

  /** The course, if it is this patient's. */
  public PatientCourse get(UUID patient, UUID course) {
    return repository
        .find(course)
        .filter(one -> one.patient().equals(patient))
        .orElseThrow(() -> new NotFound("course"));
  }

  /** The course, unless another transaction is changing it; until this one ends no other can. */
  public Optional<PatientCourse> findFree(UUID course) {
    return repository.lock(course) ? repository.find(course) : Optional.empty();
  }

  /** Courses that are accepted or running. */
  public List<UUID> listUnderWay() {
    return repository.listUnderWay();
  }

  public List<PatientCourse> list(UUID patient) {
    return repository.list(patient);
  }

  /** Plans from the first permitted date; nothing is stored. */
  public CoursePlan plan(Patient patient, Goal goal, LocalDate from) {
    return protocols.here().planner().plan(screening.record(patient), goal, from, List.of());
  }

  /** Stores a plan as a draft. */
  public UUID create(Actor actor, Patient patient, CoursePlan plan) {
    Course planned = plan.course();
    CourseTemplate template = planned.template();
    if (template == null || planned.sessions().isEmpty()) {
      throw new IllegalArgumentException("A course without sessions is not stored.");
    }
    UUID id =
        repository.insert(
            new PatientCourse(
                new UUID(0, 0),
                patient.id(),
                plan.goal(),
                new CourseState.Draft(patients.today(actor)),
                planned.asked(),
                template.id(),
                plan.knowledgeDigest(),
                plan.knowledgeVersion(),
                "",
                1,
                List.of()),
            protocols.here(),
            actor.name());
    planned
        .sessions()
        .forEach(session ->
            repository.insert(
                id,
                new CourseSession(
                    session.number(),
                    session.optional(),
                    session.date(),
                    session.earliest(),
                    session.latest(),
                    CourseSession.State.PLANNED,
                    session.verdict().outcome(),
                    CourseScreening.reasons(session.verdict())),
                protocols.here(),
                clock.instant()));
    verdicts.keep(
        actor,
        patient.id(),
        screening.record(patient),
        plan.goal(),
        planned.asked(),
        KeptVerdict.Occasion.COURSE);
    audit.record(
        actor,
        Audit.Action.CREATE,
        "course:" + id,
        patient.id(),
        "knowledge " + plan.knowledgeDigest());
    changed(actor, id, patient.id());
    return id;
  }

  /** Takes a step of {@link CourseState}. */
  public CourseChange step(
      Actor actor, PatientCourse course, CourseState.Step step, String reason, int version) {
    LocalDate today = patients.today(actor);
    return switch (refusal(course, step)
        .orElseGet(() -> course.state().after(step, today, reason))) {
      case CourseState.Next.Refused(String why) -> new CourseChange.Refused(why);
      case CourseState.Next.Reached(CourseState state) -> {
        if (!repository.claim(course.id(), version)) {
          yield new CourseChange.Stale();
        }
        reached(actor, course, step, state);
        yield new CourseChange.Done();
      }
    };
  }

  private Optional<CourseState.Next> refusal(PatientCourse course, CourseState.Step step) {
    boolean open = course.sessions().stream().anyMatch(one -> one.isPlanned() && !one.optional());
    return step == CourseState.Step.COMPLETE && open
        ? Optional.of(
            new CourseState.Next.Refused(
                "A session that is not optional is still planned. Hold it, leave it out, or stop the"
                    + " course with a reason."))
        : Optional.empty();
  }

  private void reached(
      Actor actor, PatientCourse course, CourseState.Step step, CourseState state) {
    repository.setState(course.id(), state);
    String reason = state instanceof CourseState.Stopped(LocalDate _, String why) ? why : "";
    repository.insertStep(
        course.id(),
        new CourseRepository.StepTaken(
            step.words(), state.key(), reason, actor.name(), clock.instant()));
    audit.record(
        actor, Audit.Action.CHANGE, "course:" + course.id(), course.patient(), state.key());
    changed(actor, course.id(), course.patient());
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
    PatientCourse moved = with(course, placed);
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
    changed(actor, course.id(), course.patient());
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
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    CourseSession.State state = out ? CourseSession.State.LEFT_OUT : CourseSession.State.PLANNED;
    store(screening.record(patient), course, state(session, state));
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "course:" + course.id(),
        course.patient(),
        "session " + number + " " + state);
    changed(actor, course.id(), course.patient());
    return new CourseChange.Done();
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
          ? hold(actor, patient, get(course.id()), number, on, version + 1)
          : moved;
    }
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    store(screening.record(patient), course, state(session, CourseSession.State.HELD));
    if (course.state() instanceof CourseState.Accepted) {
      reached(actor, course, CourseState.Step.BEGIN, new CourseState.Running(on));
    }
    audit.record(
        actor,
        Audit.Action.CHANGE,
        "course:" + course.id(),
        course.patient(),
        "session " + number + " held");
    changed(actor, course.id(), course.patient());
    return new CourseChange.Done();
  }

  /** Changes the note. */
  public CourseChange note(Actor actor, PatientCourse course, String note, int version) {
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    repository.setNote(course.id(), note);
    audit.record(actor, Audit.Action.CHANGE, "course:" + course.id(), course.patient(), "note");
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

  private void changed(Actor actor, UUID course, UUID patient) {
    events.publishEvent(new Changed(actor, course, patient));
  }

  private static List<SessionDates.Slot> slots(PatientCourse course) {
    return course.sessions().stream()
        .filter(one -> one.state() != CourseSession.State.LEFT_OUT)
        .map(one ->
            new SessionDates.Slot(
                one.number(), one.planned(), one.state() == CourseSession.State.HELD))
        .toList();
  }

  private static CourseSession state(CourseSession session, CourseSession.State state) {
    return new CourseSession(
        session.number(),
        session.optional(),
        session.planned(),
        session.earliest(),
        session.latest(),
        state,
        session.outcome(),
        session.reasons());
  }

  private static PatientCourse with(PatientCourse course, List<SessionDates.Placed> placed) {
    List<CourseSession> sessions =
        course.sessions().stream()
            .map(one ->
                placed.stream()
                    .filter(place -> place.number() == one.number())
                    .findFirst()
                    .map(place -> at(one, place))
                    .orElse(one))
            .toList();
    return new PatientCourse(
        course.id(),
        course.patient(),
        course.goal(),
        course.state(),
        course.asked(),
        course.template(),
        course.knowledgeDigest(),
        course.knowledgeVersion(),
        course.note(),
        course.version(),
        sessions);
  }

  private static CourseSession at(CourseSession session, SessionDates.Placed place) {
    // A session that had to go past its window has its own date as the end of it.
    LocalDate latest =
        place.latest().isBefore(place.earliest()) ? place.earliest() : place.latest();
    return new CourseSession(
        session.number(),
        session.optional(),
        place.date(),
        place.earliest(),
        latest,
        session.state(),
        session.outcome(),
        session.reasons());
  }
}
