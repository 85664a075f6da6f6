package org.percuta.clinic.patients;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.Moved;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds and changes patients. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class PatientController {

  private static final String FORM = "patients/form";

  private final Patients patients;
  private final PatientRepository repository;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  PatientController(
      Patients patients,
      PatientRepository repository,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.repository = repository;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @param id absent for a new patient
   * @param before what the record held when the form was opened, by field
   */
  record FormView(
      @Nullable UUID id, int version, Form form, Map<String, String> before, List<Patient> same) {

    static FormView fresh(Form form, List<Patient> same) {
      return new FormView(null, 0, form, Map.of(), same);
    }
  }

  record MergeView(UUID id, String name, int version, EditMerge merge) {}

  @GetMapping("/patients/new")
  ModelAndView fresh() {
    return View.of(FORM, FormView.fresh(Form.of(Map.of("sex", "UNKNOWN")), List.of()));
  }

  @PostMapping("/patients")
  ModelAndView create(
      Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<PatientFields> fields = PatientFields.read(form, patients.today(actor));
    if (fields.isEmpty()) {
      return View.rejected(FORM, FormView.fresh(form, List.of()));
    }
    if (!form.is("another", "yes")) {
      List<Patient> same =
          transactions.in(actor.clinic(), () -> patients.listProbablySame(fields.get()));
      if (!same.isEmpty()) {
        return View.rejected(FORM, FormView.fresh(form, same));
      }
    }
    UUID id = transactions.in(actor.clinic(), () -> patients.add(actor, fields.get()));
    notices.say(response, Notices.Notice.ADDED, clock.instant());
    return View.redirect("/patients/" + id);
  }

  @GetMapping("/patients/{patientId}/edit")
  ModelAndView edit(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "edit form",
        patient -> {
          Map<String, String> now = PatientFields.of(patient);
          return View.of(
              FORM, new FormView(patientId, patient.version(), Form.of(now), now, List.of()));
        });
  }

  @PostMapping("/patients/{patientId}")
  ModelAndView save(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<PatientFields> fields = PatientFields.read(form, patients.today(actor));
    Map<String, String> before = before(typed);
    if (fields.isEmpty()) {
      return patients.open(
          actor,
          patientId,
          "edit form",
          patient ->
              View.rejected(FORM, new FormView(patientId, version, form, before, List.of())));
    }
    return transactions.in(
        actor.clinic(),
        () -> {
          Patient old = unmoved(patientId);
          if (!repository.update(patientId, version, fields.get())) {
            return merge(actor, patientId, before, typed);
          }
          String changed =
              changed(PatientFields.of(old), PatientFields.of(patients.get(patientId)));
          audit.record(actor, Audit.Action.CHANGE, "patient:" + patientId, patientId, changed);
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/patients/" + patientId);
        });
  }

  @PostMapping("/patients/{patientId}/state")
  @Allow({Role.OWNER, Role.CLINICIAN})
  ModelAndView setState(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Patient.State state,
      HttpServletResponse response) {
    transactions.run(
        actor.clinic(),
        () -> {
          if (state == Patient.State.MERGED) {
            throw new NotFound("state to choose");
          }
          unmoved(patientId);
          patients.setState(actor, patientId, state);
        });
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/patients/" + patientId);
  }

  private Patient unmoved(UUID id) {
    Patient patient = patients.get(id);
    if (!patient.id().equals(id)) {
      throw new Moved(id, patient.id());
    }
    return patient;
  }

  private ModelAndView merge(
      Actor actor, UUID id, Map<String, String> before, Map<String, String> typed) {
    Patient now = patients.get(id);
    audit.record(actor, Audit.Action.READ, "patient:" + id, id, "merge of two edits");
    EditMerge merge = EditMerge.of(before, typed, PatientFields.of(now));
    return View.with(
        org.springframework.http.HttpStatus.CONFLICT,
        "patients/merge",
        new MergeView(id, now.name(), now.version(), merge));
  }

  private static Map<String, String> before(Map<String, String> typed) {
    Map<String, String> before = new LinkedHashMap<>();
    PatientFields.NAMES
        .keySet()
        .forEach(field -> before.put(field, typed.getOrDefault("before-" + field, "")));
    return before;
  }

  private static String changed(Map<String, String> old, Map<String, String> now) {
    return String.join(
        ", ",
        now.entrySet().stream()
            .filter(field -> !field.getValue().equals(old.get(field.getKey())))
            .map(Map.Entry::getKey)
            .toList());
  }
}
