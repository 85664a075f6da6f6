package org.percuta.clinic.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
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
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient's consents: read, sign, withdraw. */
@Controller
@RequestMapping("/patients/{patientId}/consents")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class ConsentController {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_STANDING = 60;
  private static final int LONGEST_REASON = 1000;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final Consents consents;
  private final ConsentRepository repository;
  private final ConsentTexts texts;
  private final Goals goals;
  private final Notices notices;
  private final Clock clock;

  ConsentController(
      Patients patients,
      Consents consents,
      ConsentRepository repository,
      ConsentTexts texts,
      Goals goals,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.consents = consents;
    this.repository = repository;
    this.texts = texts;
    this.goals = goals;
    this.notices = notices;
    this.clock = clock;
  }

  record Line(UUID id, String what, String signed, String until, String state, String tag) {}

  record ListPage(
      PatientBanner banner,
      List<Line> lines,
      Form form,
      Map<String, String> concerns,
      Map<String, String> sites) {}

  record SignPage(
      PatientBanner banner, ConsentText text, @Nullable Goal goal, String until, Form form) {}

  record OnePage(
      PatientBanner banner,
      Line line,
      String name,
      String witness,
      String sha256,
      boolean intact,
      int template,
      int points,
      String withdrawn,
      boolean withdrawable,
      Form form) {}

  @GetMapping
  ModelAndView list(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "consents",
        patient -> View.of("consent/list", listPage(actor, patient, Form.empty())));
  }

  private ListPage listPage(Actor actor, Patient patient, Form form) {
    return new ListPage(
        patients.banner(actor, patient),
        repository.list(patient.id()).stream().map(one -> line(actor, one)).toList(),
        form,
        goals.concerns(),
        goals.sites());
  }

  @GetMapping("/new")
  ModelAndView read(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam(defaultValue = "TREATMENT") ConsentKind kind,
      @RequestParam Map<String, String> given) {
    Form form = Form.of(given);
    return patients.open(
        actor,
        patientId,
        "consent to sign",
        patient -> {
          @Nullable Goal goal = goal(kind, form);
          if (!form.isValid()) {
            return View.rejected("consent/list", listPage(actor, patient, form));
          }
          return View.of("consent/sign", signPage(actor, patient, kind, goal, Form.empty()));
        });
  }

  @PostMapping
  ModelAndView sign(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam ConsentKind kind,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "consent to sign",
        patient -> {
          @Nullable Goal goal = goal(kind, form);
          if (!form.isValid()) {
            return View.rejected("consent/list", listPage(actor, patient, form));
          }
          LocalDate today = patients.today(actor);
          ConsentText text = texts.of(kind, goal, patient, today);
          String name = form.text("name", "your full name", LONGEST_NAME);
          String standing = form.optionalText("standing", "who you are", LONGEST_STANDING);
          if (!name.isEmpty() && standing.isEmpty() && !SignedName.isOf(patient, name)) {
            form.reject(
                "name",
                "This consent is for "
                    + patient.name()
                    + ". Enter that name, or say below who you are when you sign for them.");
          }
          if (!form.is("agree", "yes")) {
            form.reject("agree", "Tick that you agree, or leave this page without signing.");
          }
          if (!form.is("seen", text.digest())) {
            form.reject(
                "agree",
                "The text changed since this page was opened. Read it again before you sign.");
          }
          Optional<byte[]> drawing = Drawing.read(form, "drawing");
          if (!form.isValid()) {
            return View.rejected("consent/sign", signPage(actor, patient, kind, goal, form));
          }
          UUID id =
              consents.sign(actor, patient, text, goal, SignedName.of(name, standing), drawing);
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/patients/" + patientId + "/consents/" + id);
        });
  }

  @GetMapping("/{consentId}")
  ModelAndView show(Actor actor, @PathVariable UUID patientId, @PathVariable UUID consentId) {
    return patients.open(
        actor,
        patientId,
        "consent",
        patient ->
            View.of(
                "consent/one", onePage(actor, patient, get(patientId, consentId), Form.empty())));
  }

  @GetMapping("/{consentId}/pdf")
  ResponseEntity<byte[]> pdf(
      Actor actor, @PathVariable UUID patientId, @PathVariable UUID consentId) {
    byte[] document =
        patients.open(
            actor,
            patientId,
            "consent document",
            patient -> repository.document(get(patientId, consentId).id()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("consent-" + consentId + ".pdf")
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(document);
  }

  @PostMapping("/{consentId}/withdraw")
  ModelAndView withdraw(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID consentId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "consent",
        patient -> {
          Consent consent = get(patientId, consentId);
          String reason = form.optionalText("reason", "a reason", LONGEST_REASON);
          if (form.isValid() && !consents.withdraw(actor, patientId, consentId, reason)) {
            form.reject("reason", "It was withdrawn already.");
          }
          if (!form.isValid()) {
            return View.rejected("consent/one", onePage(actor, patient, consent, form));
          }
          notices.say(response, Notices.Notice.WITHDRAWN, clock.instant());
          return View.redirect("/patients/" + patientId + "/consents/" + consentId);
        });
  }

  private Consent get(UUID patient, UUID consent) {
    return repository.find(patient, consent).orElseThrow(() -> new NotFound("consent"));
  }

  private @Nullable Goal goal(ConsentKind kind, Form form) {
    return kind == ConsentKind.TREATMENT ? goals.read(form).orElse(null) : null;
  }

  private SignPage signPage(
      Actor actor, Patient patient, ConsentKind kind, @Nullable Goal goal, Form form) {
    LocalDate today = patients.today(actor);
    return new SignPage(
        patients.banner(actor, patient),
        texts.of(kind, goal, patient, today),
        goal,
        Dates.day(today.plusMonths(repository.template(kind).validMonths())),
        form);
  }

  private OnePage onePage(Actor actor, Patient patient, Consent consent, Form form) {
    Instant withdrawn = consent.withdrawn();
    return new OnePage(
        patients.banner(actor, patient),
        line(actor, consent),
        consent.signedName(),
        consent.witness(),
        consent.sha256(),
        consent.intact(),
        consent.templateVersion(),
        consent.points().size(),
        withdrawn == null
            ? ""
            : AT.format(withdrawn.atZone(actor.zone()))
                + (consent.withdrawalReason().isEmpty() ? "" : ": " + consent.withdrawalReason()),
        withdrawn == null,
        form);
  }

  private Line line(Actor actor, Consent consent) {
    Goal goal = consent.goal();
    boolean valid = consent.isValidOn(patients.today(actor));
    String state =
        consent.withdrawn() != null
            ? "Withdrawn"
            : !consent.intact() ? "Seal broken" : valid ? "Valid" : "Expired";
    return new Line(
        consent.id(),
        goal == null ? consent.kind().word() : "Treatment: " + goals.words(goal),
        AT.format(consent.signedAt().atZone(actor.zone())),
        Dates.day(consent.expires()),
        state,
        valid ? "sage" : consent.intact() ? "slate" : "brick");
  }
}
