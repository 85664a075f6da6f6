package org.percuta.clinic.courses;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.Goals;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.plan.CoursePlan;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient's courses: plan, offer, accept, move, stop. */
@Controller
@RequestMapping("/patients/{patientId}/courses")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class CourseController {

  private static final String LIST = "courses/list";
  private static final String PAGE = "courses/course";
  private static final String MOVE = "courses/move";
  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_REASON = 1000;

  private final Patients patients;
  private final Courses courses;
  private final CourseSessions sessions;
  private final CoursePages pages;
  private final Goals goals;
  private final Notices notices;
  private final Clock clock;

  CourseController(
      Patients patients,
      Courses courses,
      CourseSessions sessions,
      CoursePages pages,
      Goals goals,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.courses = courses;
    this.sessions = sessions;
    this.pages = pages;
    this.goals = goals;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView list(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "courses",
        patient -> View.of(LIST, pages.list(actor, patient, Form.empty(), null)));
  }

  @PostMapping
  ModelAndView plan(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "plan of a course",
        patient -> {
          Optional<Goal> goal = goals.read(form);
          LocalDate today = patients.today(actor);
          LocalDate from =
              form.value("from").isBlank() ? today : form.day("from", "a date").orElse(today);
          if (from.isBefore(today)) {
            form.reject("from", Dates.day(from) + " has passed. Choose today or later.");
          } else if (from.isAfter(today.plusYears(2))) {
            form.reject("from", Dates.day(from) + " is more than two years ahead.");
          }
          if (goal.isEmpty() || !form.isValid()) {
            return View.rejected(LIST, pages.list(actor, patient, form, null));
          }
          CoursePlan plan = courses.plan(patient, goal.get(), from);
          if (plan.course().sessions().isEmpty()) {
            return View.rejected(LIST, pages.list(actor, patient, form, plan));
          }
          UUID id = courses.create(actor, patient, plan);
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect(address(patientId, id));
        });
  }

  @GetMapping("/{courseId}")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView show(Actor actor, @PathVariable UUID patientId, @PathVariable UUID courseId) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> View.of(PAGE, pages.page(actor, patient, course, Form.empty())));
  }

  @PostMapping("/{courseId}/step")
  ModelAndView step(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam CourseState.Step step,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          String reason = form.optionalText("reason", "a reason", LONGEST_REASON);
          String field = step == CourseState.Step.STOP ? "reason" : "step";
          if (step == CourseState.Step.BEGIN) {
            form.reject(
                "step", "A course begins with its first session. Start the session instead.");
          }
          if (!form.isValid()) {
            return View.rejected(PAGE, pages.page(actor, patient, course, form));
          }
          return switch (courses.step(actor, course, step, reason, version)) {
            case CourseChange.Done _ -> saved(response, patientId, courseId);
            case CourseChange.Refused(String why) ->
                View.rejected(PAGE, pages.page(actor, patient, course, form.reject(field, why)));
            case CourseChange.Stale _ ->
                second(
                    course,
                    "/step",
                    new SecondEdit.Row("Course", course.state().word(), step.words()),
                    Map.of("step", step.name(), "reason", reason));
          };
        });
  }

  @GetMapping("/{courseId}/sessions/{number}/move")
  ModelAndView moveForm(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable int number) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          CourseSession session = session(course, number);
          return View.of(
              MOVE,
              pages.move(
                  actor,
                  patient,
                  course,
                  session,
                  Form.of(Map.of("to", session.planned().toString()))));
        });
  }

  @PostMapping("/{courseId}/sessions/{number}/move")
  ModelAndView move(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable int number,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          CourseSession session = session(course, number);
          Optional<LocalDate> to = form.day("to", "the new date");
          LocalDate today = patients.today(actor);
          if (to.isPresent() && to.get().isBefore(today)) {
            form.reject("to", Dates.day(to.get()) + " has passed. Choose today or later.");
          } else if (to.isPresent() && to.get().isAfter(today.plusYears(3))) {
            form.reject("to", Dates.day(to.get()) + " is more than three years ahead.");
          }
          if (to.isEmpty() || !form.isValid()) {
            return View.rejected(MOVE, pages.move(actor, patient, course, session, form));
          }
          return switch (sessions.move(actor, patient, course, number, to.get(), version)) {
            case CourseChange.Done _ -> saved(response, patientId, courseId);
            case CourseChange.Refused(String why) ->
                View.rejected(
                    MOVE, pages.move(actor, patient, course, session, form.reject("to", why)));
            case CourseChange.Stale _ ->
                second(
                    course,
                    "/sessions/" + number + "/move",
                    new SecondEdit.Row(
                        "Date of session " + number,
                        Dates.weekday(session.planned()),
                        Dates.weekday(to.get())),
                    Map.of("to", to.get().toString()));
          };
        });
  }

  @PostMapping("/{courseId}/sessions/{number}/leave-out")
  ModelAndView leaveOut(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable int number,
      @RequestParam boolean out,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) ->
            switch (sessions.leaveOut(actor, patient, course, number, out, version)) {
              case CourseChange.Done _ -> saved(response, patientId, courseId);
              case CourseChange.Refused(String why) ->
                  View.rejected(
                      PAGE,
                      pages.page(actor, patient, course, Form.empty().reject("sessions", why)));
              case CourseChange.Stale _ ->
                  second(
                      course,
                      "/sessions/" + number + "/leave-out",
                      new SecondEdit.Row(
                          "Session " + number,
                          session(course, number).state().word(),
                          out ? "Left out" : "Planned"),
                      Map.of("out", String.valueOf(out)));
            });
  }

  @PostMapping("/{courseId}/note")
  ModelAndView note(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          String note = form.optionalText("note", "a note", LONGEST_NOTE);
          if (!form.isValid()) {
            return View.rejected(PAGE, pages.page(actor, patient, course, form));
          }
          return switch (courses.note(actor, course, note, version)) {
            case CourseChange.Stale _ ->
                second(
                    course,
                    "/note",
                    new SecondEdit.Row("Note", course.note(), note),
                    Map.of("note", note));
            case CourseChange.Done _, CourseChange.Refused _ ->
                saved(response, patientId, courseId);
          };
        });
  }

  private ModelAndView with(
      Actor actor,
      UUID patientId,
      UUID courseId,
      BiFunction<Patient, PatientCourse, ModelAndView> page) {
    return patients.open(
        actor,
        patientId,
        "course",
        patient -> page.apply(patient, courses.get(patientId, courseId)));
  }

  private ModelAndView saved(HttpServletResponse response, UUID patientId, UUID courseId) {
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect(address(patientId, courseId));
  }

  private ModelAndView second(
      PatientCourse course, String path, SecondEdit.Row row, Map<String, String> fields) {
    String own = address(course.patient(), course.id());
    Map<String, String> again = new java.util.TreeMap<>(fields);
    again.put("version", String.valueOf(course.version()));
    return new SecondEdit(
            "this course: " + goals.words(course.goal()), List.of(row), own + path, again, own)
        .page();
  }

  private static CourseSession session(PatientCourse course, int number) {
    return course.findSession(number).orElseThrow(() -> new NotFound("session of this course"));
  }

  private static String address(UUID patient, UUID course) {
    return "/patients/" + patient + "/courses/" + course;
  }
}
