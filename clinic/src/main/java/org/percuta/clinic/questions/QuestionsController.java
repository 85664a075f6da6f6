package org.percuta.clinic.questions;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks what nobody has said yes or no to; what is left out stays open. */
@Controller
@RequestMapping("/patients/{patientId}/questions")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class QuestionsController {

  private static final String TEMPLATE = "questions/page";

  /** Of the button that answers no to all that was left out. */
  private static final String REST = "rest";

  private final Patients patients;
  private final PatientFacts facts;
  private final Protocols protocols;
  private final Notices notices;
  private final Clock clock;

  QuestionsController(
      Patients patients, PatientFacts facts, Protocols protocols, Notices notices, Clock clock) {
    this.patients = patients;
    this.facts = facts;
    this.protocols = protocols;
    this.notices = notices;
    this.clock = clock;
  }

  /** On to the first topic with an open question, or back to the record. */
  @GetMapping
  ModelAndView first(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor, patientId, "questions", patient -> View.redirect(next(patientId, open(patientId))));
  }

  private static String next(UUID patient, Map<Topic, List<FactDefinition>> open) {
    return open.keySet().stream()
        .findFirst()
        .map(topic -> address(patient, topic))
        .orElse("/patients/" + patient + "#facts");
  }

  @GetMapping("/{id}")
  ModelAndView topic(Actor actor, @PathVariable UUID patientId, @PathVariable String id) {
    Topic topic = Topic.named(id).orElseThrow(() -> new NotFound("page"));
    return patients.open(
        actor,
        patientId,
        "questions",
        patient -> {
          Map<Topic, List<FactDefinition>> open = open(patientId);
          return View.of(
              TEMPLATE, view(actor, patient, topic, open, List.of(), Form.of(known(patientId))));
        });
  }

  /** What was asked and is not known shows as such. */
  private Map<String, String> known(UUID patient) {
    Map<String, String> known = new HashMap<>();
    facts.listCurrent(patient).stream()
        .filter(fact -> fact.said() == PatientFact.Said.UNKNOWN)
        .forEach(fact -> known.put(fact.fact(), fact.said().name()));
    return known;
  }

  @PostMapping("/{id}")
  ModelAndView answer(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Topic topic = Topic.named(id).orElseThrow(() -> new NotFound("page"));
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "questions",
        patient -> {
          Map<Topic, List<FactDefinition>> open = open(patientId);
          List<FactDefinition> asked = open.getOrDefault(topic, List.of());
          List<String> meanwhile = meanwhile(patientId, form, asked);
          if (!meanwhile.isEmpty()) {
            return View.with(
                HttpStatus.CONFLICT, TEMPLATE, view(actor, patient, topic, open, meanwhile, form));
          }
          List<PatientFact> said = read(actor, patient, form, asked);
          if (!form.isValid()) {
            return View.rejected(TEMPLATE, view(actor, patient, topic, open, List.of(), form));
          }
          if (!said.isEmpty()) {
            facts.addAll(actor, patientId, said, "questions:" + topic.id());
            notices.say(response, Notices.Notice.SAVED, clock.instant());
          }
          return View.redirect(after(patientId, topic));
        });
  }

  /** The next topic with an open question after this one; the record when there is none. */
  private String after(UUID patient, Topic topic) {
    return open(patient).keySet().stream()
        .filter(one -> one.compareTo(topic) > 0)
        .findFirst()
        .map(one -> address(patient, one))
        .orElse("/patients/" + patient + "#facts");
  }

  private static String address(UUID patient, Topic topic) {
    return "/patients/" + patient + "/questions/" + topic.id();
  }

  /** What nobody has said yes or no to, by topic, in the order of the content. */
  private Map<Topic, List<FactDefinition>> open(UUID patient) {
    Set<String> settled =
        facts.listCurrent(patient).stream()
            .filter(fact -> fact.said() != PatientFact.Said.UNKNOWN)
            .map(PatientFact::fact)
            .collect(Collectors.toSet());
    Map<Topic, List<FactDefinition>> open = new EnumMap<>(Topic.class);
    for (FactDefinition fact : protocols.here().knowledge().facts().values()) {
      if (!settled.contains(fact.id())) {
        open.computeIfAbsent(Topic.of(fact), _ -> new ArrayList<>()).add(fact);
      }
    }
    return open;
  }

  /** What this form answers and somebody else has answered otherwise since. */
  private List<String> meanwhile(UUID patient, Form form, List<FactDefinition> open) {
    Map<String, FactDefinition> all = protocols.here().knowledge().facts();
    Set<String> stillOpen = new HashSet<>(open.stream().map(FactDefinition::id).toList());
    Map<String, String> said = new HashMap<>();
    facts.listCurrent(patient).forEach(fact -> said.put(fact.fact(), fact.said().name()));
    List<String> meanwhile = new ArrayList<>();
    for (String key : form.value("asked").split(" ")) {
      FactDefinition fact = all.get(key);
      String answer = form.is(REST, "no") && form.value(key).isEmpty() ? "NO" : form.value(key);
      // The same answer twice is a form sent twice.
      if (fact != null
          && !stillOpen.contains(key)
          && !answer.isEmpty()
          && !answer.equals(said.get(key))) {
        meanwhile.add(fact.label());
      }
    }
    return meanwhile;
  }

  private List<PatientFact> read(
      Actor actor, Patient patient, Form form, List<FactDefinition> asked) {
    Knowledge knowledge = protocols.here().knowledge();
    boolean rest = form.is(REST, "no");
    String saidBy = form.is("saidBy", "me") ? actor.name() : patient.name();
    Map<String, String> known = known(patient.id());
    List<PatientFact> said = new ArrayList<>();
    for (FactDefinition fact : asked) {
      Optional<AnswerFields> fields =
          AnswerFields.read(form, fact, knowledge, patients.today(actor), rest);
      if (fields.isPresent() && !fields.get().said().name().equals(known.get(fact.id()))) {
        said.add(statement(actor, fact, fields.get(), saidBy));
      }
    }
    return said;
  }

  private PatientFact statement(
      Actor actor, FactDefinition fact, AnswerFields fields, String saidBy) {
    return new PatientFact(
        new UUID(0, 0),
        fact.id(),
        fields.site(),
        fields.said(),
        fields.since(),
        fields.until(),
        fields.last(),
        fields.supply(),
        "",
        saidBy,
        PatientFact.Source.STAFF,
        actor.name(),
        clock.instant());
  }

  private QuestionsView view(
      Actor actor,
      Patient patient,
      Topic topic,
      Map<Topic, List<FactDefinition>> open,
      List<String> meanwhile,
      Form form) {
    Map<String, String> sites = new LinkedHashMap<>();
    sites.put("", "Everywhere, or not known");
    protocols
        .here()
        .knowledge()
        .sites()
        .values()
        .forEach(site -> sites.put(site.id(), site.label()));
    return new QuestionsView(
        patients.banner(actor, patient),
        topic,
        Arrays.stream(Topic.values())
            .map(one ->
                new QuestionsView.Tab(
                    QuestionsView.word(one),
                    address(patient.id(), one),
                    open.getOrDefault(one, List.of()).size(),
                    one == topic))
            .toList(),
        open.getOrDefault(topic, List.of()).stream().map(QuestionsView.Question::new).toList(),
        meanwhile,
        sites,
        form);
  }
}
