package org.percuta.clinic.verdicts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.patients.FactCatalogue;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.patients.StatementForm;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.Goals;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * All that is still to ask of a patient on one page: what a verdict misses, or every fact nobody
 * has answered.
 */
@Controller
@RequestMapping("/patients/{patientId}/questions")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class QuestionsController {

  private static final String PAGE = "verdicts/questions";

  private final Patients patients;
  private final PatientFacts facts;
  private final FactCatalogue catalogue;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final Goals goals;
  private final Notices notices;
  private final Clock clock;

  QuestionsController(
      Patients patients,
      PatientFacts facts,
      FactCatalogue catalogue,
      CourseScreening screening,
      Protocols protocols,
      Goals goals,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.facts = facts;
    this.catalogue = catalogue;
    this.screening = screening;
    this.protocols = protocols;
    this.goals = goals;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView ask(
      Actor actor, @PathVariable UUID patientId, @RequestParam Map<String, String> asked) {
    return patients.open(
        actor,
        patientId,
        "open questions",
        patient -> {
          Standing standing = standing(patientId);
          Set<String> keys = new LinkedHashSet<>();
          List<String> person = new ArrayList<>();
          verdict(actor, patient, asked)
              .ifPresent(verdict -> {
                for (Missing missing : verdict.missing()) {
                  if (catalogue.find(missing.fact()).isPresent()) {
                    keys.add(missing.fact());
                  } else {
                    person.add(missing.question());
                  }
                }
                refusingWithoutEnd(verdict).stream()
                    .filter(key -> catalogue.find(key).isPresent())
                    .forEach(keys::add);
              });
          if (asked.getOrDefault("concern", "").isEmpty()) {
            catalogue.list().stream()
                .map(FactCatalogue.Entry::fact)
                .filter(standing::isOpen)
                .forEach(keys::add);
          }
          Map<String, String> fields = new LinkedHashMap<>();
          for (String name : List.of("concern", "site", "as-of")) {
            fields.put(name, asked.getOrDefault(name, ""));
          }
          fields.put("saidBy", patient.name());
          // Where merged records disagree neither is proposed.
          keys.forEach(key ->
              standing
                  .answered(key)
                  .filter(fact -> !standing.disagreed().contains(key))
                  .ifPresent(fact -> fields.putAll(StatementForm.fields(key + "-", fact))));
          return View.of(PAGE, view(actor, patient, Form.of(fields), standing, keys, person));
        });
  }

  /** The verdict on a goal; nothing without a goal, or with one that is none. */
  private Optional<Verdict> verdict(Actor actor, Patient patient, Map<String, String> asked) {
    Form form = Form.of(asked);
    if (form.value("concern").isEmpty()) {
      return Optional.empty();
    }
    Optional<Goal> goal = goals.read(form);
    Optional<LocalDate> asOf = form.day("as-of", "the date of treatment");
    return goal.isEmpty() || asOf.isEmpty()
        ? Optional.empty()
        : Optional.of(
            protocols
                .of(actor.clinic())
                .screening()
                .screen(screening.record(patient), goal.get(), asOf.get()));
  }

  /**
   * The facts of a yes without an end that refuses. A verdict misses nothing on it, yet when it
   * ended, or where it is, would change it most.
   */
  private static List<String> refusingWithoutEnd(Verdict verdict) {
    return verdict.reasons().stream()
        .filter(reason ->
            reason.rule().effect() == Effect.REFUSE && reason.until() instanceof Until.Resolved)
        .flatMap(reason -> reason.facts().stream())
        .map(fact -> fact.split(":", 2)[0])
        .toList();
  }

  @PostMapping
  ModelAndView answer(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "open questions",
        patient -> {
          Standing standing = standing(patientId);
          Map<String, String> asked = asked(form.value("open"));
          List<PatientFact> said = read(actor, form, standing, asked);
          if (said.isEmpty() && form.isValid()) {
            form.reject("questions", "Nothing was answered yet. Answer at least one question.");
          }
          if (!form.isValid()) {
            return View.rejected(
                PAGE, view(actor, patient, form, standing, asked.keySet(), List.of()));
          }
          facts.addAll(actor, patientId, said, "patient:" + patientId);
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect(back(patientId, form));
        });
  }

  /** The questions a page asked, each with the statement that stood beside it then. */
  private Map<String, String> asked(String open) {
    Map<String, String> asked = new LinkedHashMap<>();
    Arrays.stream(open.split(",", -1))
        .limit(catalogue.list().size())
        .map(one -> one.split("=", 2))
        .filter(one -> one.length == 2 && catalogue.find(one[0]).isPresent())
        .forEach(one -> asked.put(one[0], one[1]));
    return asked;
  }

  private List<PatientFact> read(
      Actor actor, Form form, Standing standing, Map<String, String> asked) {
    StatementForm statements = new StatementForm(catalogue, patients.today(actor), clock.instant());
    List<PatientFact> said = new ArrayList<>();
    asked.forEach((key, stood) -> {
      FactCatalogue.Entry about = catalogue.find(key).orElseThrow();
      boolean rest = form.is("rest-" + about.topic().id(), "yes") && stood.isEmpty();
      boolean answered = !form.value(key + "-answer").isEmpty();
      if (!answered && !rest) {
        return;
      }
      if (!stood.equals(standing.token(key))) {
        form.reject(
            key + "-answer",
            "Somebody answered this meanwhile: " + standing.words(key) + " Is it still so?");
        return;
      }
      // What was typed below a yes is no part of another answer.
      Optional<PatientFact> fact =
          form.is(key + "-answer", "YES")
              ? statements.read(actor, form, key + "-", about)
              : statements.read(
                  actor,
                  Form.of(
                      Map.of(
                          "answer",
                          answered ? form.value(key + "-answer") : "NO",
                          "saidBy",
                          form.value("saidBy"))),
                  "",
                  about);
      fact.filter(one -> !standing.says(one)).ifPresent(said::add);
    });
    form.optionalText("saidBy", "a name", 200);
    return said;
  }

  private QuestionsView view(
      Actor actor,
      Patient patient,
      Form form,
      Standing standing,
      Set<String> keys,
      List<String> person) {
    List<QuestionsView.Group> groups = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      List<QuestionsView.Question> questions =
          catalogue.list().stream()
              .filter(entry -> entry.topic() == topic && keys.contains(entry.fact()))
              .map(entry -> new QuestionsView.Question(entry, standing.words(entry.fact())))
              .toList();
      if (!questions.isEmpty()) {
        groups.add(new QuestionsView.Group(topic.id(), title(topic), questions));
      }
    }
    Map<String, String> places = new LinkedHashMap<>();
    places.put("", "More than one place, or not sure");
    places.putAll(catalogue.places());
    return new QuestionsView(
        patients.banner(actor, patient),
        form,
        form.value("concern").isEmpty()
            ? ""
            : goals
                .read(Form.of(Map.of("concern", form.value("concern"), "site", form.value("site"))))
                .map(goals::words)
                .orElse(""),
        person,
        groups,
        places,
        keys.stream().map(key -> key + "=" + standing.token(key)).collect(Collectors.joining(",")),
        back(patient.id(), form));
  }

  private static String back(UUID patient, Form form) {
    String verdict = "/patients/" + patient + "/verdict";
    boolean goal =
        List.of("concern", "site", "as-of").stream()
            .allMatch(name -> form.value(name).matches("[a-z0-9-]{1,60}"));
    return goal
        ? verdict
            + "?concern="
            + form.value("concern")
            + "&site="
            + form.value("site")
            + "&as-of="
            + form.value("as-of")
        : verdict;
  }

  private static String title(Topic topic) {
    return switch (topic) {
      case SKIN -> "Skin";
      case HEALTH -> "Health";
      case MEDICINES -> "Medicines and supplements";
      case ALLERGIES -> "Allergies";
      case TREATMENTS -> "Treatments";
      case HABITS -> "Skincare and habits";
    };
  }

  private Standing standing(UUID patient) {
    return new Standing(
        facts.listCurrent(patient).stream().collect(Collectors.groupingBy(PatientFact::fact)),
        Set.copyOf(facts.listDisagreed(patient)));
  }

  /**
   * What is said now.
   *
   * @param disagreed facts on which merged records say different things
   */
  private record Standing(Map<String, List<PatientFact>> said, Set<String> disagreed) {

    private List<PatientFact> on(String key) {
      return said.getOrDefault(key, List.of());
    }

    /** Whether nobody here has answered it; what another record tells answers nothing. */
    boolean isOpen(String key) {
      return answered(key).isEmpty() || disagreed.contains(key);
    }

    Optional<PatientFact> answered(String key) {
      return on(key).stream()
          .filter(fact -> fact.source() != PatientFact.Source.IMPORT)
          .findFirst();
    }

    /** Tells one state of a fact from another; empty when nobody here has answered. */
    String token(String key) {
      return answered(key).map(fact -> fact.id().toString()).orElse("");
    }

    boolean says(PatientFact fact) {
      return !disagreed.contains(fact.fact())
          && answered(fact.fact())
              .filter(old ->
                  old.said() == fact.said()
                      && same(old.site(), fact.site())
                      && same(old.since(), fact.since())
                      && same(old.until(), fact.until())
                      && same(old.last(), fact.last())
                      && same(old.supply(), fact.supply()))
              .isPresent();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
      return Objects.equals(one, other);
    }

    String words(String key) {
      return on(key).stream()
          .limit(3)
          .map(fact ->
              switch (fact.said()) {
                    case YES -> "yes";
                    case NO -> "no";
                    case UNKNOWN, WITHDRAWN -> "not known";
                  }
                  + (fact.source() == PatientFact.Source.IMPORT
                      ? " in another record"
                      : " by " + fact.saidBy()))
          .distinct()
          .reduce((one, other) -> one + "; " + other)
          .map(all -> "Said already: " + all + ".")
          .orElse("");
    }
  }
}
