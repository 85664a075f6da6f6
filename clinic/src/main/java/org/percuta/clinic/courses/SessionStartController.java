package org.percuta.clinic.courses;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.consent.ConsentGate;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.PatientRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Starts a session today: only with a valid consent and a verdict that permits it now. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class SessionStartController {

  private final Patients patients;
  private final Courses courses;
  private final CourseSessions sessions;
  private final CourseScreening screening;
  private final CoursePages pages;
  private final ConsentGate gate;
  private final KeptVerdicts verdicts;
  private final Notices notices;
  private final Clock clock;

  SessionStartController(
      Patients patients,
      Courses courses,
      CourseSessions sessions,
      CourseScreening screening,
      CoursePages pages,
      ConsentGate gate,
      KeptVerdicts verdicts,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.courses = courses;
    this.sessions = sessions;
    this.screening = screening;
    this.pages = pages;
    this.gate = gate;
    this.verdicts = verdicts;
    this.notices = notices;
    this.clock = clock;
  }

  @PostMapping("/patients/{patientId}/courses/{courseId}/sessions/{number}/start")
  ModelAndView start(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable int number,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    return patients.open(
        actor,
        patientId,
        "session start",
        patient -> {
          PatientCourse course = courses.get(patientId, courseId);
          LocalDate today = patients.today(actor);
          Optional<String> closed = closed(actor, patient, course, number, today);
          PatientRecord record =
              CourseScreening.counting(screening.record(patient), course, number);
          CourseChange change =
              closed
                  .<CourseChange>map(CourseChange.Refused::new)
                  .orElseGet(() -> sessions.hold(actor, patient, course, number, today, version));
          if (change instanceof CourseChange.Done) {
            verdicts.keep(
                actor, patientId, record, course.goal(), today, KeptVerdict.Occasion.SESSION);
          }
          String own = "/patients/" + patientId + "/courses/" + courseId;
          return switch (change) {
            case CourseChange.Done _ -> {
              notices.say(response, Notices.Notice.SAVED, clock.instant());
              yield View.redirect(own);
            }
            case CourseChange.Refused(String why) ->
                View.rejected(
                    "courses/course",
                    pages.page(actor, patient, course, Form.empty().reject("start", why)));
            case CourseChange.Stale _ ->
                new SecondEdit(
                        "this course",
                        List.of(
                            new SecondEdit.Row(
                                "Session " + number,
                                course
                                    .findSession(number)
                                    .map(one -> one.state().word())
                                    .orElse(""),
                                "Held")),
                        own + "/sessions/" + number + "/start",
                        Map.of("version", String.valueOf(course.version())),
                        own)
                    .page();
          };
        });
  }

  private Optional<String> closed(
      Actor actor, Patient patient, PatientCourse course, int number, LocalDate today) {
    if (gate.ask(patient, course.goal(), today, actor.zone())
        instanceof ConsentGate.Answer.Closed(String why)) {
      return Optional.of(why);
    }
    Verdict verdict = screening.screen(screening.record(patient), course, number, today);
    return verdict.outcome().isPermitted()
        ? Optional.empty()
        : Optional.of(
            "Today the protocol says: "
                + VerdictCard.word(verdict.outcome()).toLowerCase(Locale.ROOT)
                + ". "
                + CourseScreening.reasons(verdict));
  }
}
