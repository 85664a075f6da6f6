package org.percuta.clinic.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.imports.ImportView.PersonPage;
import org.percuta.clinic.imports.ImportView.UploadPage;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.PatientFields;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.Upload;
import org.percuta.clinic.platform.web.View;
import org.percuta.fhir.read.FhirReading;
import org.percuta.quantity.PartialDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Adds a new person out of a FHIR file, after asking whether they are here already. */
@Controller
@RequestMapping("/patients/import")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class NewPersonController {

  private static final String UPLOAD = "imports/upload";
  private static final String PERSON = "imports/person";

  private final Patients patients;
  private final PatientFacts facts;
  private final PendingImports pending;
  private final Protocols protocols;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  NewPersonController(
      Patients patients,
      PatientFacts facts,
      PendingImports pending,
      Protocols protocols,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.facts = facts;
    this.pending = pending;
    this.protocols = protocols;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView choose() {
    return View.of(UPLOAD, new UploadPage(null, Form.empty()));
  }

  @PostMapping
  ModelAndView upload(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) {
    Form form = Form.empty();
    Optional<Upload> upload =
        Upload.read(form, file, ImportController.LARGEST_MB)
            .flatMap(one -> FhirFile.taken(form, one, protocols.of(actor.clinic()).knowledge()));
    if (upload.isEmpty()) {
      return View.rejected(UPLOAD, new UploadPage(null, form));
    }
    UUID id =
        transactions.in(
            actor.clinic(),
            () -> {
              UUID made = pending.keep(actor, upload.get());
              audit.record(
                  actor, Audit.Action.ADD, "import:" + made, null, "a file to look at, not added");
              return made;
            });
    return View.redirect("/patients/import/" + id);
  }

  @GetMapping("/{importId}")
  ModelAndView review(Actor actor, @PathVariable UUID importId) {
    return transactions.in(
        actor.clinic(),
        () -> {
          audit.record(actor, Audit.Action.READ, "import:" + importId, null, "");
          return pending
              .find(actor, importId)
              .map(upload -> {
                FhirFile file = file(actor, upload);
                Form form = Form.of(fields(file.reading()));
                Form asked = Form.of(fields(file.reading()));
                List<Patient> same =
                    PatientFields.read(asked, patients.today(actor))
                        .map(patients::listProbablySame)
                        .orElse(List.of());
                return View.of(PERSON, page(actor, importId, file, same, form));
              })
              .orElseGet(NewPersonController::gone);
        });
  }

  @PostMapping("/{importId}")
  ModelAndView add(
      Actor actor,
      @PathVariable UUID importId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return transactions.in(
        actor.clinic(),
        () -> {
          Optional<Upload> upload = pending.find(actor, importId);
          if (upload.isEmpty()) {
            return gone();
          }
          FhirFile file = file(actor, upload.get());
          Optional<PatientFields> fields = PatientFields.read(form, patients.today(actor));
          if (fields.isEmpty()) {
            return View.rejected(PERSON, page(actor, importId, file, List.of(), form));
          }
          List<Patient> same = patients.listProbablySame(fields.get());
          if (!same.isEmpty() && !form.is("another", ImportView.ids(same))) {
            return View.rejected(PERSON, page(actor, importId, file, same, form));
          }
          if (!pending.remove(actor, importId)) {
            return gone();
          }
          UUID id = patients.add(actor, fields.get());
          Instant now = clock.instant();
          facts.addAll(actor, id, file.facts(actor, now), "import:" + importId);
          notices.say(response, Notices.Notice.ADDED, now);
          return View.redirect("/patients/" + id);
        });
  }

  @PostMapping("/{importId}/discard")
  ModelAndView discard(Actor actor, @PathVariable UUID importId) {
    transactions.run(
        actor.clinic(),
        () -> {
          pending.remove(actor, importId);
          audit.record(actor, Audit.Action.WITHDRAW, "import:" + importId, null, "");
        });
    return View.redirect("/patients");
  }

  private FhirFile file(Actor actor, Upload upload) {
    return new FhirFile(upload, protocols.of(actor.clinic()).knowledge());
  }

  private static ModelAndView gone() {
    return View.rejected(
        UPLOAD, new UploadPage(null, Form.empty().reject("file", ImportController.GONE)));
  }

  private PersonPage page(Actor actor, UUID id, FhirFile file, List<Patient> same, Form form) {
    Map<String, String> sexes = new LinkedHashMap<>();
    for (Patient.Sex sex : Patient.Sex.values()) {
      String word = sex.name().charAt(0) + sex.name().substring(1).toLowerCase(Locale.ROOT);
      sexes.put(sex.name(), sex == Patient.Sex.UNKNOWN ? "Not known" : word);
    }
    Map<String, String> phototypes = new LinkedHashMap<>();
    phototypes.put("", "Not known");
    for (int type = 1; type <= 6; type++) {
      phototypes.put(String.valueOf(type), String.valueOf(type));
    }
    return new PersonPage(
        id, file.view(actor, clock.instant(), List.of()), same, form, sexes, phototypes);
  }

  /** What the file says of the person, as the form takes it. */
  private static Map<String, String> fields(FhirReading reading) {
    Map<String, String> fields = new LinkedHashMap<>();
    FhirReading.Name name = reading.name();
    var person = reading.record().patient();
    fields.put("given", name == null ? "" : name.given());
    fields.put("family", name == null ? "" : name.family());
    PartialDate born = person.birthDate();
    fields.put("born", born == null ? "" : born.toString());
    fields.put("sex", person.sex() == null ? "UNKNOWN" : person.sex().name());
    fields.put("phototype", person.phototype() == null ? "" : String.valueOf(person.phototype()));
    Double weight_kg = person.weight_kg();
    fields.put("weight", weight_kg == null ? "" : String.format(Locale.ROOT, "%.1f", weight_kg));
    return fields;
  }
}
