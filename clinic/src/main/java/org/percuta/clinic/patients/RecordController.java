package org.percuta.clinic.patients;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final FactCatalogue catalogue;

  RecordController(
      Patients patients,
      PatientFacts facts,
      Notices notices,
      Clock clock,
      FactCatalogue catalogue) {
    this.patients = patients;
    this.facts = facts;
    this.notices = notices;
    this.clock = clock;
    this.catalogue = catalogue;
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

  /**
   * @param choices facts that can be said, by their label
   * @param notAsked how many of them nobody here has answered
   */
  record RecordView(
      PatientBanner banner,
      Patient patient,
      List<FactLine> facts,
      Map<String, String> choices,
      Map<String, String> places,
      Form form,
      long notAsked,
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
  ModelAndView show(
      Actor actor, @PathVariable UUID patientId, @RequestParam(defaultValue = "") String change) {
    return View.of(
        TEMPLATE,
        view(
            actor,
            patientId,
            history -> Form.of(change.isEmpty() ? Map.of() : of(history, change))));
  }

  /** The form as one statement left it, to say it anew. */
  private static Map<String, String> of(List<PatientFact> history, String id) {
    return PatientFacts.counting(history).stream()
        .filter(fact -> fact.id().toString().equals(id))
        .findFirst()
        .map(fact -> {
          Map<String, String> fields = StatementForm.fields("", fact);
          fields.put("fact", fact.fact());
          fields.put("changes", id);
          return fields;
        })
        .orElse(Map.of());
  }

  /** Said anew of another fact or place, the statement that is changed would still count. */
  @PostMapping("/patients/{patientId}/facts")
  ModelAndView add(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<PatientFact> fact = read(actor, form);
    if (fact.isEmpty()) {
      return View.rejected(TEMPLATE, view(actor, patientId, history -> form));
    }
    patients.open(
        actor,
        patientId,
        "record",
        patient -> {
          facts.listCurrent(patientId).stream()
              .filter(old -> form.is("changes", old.id()) && !sameFact(old, fact.get()))
              .findFirst()
              .ifPresent(old -> facts.add(actor, patientId, withdrawn(actor, old)));
          return facts.add(actor, patientId, fact.get());
        });
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
          return facts.add(actor, patientId, withdrawn(actor, old));
        });
    notices.say(response, Notices.Notice.WITHDRAWN, clock.instant());
    return View.redirect("/patients/" + patientId + "#facts");
  }

  private Optional<PatientFact> read(Actor actor, Form form) {
    Optional<FactCatalogue.Entry> about = catalogue.find(form.value("fact").strip());
    if (about.isEmpty()) {
      form.reject("fact", "Choose what it is about from the list.");
      return Optional.empty();
    }
    return new StatementForm(catalogue, patients.today(actor), clock.instant())
        .read(actor, form, "", about.get());
  }

  private PatientFact withdrawn(Actor actor, PatientFact old) {
    return new PatientFact(
        new UUID(0, 0),
        old.fact(),
        old.site(),
        PatientFact.Said.WITHDRAWN,
        null,
        null,
        null,
        null,
        "",
        actor.name(),
        PatientFact.Source.STAFF,
        actor.name(),
        clock.instant());
  }

  private RecordView view(Actor actor, UUID id, Function<List<PatientFact>, Form> form) {
    boolean clinical = !actor.is(Role.FRONT_DESK);
    return patients.open(
        actor,
        id,
        clinical ? "record" : "contact details",
        patient -> {
          List<PatientFact> history = clinical ? facts.listHistory(id) : List.of();
          return new RecordView(
              patients.banner(actor, patient),
              patient,
              lines(actor, history),
              choices(),
              places(),
              form.apply(history),
              clinical ? notAsked(history) : 0,
              actor.is(Role.OWNER) || actor.is(Role.CLINICIAN));
        });
  }

  /** Facts on which nobody here has said anything that counts. */
  private long notAsked(List<PatientFact> history) {
    Set<String> said =
        PatientFacts.counting(history).stream()
            .filter(fact -> fact.source() != PatientFact.Source.IMPORT)
            .map(PatientFact::fact)
            .collect(Collectors.toSet());
    return catalogue.list().stream().filter(entry -> !said.contains(entry.fact())).count();
  }

  private Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "Choose…");
    catalogue.list().stream()
        .sorted(Comparator.comparing(FactCatalogue.Entry::label, String.CASE_INSENSITIVE_ORDER))
        .forEach(entry -> choices.put(entry.fact(), entry.label()));
    return choices;
  }

  private Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("", "Everywhere");
    places.putAll(catalogue.places());
    return places;
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
              place(newest.site()),
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

  /** A fact of other content than ours keeps its key. */
  private String label(String key) {
    String words = key.replace('-', ' ');
    return catalogue
        .find(key)
        .map(FactCatalogue.Entry::label)
        .orElse(Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  private String place(@Nullable String site) {
    return site == null ? "" : catalogue.places().getOrDefault(site, site.replace('-', ' '));
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
    if (fact.supply() != null) {
      when.add(fact.supply().toLowerCase(Locale.ROOT));
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
