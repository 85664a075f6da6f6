package org.percuta.clinic.verdicts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Protocols;
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
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.clinic.verdicts.VerdictPages.Question;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient's verdict as of any date, and the verdicts that were kept. */
@Controller
@RequestMapping("/patients/{patientId}/verdict")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class VerdictController {

  private static final String PAGE = "verdicts/page";
  private static final String KEPT = "verdicts/kept";

  private final Patients patients;
  private final Courses courses;
  private final VerdictPages pages;
  private final KeptVerdicts kept;
  private final Protocols protocols;
  private final Goals goals;
  private final Notices notices;
  private final Clock clock;

  VerdictController(
      Patients patients,
      Courses courses,
      VerdictPages pages,
      KeptVerdicts kept,
      Protocols protocols,
      Goals goals,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.courses = courses;
    this.pages = pages;
    this.kept = kept;
    this.protocols = protocols;
    this.goals = goals;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(
      Actor actor, @PathVariable UUID patientId, @RequestParam Map<String, String> asked) {
    return patients.open(
        actor,
        patientId,
        "verdict",
        patient -> {
          Form form = Form.of(usual(actor, patient, asked));
          if (form.value("concern").isEmpty() && !asked.containsKey("concern")) {
            return View.of(PAGE, pages.page(actor, patient, form, null));
          }
          Optional<Question> question = read(actor, form);
          return question.isPresent()
              ? View.of(PAGE, pages.page(actor, patient, form, question.get()))
              : View.rejected(PAGE, pages.page(actor, patient, form, null));
        });
  }

  /** Without a goal, the one kept last or that a course is for; without a date, today. */
  private Map<String, String> usual(Actor actor, Patient patient, Map<String, String> asked) {
    Map<String, String> fields = new LinkedHashMap<>(asked);
    if (fields.getOrDefault("as-of", "").isBlank()) {
      fields.put("as-of", patients.today(actor).toString());
    }
    if (!fields.containsKey("concern")) {
      kept.list(patient.id()).stream()
          .map(KeptVerdicts.Line::goal)
          .findFirst()
          .or(() -> courses.list(patient.id()).stream().map(PatientCourse::goal).findFirst())
          .ifPresent(goal -> {
            fields.put("concern", goal.concern());
            fields.put("site", goal.site());
          });
    }
    return fields;
  }

  private Optional<Question> read(Actor actor, Form form) {
    Optional<Goal> goal = goals.read(form);
    Optional<LocalDate> asOf = form.day("as-of", "the date of treatment");
    Optional<LocalDate> known =
        form.value("known").isBlank() ? Optional.empty() : form.day("known", "a date");
    LocalDate today = patients.today(actor);
    known
        .filter(day -> day.isAfter(today))
        .ifPresent(day ->
            form.reject(
                "known", Dates.day(day) + " has not come yet. Leave it empty for all known now."));
    return form.isValid() && goal.isPresent() && asOf.isPresent()
        ? Optional.of(new Question(goal.get(), asOf.get(), known.orElse(null)))
        : Optional.empty();
  }

  @PostMapping
  ModelAndView keep(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "verdict",
        patient -> {
          Optional<Question> question = read(actor, form);
          if (question.isEmpty()) {
            return View.rejected(PAGE, pages.page(actor, patient, form, null));
          }
          Question asked = new Question(question.get().goal(), question.get().asOf(), null);
          VerdictView.PageView now = pages.page(actor, patient, form, asked);
          if (now.shown() == null || !form.is("seen", now.shown().seen())) {
            form.reject(
                "keep",
                "What is known changed since this page was opened. Look at the verdict again before"
                    + " you keep it.");
            return View.rejected(PAGE, now);
          }
          if (!isKeptBy(actor, patientId, asked.goal(), now.shown())) {
            kept.keep(
                actor,
                patientId,
                pages.record(actor, patient, null),
                asked.goal(),
                asked.asOf(),
                KeptVerdict.Occasion.ASKED);
          }
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect(
              "/patients/"
                  + patientId
                  + "/verdict?concern="
                  + asked.goal().concern()
                  + "&site="
                  + asked.goal().site()
                  + "&as-of="
                  + asked.asOf());
        });
  }

  /** A second click of one person keeps no second copy. */
  private boolean isKeptBy(Actor actor, UUID patient, Goal goal, VerdictView.Shown shown) {
    return shown.changes().isEmpty()
        && kept.findLatest(patient, goal)
            .filter(last -> last.by().equals(actor.name()))
            .isPresent();
  }

  @GetMapping("/{verdictId}")
  ModelAndView showKept(Actor actor, @PathVariable UUID patientId, @PathVariable UUID verdictId) {
    return withKept(
        actor,
        patientId,
        verdictId,
        "kept verdict",
        patient -> one -> View.of(KEPT, pages.keptPage(actor, patient, one, null)));
  }

  @GetMapping("/{verdictId}/replay")
  ModelAndView replay(Actor actor, @PathVariable UUID patientId, @PathVariable UUID verdictId) {
    return withKept(
        actor,
        patientId,
        verdictId,
        "kept verdict replayed",
        patient ->
            one ->
                View.of(
                    KEPT, pages.keptPage(actor, patient, one, Replay.of(actor, protocols, one))));
  }

  private ModelAndView withKept(
      Actor actor,
      UUID patientId,
      UUID verdictId,
      String what,
      Function<Patient, Function<KeptVerdict, ModelAndView>> page) {
    return patients.open(
        actor,
        patientId,
        what,
        patient ->
            page.apply(patient)
                .apply(
                    kept.find(patientId, verdictId)
                        .orElseThrow(() -> new NotFound("kept verdict"))));
  }
}
