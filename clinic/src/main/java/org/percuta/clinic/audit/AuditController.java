package org.percuta.clinic.audit;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit as pages. */
@Controller
@Allow({Role.OWNER, Role.AUDITOR})
class AuditController {

  private static final int PAGE = 50;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

  private final AuditRepository repository;
  private final AuditChain chain;
  private final ClinicTransactions transactions;

  AuditController(AuditRepository repository, AuditChain chain, ClinicTransactions transactions) {
    this.repository = repository;
    this.chain = chain;
    this.transactions = transactions;
  }

  record Line(
      long seq, String at, String who, String action, String subject, String from, String detail) {}

  record AuditView(
      List<Line> lines, long next, @Nullable UUID patient, AuditChain.@Nullable Report report) {}

  @GetMapping("/audit")
  ModelAndView list(
      Actor actor,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam @Nullable UUID patient) {
    return View.of("audit/list", view(actor, before, patient, null));
  }

  @PostMapping("/audit/verify")
  ModelAndView verify(Actor actor) {
    return View.of("audit/list", view(actor, Long.MAX_VALUE, null, chain.verify(actor.clinic())));
  }

  private AuditView view(
      Actor actor, long before, @Nullable UUID patient, AuditChain.@Nullable Report report) {
    List<AuditEntry> entries =
        transactions.in(actor.clinic(), () -> repository.listLatest(patient, before, PAGE));
    List<Line> lines =
        entries.stream()
            .map(entry ->
                new Line(
                    entry.seq(),
                    AT.format(entry.at().atZone(actor.zone())),
                    entry.actorName(),
                    entry.action().toLowerCase(Locale.ROOT).replace('_', ' '),
                    entry.subject(),
                    entry.address(),
                    entry.detail()))
            .toList();
    return new AuditView(lines, lines.size() == PAGE ? lines.getLast().seq() : 0, patient, report);
  }
}
