package org.percuta.clinic.courses;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.consent.ConsentGate;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.Goals;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes what the pages of courses show. */
@Component
class CoursePages {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final int DIGEST_CHARS = 12;

  private final Patients patients;
  private final Courses courses;
  private final CourseScreening screening;
  private final CourseRepository repository;
  private final Goals goals;
  private final List<SessionNotes> notes;
  private final List<CoursePanel> panels;
  private final ConsentGate gate;

  CoursePages(
      Patients patients,
      Courses courses,
      CourseScreening screening,
      CourseRepository repository,
      Goals goals,
      ObjectProvider<SessionNotes> notes,
      ObjectProvider<CoursePanel> panels,
      ConsentGate gate) {
    this.patients = patients;
    this.courses = courses;
    this.screening = screening;
    this.repository = repository;
    this.goals = goals;
    this.notes = notes.orderedStream().toList();
    this.panels = panels.orderedStream().toList();
    this.gate = gate;
  }

  CourseView.ListView list(Actor actor, Patient patient, Form form, @Nullable CoursePlan refused) {
    return new CourseView.ListView(
        patients.banner(actor, patient),
        courses.list(patient.id()).stream().map(this::line).toList(),
        form,
        goals.concerns(),
        goals.sites(),
        refused == null ? null : VerdictCard.of(refused.verdict()),
        refused == null || refused.course().stop() == null
            ? ""
            : refused.course().stop().because());
  }

  private CourseView.Line line(PatientCourse course) {
    return new CourseView.Line(
        course.id(),
        goals.words(course.goal()),
        course.state().word(),
        CourseView.tag(course.state()),
        course.held() + " of " + course.sessions().size() + " held",
        course.state().isOpen()
            ? course
                .findNext()
                .map(next -> "Session " + next.number() + ", " + Dates.day(next.planned()))
                .orElse("")
            : "");
  }

  CourseView.CoursePage page(Actor actor, Patient patient, PatientCourse course, Form form) {
    PatientRecord record = screening.record(patient);
    int next = course.findNext().map(CourseSession::number).orElse(0);
    LocalDate today = patients.today(actor);
    return new CourseView.CoursePage(
        patients.banner(actor, patient),
        course.id(),
        course.version(),
        goals.words(course.goal()),
        course.state().word(),
        CourseView.tag(course.state()),
        Dates.day(course.state().since()),
        VerdictCard.of(
            next == 0
                ? screening.screen(record, course.goal(), today)
                : screening.screen(record, course, next, ahead(course, next, today))),
        sessions(course, today),
        course.state().isUnderWay() ? next : 0,
        buttons(course.state()),
        course.state().isOpen(),
        form,
        course.knowledgeVersion()
            + ", "
            + course
                .knowledgeDigest()
                .substring(0, Math.min(DIGEST_CHARS, course.knowledgeDigest().length())),
        course.state().isOpen() ? calendar(record, course) : List.of(),
        repository.listSteps(course.id()).stream().map(step -> step(step, actor.zone())).toList(),
        course.note(),
        consent(actor, patient, course),
        panels.stream().map(feature -> feature.of(course)).toList());
  }

  /** When a session can be at the earliest: a verdict of a day that has passed helps nobody. */
  private static LocalDate ahead(PatientCourse course, int number, LocalDate today) {
    LocalDate planned = course.findSession(number).orElseThrow().planned();
    return planned.isBefore(today) ? today : planned;
  }

  private CourseView.Consent consent(Actor actor, Patient patient, PatientCourse course) {
    String address =
        "/patients/"
            + patient.id()
            + "/consents/new?concern="
            + course.goal().concern()
            + "&site="
            + course.goal().site();
    return switch (gate.ask(patient, course.goal(), patients.today(actor), actor.zone())) {
      case ConsentGate.Answer.Open(UUID _, LocalDate until) ->
          new CourseView.Consent(
              true, "Signed, and counts until " + Dates.day(until) + ".", address);
      case ConsentGate.Answer.Closed(String why) -> new CourseView.Consent(false, why, address);
    };
  }

  CourseView.MovePage move(
      Actor actor, Patient patient, PatientCourse course, CourseSession session, Form form) {
    PatientBanner banner = patients.banner(actor, patient);
    return new CourseView.MovePage(
        banner,
        course.id(),
        course.version(),
        goals.words(course.goal()),
        session.number(),
        Dates.weekday(session.planned()),
        window(session),
        form,
        VerdictCard.of(
            screening.screen(
                screening.record(patient), course, session.number(), session.planned())));
  }

  private List<CourseView.Session> sessions(PatientCourse course, LocalDate today) {
    List<SessionNotes.Note> said =
        notes.stream().flatMap(feature -> feature.of(course).stream()).toList();
    return course.sessions().stream()
        .map(one ->
            session(
                course,
                one,
                said.stream().filter(note -> note.number() == one.number()).toList(),
                today))
        .toList();
  }

  private CourseView.Session session(
      PatientCourse course, CourseSession one, List<SessionNotes.Note> said, LocalDate today) {
    boolean open = course.state().isOpen();
    String book =
        course.state().isUnderWay() && one.isPlanned() && said.isEmpty()
            ? notes.stream()
                .map(feature -> feature.bookAddress(course, one.number()))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("")
            : "";
    return new CourseView.Session(
        one.number(),
        one.optional(),
        Dates.weekday(one.planned()),
        window(one),
        one.isLate(),
        open && one.isPlanned() && one.planned().isBefore(today),
        one.state().word(),
        VerdictCard.word(one.outcome()),
        VerdictCard.tag(one.outcome()),
        one.reasons(),
        open && one.isPlanned(),
        open && one.isPlanned() && one.optional(),
        open && one.state() == CourseSession.State.LEFT_OUT,
        said,
        book);
  }

  private static String window(CourseSession one) {
    return one.number() == 1 ? "any permitted date" : Dates.span(one.earliest(), one.latest());
  }

  private static List<CourseView.Button> buttons(CourseState state) {
    List<CourseState.Step> steps =
        switch (state) {
          case CourseState.Draft _ -> List.of(CourseState.Step.OFFER);
          case CourseState.Offered _ ->
              List.of(CourseState.Step.ACCEPT, CourseState.Step.TAKE_BACK);
          case CourseState.Running _ -> List.of(CourseState.Step.COMPLETE);
          case CourseState.Accepted _, CourseState.Completed _, CourseState.Stopped _ -> List.of();
        };
    return steps.stream().map(step -> new CourseView.Button(step, step.words())).toList();
  }

  private List<CourseView.Entry> calendar(PatientRecord record, PatientCourse course) {
    List<CourseView.Entry> entries = new ArrayList<>();
    for (CalendarEntry entry : screening.calendar(record, course)) {
      String phase = entry.phase().name();
      entries.add(
          new CourseView.Entry(
              Dates.span(entry.date(), entry.to()),
              phase.charAt(0) + phase.substring(1).toLowerCase(Locale.ROOT),
              KINDS.getOrDefault(entry.kind().name(), ""),
              entry.text()));
    }
    return List.copyOf(entries);
  }

  private static final Map<String, String> KINDS =
      Map.of("DO", "Do", "DONT", "Do not", "ASK", "Ask", "EXPECT", "Expect");

  private static CourseView.Step step(CourseRepository.StepTaken step, ZoneId zone) {
    return new CourseView.Step(
        AT.format(step.at().atZone(zone)), step.step(), step.by(), step.reason());
  }
}
