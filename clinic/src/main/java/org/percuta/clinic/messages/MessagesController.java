package org.percuta.clinic.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The outbox: what waits, what went out, and what a person has to decide. */
@Controller
@RequestMapping("/messages")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class MessagesController {

  private static final String ONE = "messages/one";
  private static final int LONGEST = 100;
  private static final int LAST_PAGE = 1_000;

  private final MessageRepository repository;
  private final MessagePages pages;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  MessagesController(
      MessageRepository repository,
      MessagePages pages,
      Patients patients,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.repository = repository;
    this.pages = pages;
    this.patients = patients;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView outbox(
      Actor actor,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String page) {
    String words = q.substring(0, Math.min(q.length(), LONGEST)).replace("\0", "").strip();
    return transactions.in(
        actor.clinic(),
        () -> {
          MessageView.OutboxPage view =
              pages.outbox(actor, MessageFilter.of(show), words, number(page));
          audit.record(
              actor, Audit.Action.SEARCH, "messages", null, view.lines().size() + " shown");
          return View.of("messages/outbox", view);
        });
  }

  /** Anything that is no page is the first: a bad address still shows a list. */
  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, LAST_PAGE);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  @GetMapping("/{messageId}")
  ModelAndView show(Actor actor, @PathVariable UUID messageId) {
    return opened(
        actor,
        messageId,
        (patient, message) -> View.of(ONE, pages.one(actor, patient, message, Form.empty())));
  }

  @PostMapping("/{messageId}/decide")
  ModelAndView decide(
      Actor actor,
      @PathVariable UUID messageId,
      @RequestParam MessageState.Decision decision,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    return opened(
        actor,
        messageId,
        (patient, message) -> {
          String why = refusal(message, decision);
          if (!why.isEmpty()) {
            return View.rejected(
                ONE, pages.one(actor, patient, message, Form.empty().reject("decide", why)));
          }
          String reason =
              decision.to() == MessageState.WAITING ? "" : decision.word() + ": " + actor.name();
          if (!repository.decide(
              messageId, version, message.state(), decision.to(), reason, clock.instant())) {
            return second(message, decision);
          }
          audit.record(
              actor,
              Audit.Action.CHANGE,
              "message:" + messageId,
              message.patient(),
              decision.name());
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/messages/" + messageId);
        });
  }

  private String refusal(Message message, MessageState.Decision decision) {
    if (!message.state().decisions().contains(decision)) {
      return "This message is now: "
          + message.state().word().toLowerCase(Locale.ROOT)
          + ". \u201c"
          + decision.word()
          + "\u201d cannot be chosen any more.";
    }
    boolean late = !message.usefulUntil().isAfter(clock.instant());
    return decision == MessageState.Decision.AGAIN && late
        ? "What it says counts no more, so it cannot be sent again."
        : "";
  }

  private static ModelAndView second(Message message, MessageState.Decision decision) {
    String own = "/messages/" + message.id();
    return new SecondEdit(
            "this message",
            List.of(new SecondEdit.Row("State", message.state().word(), decision.word())),
            own + "/decide",
            Map.of("decision", decision.name(), "version", String.valueOf(message.version())),
            own)
        .page();
  }

  private ModelAndView opened(
      Actor actor, UUID messageId, BiFunction<Patient, Message, ModelAndView> page) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Message message = repository.find(messageId).orElseThrow(() -> new NotFound("message"));
          return patients.open(
              actor, message.patient(), "message", patient -> page.apply(patient, message));
        });
  }
}
