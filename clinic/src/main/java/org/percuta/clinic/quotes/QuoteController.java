package org.percuta.clinic.quotes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
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
          return entered(
              form,
              QuoteForms.answer(form),
              answer -> quotes.answer(actor, course, stored, answer.reply(), answer.note()),
              "answer",
              () -> saved(response, address(course) + "/quotes/" + quoteId),
              () -> View.rejected(ONE, pages.one(actor, patient, course, stored, form)));
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
          return entered(
              form,
              QuoteForms.payment(form, stored, patients.today(actor)),
              payment -> {
                quotes.paid(actor, course, quoteId, payment.on(), payment.how());
                return Optional.empty();
              },
              "how",
              () -> saved(response, address(course) + "/quotes/" + quoteId),
              () -> View.rejected(ONE, pages.one(actor, patient, course, stored, form)));
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
        (patient, course) ->
            entered(
                form,
                QuoteForms.entry(form),
                entry ->
                    quotes.enter(actor, course, entry.kind(), entry.sessions(), entry.reason()),
                "sessions",
                () -> saved(response, address(course) + "/quotes"),
                () -> View.rejected(LIST, pages.list(actor, patient, course, form))));
  }

  /**
   * The way of every form about a quote: what was read whole is written, unless that is refused
   * too.
   *
   * @param read empty, with faults in the form, when it cannot be written
   * @param write says why it was not written; empty when it was
   * @param field that a refusal stands beside
   */
  private static <T> ModelAndView entered(
      Form form,
      Optional<T> read,
      Function<T, Optional<String>> write,
      String field,
      Supplier<ModelAndView> done,
      Supplier<ModelAndView> again) {
    read.flatMap(write).ifPresent(why -> form.reject(field, why));
    return read.isPresent() && form.isValid() ? done.get() : again.get();
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
