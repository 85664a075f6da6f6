package org.percuta.clinic.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.enquiries.Enquiries;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Goal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sends the answers to a clinic: the one public page that needs the database. */
@Controller
@RequestMapping("/assess/enquiry")
@Allow(everybody = true)
class EnquiryController {

  static final String CONSENT =
      "I agree that the clinic stores my name, how to reach me, and the answers I gave here, to"
          + " answer my enquiry. I can take this back at any time by telling the clinic.";

  private static final Logger LOG = LoggerFactory.getLogger(EnquiryController.class);
  private static final String TEMPLATE = "assessment/enquiry";
  private static final int MOST_NAME = 200;
  private static final int MOST_MAIL = 320;
  private static final int MOST_PHONE = 40;
  private static final int MOST_MESSAGE = 2000;
  private static final String NO_DATABASE =
      "The clinic\u2019s database is not answering, so nothing was sent. What you typed is still here. Wait a moment and send it again.";

  private final Assessments assessments;
  private final Enquiries enquiries;

  EnquiryController(Assessments assessments, Enquiries enquiries) {
    this.assessments = assessments;
    this.enquiries = enquiries;
  }

  @GetMapping
  ModelAndView form(HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Optional<Goal> goal = now.answers().goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    return show(HttpStatus.OK, now, goal.get(), Form.empty(), null);
  }

  @PostMapping
  ModelAndView send(@RequestParam Map<String, String> typed, HttpServletRequest request) {
    Assessment now = assessments.of(request);
    Optional<Goal> goal = now.answers().goal();
    if (goal.isEmpty()) {
      return View.redirect("/assess");
    }
    Form form = Form.of(typed);
    try {
      Optional<ClinicId> clinic = clinic(form);
      Enquiries.Enquiry enquiry = read(form, now, goal.get());
      if (clinic.isEmpty() || !form.isValid()) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, now, goal.get(), form, null);
      }
      if (!enquiries.send(clinic.get(), enquiry, request.getRemoteAddr())) {
        return show(
            HttpStatus.TOO_MANY_REQUESTS,
            now,
            goal.get(),
            form,
            "Several enquiries came from your address within the last hour, so this one was not sent. Wait an hour, or call the clinic.");
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("An enquiry could not be stored: {}", e.getClass().getSimpleName());
      return show(HttpStatus.SERVICE_UNAVAILABLE, now, goal.get(), form, NO_DATABASE);
    }
    return View.redirect("/assess/enquiry/sent");
  }

  @GetMapping("/sent")
  ModelAndView sent() {
    return View.of("assessment/sent", "");
  }

  private Optional<ClinicId> clinic(Form form) {
    List<Enquiries.Clinic> clinics = enquiries.clinics();
    Optional<ClinicId> chosen =
        clinics.size() == 1
            ? Optional.of(clinics.getFirst().id())
            : clinics.stream()
                .map(Enquiries.Clinic::id)
                .filter(id -> form.is("clinic", id))
                .findFirst();
    if (chosen.isEmpty()) {
      form.reject("clinic", "Choose the clinic to send it to.");
    }
    return chosen;
  }

  private static Enquiries.Enquiry read(Form form, Assessment now, Goal goal) {
    String name = form.text("name", "your name", MOST_NAME);
    String email = form.optionalText("email", "an e-mail address", MOST_MAIL);
    String phone = form.optionalText("phone", "a phone number", MOST_PHONE);
    String message = form.optionalText("message", "the message", MOST_MESSAGE);
    if (email.isEmpty() && phone.isEmpty()) {
      form.reject(
          "email", "Enter an e-mail address or a phone number, so that the clinic can answer.");
    }
    if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
      form.reject("email", "Enter a whole e-mail address, such as name@example.org.");
    }
    if (!phone.isEmpty() && !phone.matches("[0-9+()/. -]{5,40}")) {
      form.reject("phone", "Enter a phone number with digits, such as +44 20 7946 0000.");
    }
    if (!form.is("consent", "yes")) {
      form.reject("consent", "Tick the box if you agree. Without it nothing is sent.");
    }
    Verdict verdict = now.interview().verdict(now.answers(), goal);
    return new Enquiries.Enquiry(
        name,
        email.isEmpty() ? null : email,
        phone.isEmpty() ? null : phone,
        message,
        goal.concern(),
        goal.site(),
        AnswersText.write(now.answers()),
        verdict.outcome().key(),
        verdict.from(),
        verdict.on(),
        now.knowledge().digest(),
        CONSENT);
  }

  private ModelAndView show(
      HttpStatus status, Assessment now, Goal goal, Form form, @Nullable String problem) {
    VerdictCard card = VerdictCard.of(now.interview().verdict(now.answers(), goal), 0);
    HttpStatus answer = status;
    List<Enquiries.Clinic> clinics = List.of();
    String why = problem;
    try {
      clinics = enquiries.clinics();
    } catch (DataAccessException | TransactionException e) {
      answer = HttpStatus.SERVICE_UNAVAILABLE;
      why = NO_DATABASE;
    }
    return View.with(
        answer,
        TEMPLATE,
        new EnquiryView(now.words().goal(goal), card.headline(), clinics, CONSENT, form, why));
  }
}
