package org.percuta.clinic.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.imports.ImportView.ReviewPage;
import org.percuta.clinic.imports.ImportView.UploadPage;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.Upload;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Adds the facts of a FHIR file to a record, after they were looked at. */
@Controller
@RequestMapping("/patients/{patientId}/import")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class ImportController {

  static final int LARGEST_MB = 20;
  static final String GONE =
      "The file is no longer kept here: it was added, set aside, or looked at too long ago. Choose"
          + " it again.";

  private static final String UPLOAD = "imports/upload";
  private static final String REVIEW = "imports/review";

  private final Patients patients;
  private final PatientFacts facts;
  private final PendingImports pending;
  private final Protocols protocols;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  ImportController(
      Patients patients,
      PatientFacts facts,
      PendingImports pending,
      Protocols protocols,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.facts = facts;
    this.pending = pending;
    this.protocols = protocols;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView choose(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "import form",
        patient -> View.of(UPLOAD, new UploadPage(patients.banner(actor, patient), Form.empty())));
  }

  @PostMapping
  ModelAndView upload(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    Form form = Form.empty();
    Optional<Upload> upload =
        Upload.read(form, file, LARGEST_MB)
            .flatMap(one -> FhirFile.taken(form, one, protocols.of(actor.clinic()).knowledge()));
    return patients.open(
        actor,
        patientId,
        "import form",
        patient -> {
          if (upload.isEmpty()) {
            return View.rejected(UPLOAD, new UploadPage(patients.banner(actor, patient), form));
          }
          UUID id = pending.keep(actor, upload.get());
          audit.record(
              actor, Audit.Action.ADD, "import:" + id, patientId, "a file to look at, not added");
          return View.redirect("/patients/" + patientId + "/import/" + id);
        });
  }

  @GetMapping("/{importId}")
  ModelAndView review(Actor actor, @PathVariable UUID patientId, @PathVariable UUID importId) {
    return patients.open(
        actor,
        patientId,
        "import",
        patient ->
            pending
                .find(actor, importId)
                .map(
                    upload -> View.of(REVIEW, page(actor, patient, importId, upload, Form.empty())))
                .orElseGet(() -> gone(actor, patient)));
  }

  @PostMapping("/{importId}")
  ModelAndView add(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID importId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "import",
        patient -> {
          Optional<Upload> upload = pending.find(actor, importId);
          if (upload.isEmpty()) {
            return gone(actor, patient);
          }
          FhirFile file = file(actor, upload.get());
          if (!file.differences(patient).isEmpty() && !form.is("same", "yes")) {
            form.reject(
                "same", "Tick that this is one person, or set the file aside without adding it.");
            return View.rejected(REVIEW, page(actor, patient, importId, upload.get(), form));
          }
          if (!pending.remove(actor, importId)) {
            return gone(actor, patient);
          }
          Instant now = clock.instant();
          List<PatientFact> fresh =
              FhirFile.fresh(file.facts(actor, now), facts.listCurrent(patientId));
          facts.addAll(actor, patientId, fresh, "import:" + importId);
          notices.say(response, Notices.Notice.ADDED, now);
          return View.redirect("/patients/" + patientId + "#facts");
        });
  }

  @PostMapping("/{importId}/discard")
  ModelAndView discard(Actor actor, @PathVariable UUID patientId, @PathVariable UUID importId) {
    return patients.open(
        actor,
        patientId,
        "import set aside",
        patient -> {
          pending.remove(actor, importId);
          return View.redirect("/patients/" + patientId);
        });
  }

  private FhirFile file(Actor actor, Upload upload) {
    return new FhirFile(upload, protocols.of(actor.clinic()).knowledge());
  }

  private ModelAndView gone(Actor actor, Patient patient) {
    return View.rejected(
        UPLOAD, new UploadPage(patients.banner(actor, patient), Form.empty().reject("file", GONE)));
  }

  private ReviewPage page(Actor actor, Patient patient, UUID id, Upload upload, Form form) {
    FhirFile file = file(actor, upload);
    return new ReviewPage(
        patients.banner(actor, patient),
        id,
        file.view(actor, clock.instant(), facts.listCurrent(patient.id())),
        file.differences(patient),
        form);
  }
}
