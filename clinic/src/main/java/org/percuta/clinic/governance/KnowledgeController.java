package org.percuta.clinic.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clinical content in force at the clinic, to browse and to search. */
@Controller
@RequestMapping("/knowledge")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR})
class KnowledgeController {

  private static final int LONGEST_QUERY = 200;
  private static final int LONGEST_NOTE = 1000;

  private final Governance governance;
  private final KnowledgePages pages;
  private final Catalogue catalogue;
  private final ApprovalRepository approvals;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  KnowledgeController(
      Governance governance,
      KnowledgePages pages,
      Catalogue catalogue,
      ApprovalRepository approvals,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.governance = governance;
    this.pages = pages;
    this.catalogue = catalogue;
    this.approvals = approvals;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView start(
      Actor actor,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String page) {
    String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
    return transactions.in(
        actor.clinic(),
        () ->
            View.of(
                "governance/knowledge", pages.start(actor, query, KnowledgePages.number(page))));
  }

  @GetMapping("/kinds/{kind}")
  ModelAndView kind(
      Actor actor,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String open,
      @RequestParam(defaultValue = "") String page) {
    ItemKind wanted = ItemKind.find(kind).orElseThrow(() -> new NotFound("part of the content"));
    if (wanted == ItemKind.SETTINGS) {
      return View.redirect(wanted.address());
    }
    return transactions.in(
        actor.clinic(),
        () ->
            View.of(
                "governance/kind",
                pages.kind(wanted, open.equals("1"), KnowledgePages.number(page))));
  }

  @GetMapping("/kinds/{kind}/{id}")
  ModelAndView item(Actor actor, @PathVariable String kind, @PathVariable String id) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Item item = get(kind, id);
          return item.kind() == ItemKind.SETTINGS
              ? View.redirect(item.address())
              : View.of("governance/item", pages.item(actor, item, Form.empty()));
        });
  }

  /** A claim or a literature fact, by its id alone. */
  @GetMapping("/trace/{id}")
  ModelAndView trace(Actor actor, @PathVariable String id) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Knowledge knowledge = governance.now().knowledge();
          return Stream.of(ItemKind.CLAIMS, ItemKind.LITERATURE)
              .flatMap(kind -> catalogue.find(knowledge, kind, id).stream())
              .findFirst()
              .map(item -> View.redirect(item.address()))
              .orElseThrow(() -> new NotFound("claim"));
        });
  }

  /** A clinician stands behind an item that no source does. */
  @PostMapping("/kinds/{kind}/{id}/approve")
  @Allow(Role.CLINICIAN)
  ModelAndView approve(
      Actor actor,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    String note = form.optionalText("note", "the note", LONGEST_NOTE);
    return transactions.in(
        actor.clinic(),
        () -> {
          Item item = get(kind, id);
          if (!item.needsApproval() || item.kind() == ItemKind.SETTINGS) {
            throw new NotFound("item to approve");
          }
          if (!form.value("fingerprint").equals(item.fingerprint())) {
            form.reject("note", "It changed while this page was open. Read it again, please.");
          }
          if (!form.isValid()) {
            return View.rejected("governance/item", pages.item(actor, item, form));
          }
          if (approvals.add(actor, item, note, clock.instant())) {
            audit.record(actor, Audit.Action.CHANGE, "knowledge:" + item.id(), null, "approved");
          }
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect(item.address());
        });
  }

  private Item get(String kind, String id) {
    return ItemKind.find(kind)
        .flatMap(wanted -> catalogue.find(governance.now().knowledge(), wanted, id))
        .orElseThrow(() -> new NotFound("part of the content"));
  }
}
