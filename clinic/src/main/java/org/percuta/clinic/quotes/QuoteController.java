package org.percuta.clinic.quotes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
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

/** Quotes and the package of one course. No payment is taken here; staff note that one was made. */
@Controller
@RequestMapping("/patients/{patientId}/courses/{courseId}")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class QuoteController {

  private static final String LIST = "quotes/list";
  private static final String DRAFT = "quotes/draft";
  private static final String ONE = "quotes/one";
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_HOW = 200;

  private final Patients patients;
  private final Courses courses;
  private final Quotes quotes;
  private final QuotePages pages;
  private final QuoteRepository repository;
  private final Notices notices;
  private final Clock clock;

  QuoteController(
      Patients patients,
      Courses courses,
      Quotes quotes,
      QuotePages pages,
      QuoteRepository repository,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.courses = courses;
    this.quotes = quotes;
    this.pages = pages;
    this.repository = repository;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/quotes")
  ModelAndView list(Actor actor, @PathVariable UUID patientId, @PathVariable UUID courseId) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> View.of(LIST, pages.list(actor, patient, course, Form.empty())));
  }

  @GetMapping("/quotes/new")
  ModelAndView draft(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam Map<String, String> given) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          QuotePages.DraftPage page = pages.draft(actor, patient, course, given);
          return page.form().isValid() ? View.of(DRAFT, page) : View.rejected(DRAFT, page);
        });
  }

  @PostMapping("/quotes")
  ModelAndView offer(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam Map<String, String> given,
      HttpServletResponse response) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          QuotePages.DraftPage page = pages.draft(actor, patient, course, given);
          Quote quote = page.quote();
          if (quote != null && !page.form().is("seen", page.seen())) {
            page.form()
                .reject(
                    "seen",
                    "Prices or sessions changed since this page was opened. Look at it again before"
                        + " you offer it.");
          }
          if (quote == null || !page.form().isValid()) {
            return View.rejected(DRAFT, page);
          }
          UUID id = quotes.offer(actor, patient, quote);
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect(address(course) + "/quotes/" + id);
        });
  }

  @GetMapping("/quotes/{quoteId}")
  ModelAndView show(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable UUID quoteId) {
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) ->
            View.of(
                ONE,
                pages.one(actor, patient, course, quotes.get(courseId, quoteId), Form.empty())));
  }

  @GetMapping("/quotes/{quoteId}/pdf")
  ResponseEntity<byte[]> pdf(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable UUID quoteId) {
    Paper paper =
        patients.open(
            actor,
            patientId,
            "quote document",
            patient -> {
              PatientCourse course = courses.get(patientId, courseId);
              Quote.Stored stored = quotes.get(course.id(), quoteId);
              return new Paper(stored.quote().number(), repository.document(stored.id()));
            });
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("quote-" + paper.number() + ".pdf")
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(paper.document());
  }

  private record Paper(String number, byte[] document) {}

  @PostMapping("/quotes/{quoteId}/answer")
  ModelAndView answer(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable UUID quoteId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          Quote.Stored stored = quotes.get(courseId, quoteId);
          Optional<Quote.Reply> reply =
              form.choice("answer", "what the patient said", Quote.Reply.class);
          String note = form.optionalText("note", "a note", LONGEST_NOTE);
          if (form.isValid()) {
            quotes
                .answer(actor, course, stored, reply.orElseThrow(), note)
                .ifPresent(why -> form.reject("answer", why));
          }
          return form.isValid()
              ? saved(response, address(course) + "/quotes/" + quoteId)
              : View.rejected(ONE, pages.one(actor, patient, course, stored, form));
        });
  }

  @PostMapping("/quotes/{quoteId}/paid")
  ModelAndView paid(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @PathVariable UUID quoteId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          Quote.Stored stored = quotes.get(courseId, quoteId);
          LocalDate today = patients.today(actor);
          Optional<LocalDate> on = form.day("on", "the day it was paid");
          String how =
              form.text("how", "how much and how, for example 250.00 in cash", LONGEST_HOW);
          if (on.isPresent() && on.get().isAfter(today)) {
            form.reject("on", Dates.day(on.get()) + " lies ahead. Note it once it is paid.");
          } else if (on.isPresent() && on.get().isBefore(stored.quote().offeredOn())) {
            form.reject("on", Dates.day(on.get()) + " is before the quote was offered.");
          }
          if (!(stored.stateOn(today) instanceof Quote.State.Accepted)) {
            form.reject("how", "Only an accepted quote is paid.");
          }
          if (on.isEmpty() || !form.isValid()) {
            return View.rejected(ONE, pages.one(actor, patient, course, stored, form));
          }
          quotes.paid(actor, course, quoteId, on.get(), how);
          return saved(response, address(course) + "/quotes/" + quoteId);
        });
  }

  @PostMapping("/package")
  ModelAndView enter(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID courseId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return with(
        actor,
        patientId,
        courseId,
        (patient, course) -> {
          boolean credit = form.is("kind", Ledger.Kind.CREDIT.name());
          if (!credit && !form.is("kind", Ledger.Kind.RETURN.name())) {
            form.reject("kind", "Choose whether sessions are credited or returned.");
          }
          Optional<Integer> sessions = Amounts.count(form, "sessions", 1, PriceList.MOST_SESSIONS);
          if (sessions.isEmpty()) {
            form.reject("sessions", "Enter how many sessions.");
          }
          String reason = form.text("reason", "why", LONGEST_NOTE);
          if (form.isValid()) {
            quotes
                .enter(
                    actor,
                    course,
                    credit ? Ledger.Kind.CREDIT : Ledger.Kind.RETURN,
                    sessions.orElseThrow(),
                    reason)
                .ifPresent(why -> form.reject("sessions", why));
          }
          return form.isValid()
              ? saved(response, address(course) + "/quotes")
              : View.rejected(LIST, pages.list(actor, patient, course, form));
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
        "quotes",
        patient -> page.apply(patient, courses.get(patientId, courseId)));
  }

  private ModelAndView saved(HttpServletResponse response, String address) {
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect(address);
  }

  static String address(PatientCourse course) {
    return "/patients/" + course.patient() + "/courses/" + course.id();
  }
}
