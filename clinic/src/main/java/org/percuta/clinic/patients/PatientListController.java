package org.percuta.clinic.patients;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of patients, searched as one types. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class PatientListController {

  private static final int PAGE = 50;
  private static final int LAST_PAGE = 1_000;
  private static final int LONGEST = 100;

  private final Patients patients;
  private final PatientRepository repository;
  private final ClinicTransactions transactions;
  private final Audit audit;

  PatientListController(
      Patients patients,
      PatientRepository repository,
      ClinicTransactions transactions,
      Audit audit) {
    this.patients = patients;
    this.repository = repository;
    this.transactions = transactions;
    this.audit = audit;
  }

  record Row(String address, String name, String born, int age, String skin, String contact) {}

  record ListView(
      String words,
      String state,
      int phototype,
      long total,
      List<Row> rows,
      @Nullable String previous,
      @Nullable String next) {}

  @GetMapping("/patients")
  ModelAndView list(
      Actor actor,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String phototype,
      @RequestParam(defaultValue = "") String page,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
    PatientRepository.Filter filter =
        new PatientRepository.Filter(
            q.substring(0, Math.min(q.length(), LONGEST)).replace("\0", ""),
            state.equals("ARCHIVED") ? Patient.State.ARCHIVED : Patient.State.ACTIVE,
            within(phototype, 0, 6));
    ListView view =
        transactions.in(
            actor.clinic(),
            () -> {
              long total = repository.count(filter);
              int last = (int) Math.clamp((total + PAGE - 1) / PAGE, 1, LAST_PAGE);
              int number = within(page, 1, last);
              List<Patient> found = repository.list(filter, PAGE, (number - 1) * PAGE);
              audit.record(
                  actor, Audit.Action.SEARCH, "patients", null, found.size() + " of " + total);
              return view(actor, filter, number, total, found);
            });
    return View.of(htmx == null ? "patients/list" : "patients/rows", view);
  }

  private ListView view(
      Actor actor, PatientRepository.Filter filter, int page, long total, List<Patient> found) {
    return new ListView(
        filter.words(),
        filter.state().name(),
        filter.phototype(),
        total,
        found.stream().map(patient -> row(actor, patient)).toList(),
        page > 1 ? address(filter, page - 1) : null,
        (long) page * PAGE < total ? address(filter, page + 1) : null);
  }

  private Row row(Actor actor, Patient patient) {
    return new Row(
        "/patients/" + patient.id(),
        patient.familyName() + ", " + patient.givenName(),
        Dates.day(patient.birthDate()),
        patient.ageOn(patients.today(actor)),
        patient.phototype() == null ? "" : patient.phototype().toString(),
        patient.phone().isEmpty() ? patient.email() : patient.phone());
  }

  private static String address(PatientRepository.Filter filter, int page) {
    return UriComponentsBuilder.fromPath("/patients")
        .queryParam("q", "{q}")
        .queryParam("state", filter.state())
        .queryParam("phototype", filter.phototype())
        .queryParam("page", page)
        .encode()
        .buildAndExpand(filter.words())
        .toUriString();
  }

  /** Anything that is no number in the range is the least: a bad address still shows a list. */
  private static int within(String text, int least, int most) {
    try {
      return Math.clamp(Integer.parseInt(text), least, most);
    } catch (NumberFormatException e) {
      return least;
    }
  }
}
