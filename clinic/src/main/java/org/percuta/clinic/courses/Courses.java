package org.percuta.clinic.courses;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.plan.Course;
import org.percuta.protocol.plan.CoursePlan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Plans courses and takes them through their states; call within a clinic transaction. {@link
 * CourseSessions} changes their sessions.
 */
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
                "A session that is not optional is still planned. Hold it, or stop the course with a"
                    + " reason."))
        : Optional.empty();
  }

  /** Notes a step that was taken and where it led. */
  void reached(Actor actor, PatientCourse course, CourseState.Step step, CourseState state) {
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

  /** Changes the note. */
  public CourseChange note(Actor actor, PatientCourse course, String note, int version) {
    if (!repository.claim(course.id(), version)) {
      return new CourseChange.Stale();
    }
    repository.setNote(course.id(), note);
    audit.record(actor, Audit.Action.CHANGE, "course:" + course.id(), course.patient(), "note");
    return new CourseChange.Done();
  }

  /** Tells whoever wants to know. */
  void changed(Actor actor, UUID course, UUID patient) {
    events.publishEvent(new Changed(actor, course, patient));
  }
}
