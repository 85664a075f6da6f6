package org.percuta.clinic.enquiries;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.enquiries.EnquiryViews.Line;
import org.percuta.clinic.enquiries.EnquiryViews.ListPage;
import org.percuta.clinic.enquiries.EnquiryViews.OnePage;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFields;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.MenuItem;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.GoalNames;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.model.Goal;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What came in from the public pages, and what the staff do with it. */
@Controller
@RequestMapping("/enquiries")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class EnquiriesController {

  static final Set<Role> ROLES =
      Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK);

  private static final Set<Role> READ_FACTS = Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER);
  private static final int SHOWN = 100;
  private static final String ONE = "enquiries/one";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final EnquiryRepository repository;
  private final EnquiryDesk desk;
  private final SentAnswers answers;
  private final Patients patients;
  private final Protocols protocols;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  EnquiriesController(
      EnquiryRepository repository,
      EnquiryDesk desk,
      SentAnswers answers,
      Patients patients,
      Protocols protocols,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.repository = repository;
    this.desk = desk;
    this.answers = answers;
    this.patients = patients;
    this.protocols = protocols;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @Bean
  static MenuItem enquiriesMenuItem() {
    return new MenuItem(30, "Enquiries", "/enquiries", ROLES);
  }

  @GetMapping
  ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String show) {
    boolean all = show.equals("all");
    return transactions.in(
        actor.clinic(),
        () -> {
          audit.record(actor, Audit.Action.READ, "enquiries", null, "list");
          List<Received> found = repository.list(!all, SHOWN + 1);
          return View.of(
              "enquiries/list",
              new ListPage(
                  all,
                  repository.countOpen(),
                  found.size() > SHOWN,
                  found.stream().limit(SHOWN).map(one -> line(one, actor)).toList()));
        });
  }

  @GetMapping("/{id}")
  ModelAndView one(Actor actor, @PathVariable UUID id) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Received enquiry = desk.open(actor, id);
          return View.of(ONE, page(actor, enquiry, Form.of(fields(enquiry))));
        });
  }

  /** Makes a patient of the sender, after asking whether they are here already. */
  @PostMapping("/{id}/patient")
  ModelAndView addPatient(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return transactions.in(
        actor.clinic(),
        () -> {
          Received enquiry = desk.open(actor, id);
          if (enquiry.isInRecord()) {
            return View.redirect("/enquiries/" + id);
          }
          Optional<PatientFields> fields = PatientFields.read(form, patients.today(actor));
          OnePage page = page(actor, enquiry, form);
          if (fields.isEmpty()) {
            return View.rejected(ONE, page);
          }
          if (!page.same().isEmpty() && !form.is("another", page.asked())) {
            return View.rejected(ONE, page);
          }
          UUID made = desk.addPatient(actor, enquiry, fields.get());
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect("/patients/" + made);
        });
  }

  /** Adds what was said to a record that is here. */
  @PostMapping("/{id}/record")
  ModelAndView addToRecord(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam UUID patient,
      HttpServletResponse response) {
    return transactions.in(
        actor.clinic(),
        () -> {
          UUID record = patients.get(patient).id();
          if (!desk.addTo(actor, desk.open(actor, id), record)) {
            return View.redirect("/enquiries/" + id);
          }
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect("/patients/" + record);
        });
  }

  @PostMapping("/{id}/answered")
  ModelAndView setAnswered(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
    if (transactions.in(actor.clinic(), () -> desk.setAnswered(actor, id))) {
      notices.say(response, Notices.Notice.SAVED, clock.instant());
    }
    return View.redirect("/enquiries");
  }

  @PostMapping("/{id}/open")
  ModelAndView setOpen(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
    if (transactions.in(actor.clinic(), () -> desk.setOpen(actor, id))) {
      notices.say(response, Notices.Notice.SAVED, clock.instant());
    }
    return View.redirect("/enquiries/" + id);
  }

  @PostMapping("/{id}/delete")
  ModelAndView delete(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
    transactions.run(actor.clinic(), () -> desk.delete(actor, id));
    notices.say(response, Notices.Notice.REMOVED, clock.instant());
    return View.redirect("/enquiries");
  }

  private OnePage page(Actor actor, Received enquiry, Form form) {
    List<SentAnswers.Line> lines = answers.lines(enquiry.answers());
    boolean reads = READ_FACTS.contains(actor.role());
    return new OnePage(
        line(enquiry, actor),
        Dates.day(enquiry.asOf()),
        enquiry.consent(),
        reads ? lines.stream().filter(line -> !line.no()).toList() : null,
        reads
            ? lines.stream().filter(SentAnswers.Line::no).map(SentAnswers.Line::question).toList()
            : List.of(),
        same(actor, enquiry, form),
        form);
  }

  private List<Patient> same(Actor actor, Received enquiry, Form form) {
    Map<UUID, Patient> same = new LinkedHashMap<>();
    // A copy: looking for the person must put no fault beside a field.
    PatientFields.read(Form.of(form.typed()), patients.today(actor))
        .map(patients::listProbablySame)
        .orElse(List.of())
        .forEach(one -> same.put(one.id(), one));
    patients
        .listReachedAt(enquiry.email(), enquiry.phone())
        .forEach(one -> same.put(one.id(), one));
    return new ArrayList<>(same.values());
  }

  /** What was sent, as the form for a patient takes it. */
  private Map<String, String> fields(Received enquiry) {
    var said = answers.record(enquiry.answers()).patient();
    String name = enquiry.name().strip();
    int gap = name.lastIndexOf(' ');
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("given", gap < 0 ? name : name.substring(0, gap).strip());
    fields.put("family", gap < 0 ? "" : name.substring(gap + 1));
    fields.put("born", said.birthDate() == null ? "" : said.birthDate().toString());
    fields.put("sex", "UNKNOWN");
    fields.put("phototype", said.phototype() == null ? "" : String.valueOf(said.phototype()));
    Double weight_kg = said.weight_kg();
    fields.put("weight", weight_kg == null ? "" : String.format(Locale.ROOT, "%.1f", weight_kg));
    fields.put("email", enquiry.email() == null ? "" : enquiry.email());
    fields.put("phone", enquiry.phone() == null ? "" : enquiry.phone());
    fields.put("note", "");
    return fields;
  }

  private Line line(Received enquiry, Actor actor) {
    GoalNames names = new GoalNames(protocols.here().knowledge());
    LocalDate from = enquiry.permittedFrom();
    Outcome outcome = outcome(enquiry);
    Handled handled = enquiry.handled();
    return new Line(
        enquiry.id(),
        enquiry.name(),
        enquiry.email(),
        enquiry.phone(),
        enquiry.message(),
        names.words(Goal.inClinic(enquiry.concern(), enquiry.site())),
        VerdictCard.word(outcome),
        VerdictCard.tag(outcome),
        from == null ? "" : (outcome == Outcome.DEFERRED ? "until " : "from ") + Dates.day(from),
        when(enquiry.at(), actor),
        handled == null ? "" : words(handled, actor),
        handled == null ? null : handled.patient());
  }

  private static Outcome outcome(Received enquiry) {
    return Arrays.stream(Outcome.values())
        .filter(one -> one.key().equals(enquiry.outcome()))
        .findFirst()
        .orElse(Outcome.CANNOT_TELL);
  }

  private static String words(Handled handled, Actor actor) {
    @Nullable String patient = handled.patientName();
    return (patient == null ? "Answered" : "In the record of " + patient)
        + ": "
        + handled.by()
        + ", "
        + when(handled.at(), actor);
  }

  static String when(Instant at, Actor actor) {
    return WHEN.format(at.atZone(actor.zone()));
  }
}
