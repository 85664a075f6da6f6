package org.percuta.clinic.clearances;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.clearances.ClearanceView.FormPage;
import org.percuta.clinic.clearances.ClearanceView.Line;
import org.percuta.clinic.clearances.ClearanceView.ListPage;
import org.percuta.clinic.clearances.ClearanceView.Sure;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.InForce;
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
import org.percuta.clinic.screening.ReasonCard;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Rule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient's clearances: read, record after seeing what they lift, withdraw. */
@Controller
@RequestMapping("/patients/{patientId}/clearances")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class ClearanceController {

  private static final String LIST = "clearances/list";
  private static final String FORM = "clearances/form";
  private static final int LONGEST_REASON = 2000;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final Clearances clearances;
  private final ClearanceRepository repository;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final Goals goals;
  private final Notices notices;
  private final Clock clock;

  ClearanceController(
      Patients patients,
      Clearances clearances,
      ClearanceRepository repository,
      CourseScreening screening,
      Protocols protocols,
      Goals goals,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.clearances = clearances;
    this.repository = repository;
    this.screening = screening;
    this.protocols = protocols;
    this.goals = goals;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "clearances",
        patient -> View.of(LIST, listPage(actor, patient, Form.empty())));
  }

  @GetMapping("/new")
  @Allow(Role.CLINICIAN)
  ModelAndView fresh(
      Actor actor, @PathVariable UUID patientId, @RequestParam Map<String, String> asked) {
    return patients.open(
        actor,
        patientId,
        "form for a clearance",
        patient -> {
          Map<String, String> fields = new LinkedHashMap<>(asked);
          fields.putIfAbsent("as-of", patients.today(actor).toString());
          fields.put("on", patients.today(actor).toString());
          Form form = Form.of(fields);
          Optional<Asked> question = question(actor, patient, form);
          if (question.isEmpty()) {
            return View.rejected(LIST, listPage(actor, patient, form));
          }
          fields.put("giver", likelyGiver(question.get(), form.value("about")).name());
          return View.of(FORM, formPage(actor, patient, Form.of(fields), question.get(), null));
        });
  }

  /** The clinician, unless the reason asked about can be lifted by others only. */
  private static ClearanceForm.Giver likelyGiver(Asked asked, String about) {
    boolean others =
        asked.verdict().reasons().stream()
            .map(Reason::rule)
            .filter(rule -> rule.id().equals(about))
            .anyMatch(
                rule -> !rule.clearedBy().contains(org.percuta.protocol.model.Role.CLINICIAN));
    return others ? ClearanceForm.Giver.OUTSIDE : ClearanceForm.Giver.SELF;
  }

  /** What is asked about: a goal on a date, and its verdict without the clearance. */
  private record Asked(
      InForce inForce, PatientRecord record, Goal goal, LocalDate asOf, Verdict verdict) {}

  private Optional<Asked> question(Actor actor, Patient patient, Form form) {
    Optional<Goal> goal = goals.read(form);
    Optional<LocalDate> asOf = form.day("as-of", "the date of treatment");
    if (goal.isEmpty() || asOf.isEmpty()) {
      return Optional.empty();
    }
    InForce inForce = protocols.of(actor.clinic());
    PatientRecord record = screening.record(patient);
    return Optional.of(
        new Asked(
            inForce,
            record,
            goal.get(),
            asOf.get(),
            inForce.screening().screen(record, goal.get(), asOf.get())));
  }

  @PostMapping
  @Allow(Role.CLINICIAN)
  ModelAndView record(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "form for a clearance",
        patient -> {
          Optional<Asked> question = question(actor, patient, form);
          if (question.isEmpty()) {
            return View.rejected(LIST, listPage(actor, patient, form));
          }
          Asked asked = question.get();
          Optional<Clearance> clearance = ClearanceForm.read(actor, form, patients.today(actor));
          if (clearance.isEmpty()) {
            return View.rejected(FORM, formPage(actor, patient, form, asked, null));
          }
          DryRun run =
              DryRun.of(
                  asked.inForce(), asked.record(), asked.goal(), asked.asOf(), clearance.get());
          if (run.lifts().isEmpty()) {
            form.reject("about", DryRun.whyNothing(asked.inForce(), run.before(), clearance.get()));
            return View.rejected(FORM, formPage(actor, patient, form, asked, null));
          }
          Sure sure = sure(asked, clearance.get(), run);
          if (!form.value("seen").equals(run.seen())) {
            return View.of(FORM, formPage(actor, patient, form, asked, sure));
          }
          clearances.add(actor, patientId, clearance.get(), run);
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect("/patients/" + patientId + "/clearances");
        });
  }

  @PostMapping("/{clearanceId}/withdraw")
  @Allow(Role.CLINICIAN)
  ModelAndView withdraw(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID clearanceId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "clearances",
        patient -> {
          RecordedClearance found =
              repository.find(patientId, clearanceId).orElseThrow(() -> new NotFound("clearance"));
          String field = "reason-" + clearanceId;
          String reason = form.text(field, "why it is withdrawn", LONGEST_REASON);
          if (form.isValid() && !clearances.withdraw(actor, patientId, found.id(), reason)) {
            form.reject(field, "It was withdrawn already.");
          }
          if (!form.isValid()) {
            return View.rejected(LIST, listPage(actor, patient, form));
          }
          notices.say(response, Notices.Notice.WITHDRAWN, clock.instant());
          return View.redirect("/patients/" + patientId + "/clearances");
        });
  }

  private ListPage listPage(Actor actor, Patient patient, Form form) {
    InForce inForce = protocols.of(actor.clinic());
    LocalDate today = patients.today(actor);
    return new ListPage(
        patients.banner(actor, patient),
        repository.list(patient.id()).stream()
            .map(one -> line(actor, inForce, today, one))
            .toList(),
        form);
  }

  private static Line line(Actor actor, InForce inForce, LocalDate today, RecordedClearance one) {
    Clearance clearance = one.clearance();
    RecordedClearance.Withdrawn withdrawn = one.withdrawn();
    boolean valid = withdrawn == null && clearance.validOn(today);
    return new Line(
        one.id(),
        label(inForce, clearance.fact()),
        clearance.by() + ", " + role(clearance.role()),
        Dates.day(clearance.on()),
        Dates.day(clearance.expires()),
        withdrawn != null ? "Withdrawn" : valid ? "Counts" : "Expired",
        valid ? "sage" : "slate",
        clearance.reason(),
        "Recorded by " + one.recordedBy() + ", " + AT.format(one.at().atZone(actor.zone())),
        withdrawn == null
            ? ""
            : "Withdrawn by "
                + withdrawn.by()
                + ", "
                + AT.format(withdrawn.at().atZone(actor.zone()))
                + ": "
                + withdrawn.reason(),
        withdrawn == null);
  }

  private FormPage formPage(
      Actor actor, Patient patient, Form form, Asked asked, @Nullable Sure sure) {
    return new FormPage(
        patients.banner(actor, patient),
        form,
        goals.words(asked.goal()),
        Dates.day(asked.asOf()),
        VerdictCard.word(asked.verdict().outcome()),
        choices(asked),
        ClearanceForm.roles(),
        sure);
  }

  /** Each reason that somebody can lift, alone, and then each fact it asks about. */
  private static Map<String, String> choices(Asked asked) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "Choose…");
    List<Rule> rules =
        asked.verdict().reasons().stream()
            .map(Reason::rule)
            .filter(rule -> !rule.clearedBy().isEmpty())
            .toList();
    rules.forEach(rule ->
        choices.put(
            rule.id(),
            "This reason only: "
                + rule.title()
                + " (lifted by "
                + ReasonCard.roles(rule.clearedBy())
                + ")"));
    rules.forEach(rule ->
        RuleFacts.of(rule)
            .forEach(fact ->
                choices.putIfAbsent(fact, "All rules about: " + label(asked.inForce(), fact))));
    return choices;
  }

  private static Sure sure(Asked asked, Clearance clearance, DryRun run) {
    return new Sure(
        label(asked.inForce(), clearance.fact()),
        clearance.by() + ", " + role(clearance.role()),
        Dates.span(clearance.on(), clearance.expires()),
        run.lifts().stream().map(Rule::title).toList(),
        run.remains(),
        run.alsoLifts().stream().map(rule -> alsoLifts(rule, clearance.fact())).distinct().toList(),
        VerdictCard.of(run.after()),
        run.seen());
  }

  private static String alsoLifts(Rule rule, String about) {
    return RuleFacts.isLiftedWhole(rule, about)
        ? rule.title()
        : rule.title() + " (only what rests on this; it still stands on anything else)";
  }

  private static String role(org.percuta.protocol.model.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String label(InForce inForce, String about) {
    FactDefinition fact = inForce.knowledge().facts().get(about);
    return fact != null
        ? fact.label()
        : inForce.knowledge().rules().stream()
            .filter(rule -> rule.id().equals(about))
            .map(Rule::title)
            .findFirst()
            .orElse(about);
  }
}
