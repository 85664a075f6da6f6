package org.percuta.clinic.audit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit as pages. */
@Controller
@Allow({Role.OWNER, Role.AUDITOR})
class AuditController {

  private static final String PAGE_NAME = "audit/list";
  private static final int PAGE = 50;
  private static final int LONGEST_NAME = 200;
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

  /**
   * @param person whose record it is, in words; empty for nobody's
   * @param of the same, for the address of this person's entries
   */
  record Line(
      long seq,
      String at,
      String who,
      String action,
      String person,
      @Nullable UUID of,
      String subject,
      String from,
      String detail) {}

  /**
   * @param of whose entries are shown, in words; empty for everybody's
   * @param older address of the entries before these; absent when there are none
   */
  record AuditView(
      List<Line> lines,
      Form form,
      Map<String, String> actions,
      String of,
      @Nullable UUID patient,
      @Nullable String older,
      AuditChain.@Nullable Report report) {}

  @GetMapping("/audit")
  ModelAndView list(
      Actor actor,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam @Nullable UUID patient,
      @RequestParam Map<String, String> asked) {
    Form form = Form.of(asked);
    AuditView view = view(actor, before, patient, form, null);
    return form.isValid() ? View.of(PAGE_NAME, view) : View.rejected(PAGE_NAME, view);
  }

  @PostMapping("/audit/verify")
  ModelAndView verify(Actor actor) {
    AuditChain.Report report = chain.verify(actor.clinic());
    return View.of(PAGE_NAME, view(actor, Long.MAX_VALUE, null, Form.empty(), report));
  }

  private AuditView view(
      Actor actor,
      long before,
      @Nullable UUID patient,
      Form form,
      AuditChain.@Nullable Report report) {
    String who = form.optionalText("who", "a name", LONGEST_NAME);
    String action = actions().containsKey(form.value("what")) ? form.value("what") : "";
    Optional<LocalDate> until =
        form.value("until").isBlank() ? Optional.empty() : form.day("until", "a day");
    List<AuditRepository.Shown> entries =
        form.isValid()
            ? transactions.in(
                actor.clinic(),
                () ->
                    repository.listLatest(
                        new AuditRepository.Filter(
                            patient,
                            who,
                            action,
                            until
                                .map(day -> day.plusDays(1).atStartOfDay(actor.zone()).toInstant())
                                .orElse(null),
                            before),
                        PAGE))
            : List.of();
    List<Line> lines = entries.stream().map(shown -> line(actor, shown)).toList();
    return new AuditView(
        lines,
        form,
        actions(),
        patient == null
            ? ""
            : lines.stream()
                .filter(line -> patient.equals(line.of()))
                .map(Line::person)
                .findFirst()
                .orElseGet(() -> record(patient)),
        patient,
        lines.size() == PAGE ? older(lines.getLast().seq(), patient, form) : null,
        report);
  }

  /** The names of patients are for who may open their records; others tell records apart. */
  private static Line line(Actor actor, AuditRepository.Shown shown) {
    AuditEntry entry = shown.entry();
    UUID of = entry.patient();
    String named = actor.is(Role.OWNER) ? shown.person() : "";
    return new Line(
        entry.seq(),
        AT.format(entry.at().atZone(actor.zone())),
        entry.actorName(),
        words(entry.action()),
        of == null ? "" : named.isEmpty() ? record(of) : named,
        of,
        entry.subject().equals("patient:" + of) ? "" : entry.subject(),
        entry.address().equals("0:0:0:0:0:0:0:1") ? "::1" : entry.address(),
        entry.detail());
  }

  /** The end of an id is what differs most between two. */
  private static String record(UUID patient) {
    return "Record " + patient.toString().substring(24);
  }

  private static Map<String, String> actions() {
    Map<String, String> actions = new LinkedHashMap<>();
    actions.put("", "Anything");
    for (Audit.Action action : Audit.Action.values()) {
      String words = words(action.name());
      actions.put(action.name(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
    return actions;
  }

  private static String words(String action) {
    return action.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String older(long before, @Nullable UUID patient, Form form) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/audit")
            .queryParam("who", "{who}")
            .queryParam("what", "{what}")
            .queryParam("until", "{until}")
            .queryParam("before", before);
    if (patient != null) {
      address.queryParam("patient", patient);
    }
    return address
        .encode()
        .buildAndExpand(form.value("who"), form.value("what"), form.value("until"))
        .toUriString();
  }
}
