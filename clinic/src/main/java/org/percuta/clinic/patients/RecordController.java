package org.percuta.clinic.patients;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.quantity.PartialDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One patient's record: who it is, and what was said with its history. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class RecordController {

  private static final String TEMPLATE = "patients/record";
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final PatientFacts facts;
  private final Notices notices;
  private final Clock clock;
  private final @Nullable FactCatalogue catalogue;

  RecordController(
      Patients patients,
      PatientFacts facts,
      Notices notices,
      Clock clock,
      ObjectProvider<FactCatalogue> catalogue) {
    this.patients = patients;
    this.facts = facts;
    this.notices = notices;
    this.clock = clock;
    this.catalogue = catalogue.getIfAvailable();
  }

  record Said(UUID id, String answer, String when, String note, String by, String at) {}

  /**
   * @param current what counts now; absent when it was withdrawn
   * @param beside what counts besides it: entries that were imported
   */
  record FactLine(
      String label, String site, @Nullable Said current, List<Said> beside, List<Said> earlier) {

    /** Said no once, and nothing else. */
    boolean isPlainNo() {
      return current != null
          && current.answer().equals("No")
          && current.note().isEmpty()
          && beside.isEmpty()
          && earlier.isEmpty();
    }
  }

  record RecordView(
      PatientBanner banner,
      Patient patient,
      List<FactLine> facts,
      List<FactCatalogue.Entry> catalogue,
      Form form,
      boolean mayArchive) {

    /** What a reader has to see: everything but a plain no. */
    List<FactLine> told() {
      return facts.stream().filter(line -> !line.isPlainNo()).toList();
    }

    List<FactLine> denied() {
      return facts.stream().filter(FactLine::isPlainNo).toList();
    }
  }

  @GetMapping("/patients/{patientId}")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView show(Actor actor, @PathVariable UUID patientId) {
    return View.of(TEMPLATE, view(actor, patientId, Form.empty()));
  }

  @PostMapping("/patients/{patientId}/facts")
  ModelAndView add(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<PatientFact> fact = read(actor, form);
    if (fact.isEmpty()) {
      return View.rejected(TEMPLATE, view(actor, patientId, form));
    }
    patients.open(actor, patientId, "record", patient -> facts.add(actor, patientId, fact.get()));
    notices.say(response, Notices.Notice.ADDED, clock.instant());
    return View.redirect("/patients/" + patientId + "#facts");
  }

  @PostMapping("/patients/{patientId}/facts/{factId}/withdraw")
  ModelAndView withdraw(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID factId,
      HttpServletResponse response) {
    patients.open(
        actor,
        patientId,
        "record",
        patient -> {
          PatientFact old =
              facts.listCurrent(patientId).stream()
                  .filter(fact -> fact.id().equals(factId))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("statement that counts now"));
          return facts.add(
              actor,
              patientId,
              statement(
                  actor, old.fact(), old.site(), PatientFact.Said.WITHDRAWN, null, null, null, ""));
        });
    notices.say(response, Notices.Notice.WITHDRAWN, clock.instant());
    return View.redirect("/patients/" + patientId + "#facts");
  }

  private Optional<PatientFact> read(Actor actor, Form form) {
    String key = form.text("fact", "what it is about", 60).toLowerCase(Locale.ROOT);
    if (!key.isEmpty() && !key.matches("[a-z][a-z0-9-]*")) {
      form.reject("fact", "Write it in letters with hyphens, for example cold-sore-history.");
    }
    String site = form.optionalText("site", "a site", 60).toLowerCase(Locale.ROOT);
    if (!site.isEmpty() && !site.matches("[a-z][a-z0-9-]*")) {
      form.reject("site", "Write it in letters with hyphens, for example upper-lip.");
    }
    Optional<PatientFact.Said> said = form.choice("answer", "an answer", PatientFact.Said.class);
    Optional<PartialDate> since = form.partialDate("since");
    Optional<PartialDate> last = form.partialDate("last");
    String note = form.optionalText("note", "a note", 1000);
    if (!form.isValid() || said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        statement(
            actor,
            key,
            site.isEmpty() ? null : site,
            said.get(),
            since.map(PartialDate::toString).orElse(null),
            last.map(PartialDate::toString).orElse(null),
            form.value("saidBy").isBlank() ? null : form.optionalText("saidBy", "a name", 200),
            note));
  }

  private PatientFact statement(
      Actor actor,
      String key,
      @Nullable String site,
      PatientFact.Said said,
      @Nullable String since,
      @Nullable String last,
      @Nullable String saidBy,
      String note) {
    return new PatientFact(
        new UUID(0, 0),
        key,
        site,
        said,
        since,
        null,
        last,
        null,
        note,
        saidBy == null ? actor.name() : saidBy,
        PatientFact.Source.STAFF,
        actor.name(),
        clock.instant());
  }

  private RecordView view(Actor actor, UUID id, Form form) {
    boolean clinical = !actor.is(Role.FRONT_DESK);
    return patients.open(
        actor,
        id,
        clinical ? "record" : "contact details",
        patient ->
            new RecordView(
                patients.banner(actor, patient),
                patient,
                clinical ? lines(actor, facts.listHistory(id)) : List.of(),
                catalogue == null ? List.of() : catalogue.list(),
                form,
                actor.is(Role.OWNER) || actor.is(Role.CLINICIAN)));
  }

  /** The history comes with the newest first within each fact and site. */
  private List<FactLine> lines(Actor actor, List<PatientFact> history) {
    List<FactLine> lines = new ArrayList<>();
    int from = 0;
    while (from < history.size()) {
      PatientFact newest = history.get(from);
      int to = from + 1;
      while (to < history.size() && sameFact(newest, history.get(to))) {
        to++;
      }
      List<PatientFact> all = history.subList(from, to);
      List<PatientFact> counting = PatientFacts.counting(all);
      lines.add(
          new FactLine(
              label(newest.fact()),
              newest.site() == null ? "" : newest.site().replace('-', ' '),
              counting.isEmpty() ? null : said(actor, counting.getFirst()),
              counting.stream().skip(1).map(fact -> said(actor, fact)).toList(),
              all.stream()
                  .filter(fact -> !counting.contains(fact))
                  .map(fact -> said(actor, fact))
                  .toList()));
      from = to;
    }
    return lines;
  }

  private static boolean sameFact(PatientFact one, PatientFact other) {
    return one.fact().equals(other.fact()) && java.util.Objects.equals(one.site(), other.site());
  }

  private String label(String key) {
    String words = key.replace('-', ' ');
    String fallback = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return catalogue == null
        ? fallback
        : catalogue.list().stream()
            .filter(entry -> entry.fact().equals(key))
            .map(FactCatalogue.Entry::label)
            .findFirst()
            .orElse(fallback);
  }

  private static Said said(Actor actor, PatientFact fact) {
    List<String> when = new ArrayList<>();
    if (fact.since() != null) {
      when.add("since " + Dates.partial(PartialDate.parse(fact.since())));
    }
    if (fact.until() != null) {
      when.add("until " + Dates.partial(PartialDate.parse(fact.until())));
    }
    if (fact.last() != null) {
      when.add("last " + Dates.partial(PartialDate.parse(fact.last())));
    }
    String answer =
        switch (fact.said()) {
          case YES -> "Yes";
          case NO -> "No";
          case UNKNOWN -> "Not known";
          case WITHDRAWN -> "Withdrawn";
        };
    return new Said(
        fact.id(),
        answer,
        String.join(", ", when),
        fact.note(),
        fact.saidBy().equals(fact.recordedBy())
            ? fact.saidBy()
            : fact.saidBy() + ", written by " + fact.recordedBy(),
        AT.format(fact.recordedAt().atZone(actor.zone())));
  }
}
