package org.percuta.clinic.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Waiting content: what changes, for whom, and a clinician's decision. */
@Controller
@RequestMapping("/knowledge/upgrade")
@Allow({Role.OWNER, Role.CLINICIAN})
class UpgradeController {

  private static final String PAGE = "governance/upgrade";
  private static final int LONGEST_REASON = 1000;

  private final UpgradePages pages;
  private final UpgradePreviews previews;
  private final Protocols protocols;
  private final PublicProtocol publicly;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  UpgradeController(
      UpgradePages pages,
      UpgradePreviews previews,
      Protocols protocols,
      PublicProtocol publicly,
      Patients patients,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.pages = pages;
    this.previews = previews;
    this.protocols = protocols;
    this.publicly = publicly;
    this.patients = patients;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /** While patients are screened, htmx asks for that part again and again. */
  @GetMapping
  ModelAndView show(
      Actor actor, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
    return transactions.in(
        actor.clinic(),
        () ->
            htmx == null
                ? View.of(PAGE, pages.page(actor, Form.empty()))
                : View.of("governance/preview", pages.preview(actor, Form.empty())));
  }

  @PostMapping("/preview")
  ModelAndView compare(Actor actor) {
    Optional<UpgradePreview.Key> key =
        transactions.in(
            actor.clinic(),
            () ->
                protocols.isUpgradeWaiting()
                    ? Optional.of(previews.key(actor.clinic(), patients.today(actor)))
                    : Optional.empty());
    key.ifPresent(wanted -> previews.begin(actor, wanted));
    return View.redirect("/knowledge/upgrade#preview");
  }

  /**
   * @param to digest of the content the decision is about
   * @param number of the acceptance that held when the page was opened
   */
  @PostMapping
  @Allow(Role.CLINICIAN)
  ModelAndView accept(
      Actor actor,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "0") int number,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    ModelAndView answer =
        transactions.in(
            actor.clinic(), () -> accepted(actor, to, number, Form.of(typed), response));
    publicly.refresh();
    return answer;
  }

  private ModelAndView accepted(
      Actor actor, String to, int number, Form form, HttpServletResponse response) {
    UpgradePreview.Key key = previews.key(actor.clinic(), patients.today(actor));
    if (!protocols.isUpgradeWaiting()
        || protocols.accepted().number() != number
        || !key.to().equals(to)) {
      form.reject(
          "reason",
          "What waits, or what is in force, changed while this page was open. Nothing was"
              + " accepted by you; read the page again.");
      return View.with(HttpStatus.CONFLICT, PAGE, pages.page(actor, form));
    }
    String reason = form.text("reason", "why it may come into force", LONGEST_REASON);
    if (!previews.find(key).map(preview -> preview.now().isDone()).orElse(false)) {
      form.reject("preview", "Compare with your patients first, today's records it has to be.");
    }
    if (!form.isValid()) {
      return View.rejected(PAGE, pages.page(actor, form));
    }
    if (!protocols.accept(actor, number, reason)) {
      form.reject("reason", "Somebody else accepted it a moment ago.");
      return View.with(HttpStatus.CONFLICT, PAGE, pages.page(actor, form));
    }
    audit.record(actor, Audit.Action.CHANGE, "knowledge-content:" + to, null, "accepted");
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/knowledge/upgrade");
  }
}
