package org.percuta.clinic.selfcheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.percuta.clinic.knowledge.CareCard;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.Symptom;
import org.percuta.protocol.model.TriageLevel;
import org.percuta.protocol.triage.NotUnderstood;
import org.percuta.protocol.triage.RecoveryOutlook;
import org.percuta.protocol.triage.TriageResult;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Is what I see part of healing? Nothing of it is stored. What is not known counts as a call. */
@Controller
@RequestMapping("/recovery")
@Allow(everybody = true)
class RecoveryController {

  private static final String EMERGENCY = "Call the emergency number";

  private static final int LAST_DAY = 730;

  private final PublicProtocol protocol;

  RecoveryController(PublicProtocol protocol) {
    this.protocol = protocol;
  }

  @GetMapping
  ModelAndView ask() {
    return View.of("selfcheck/ask", askView(Form.empty(), protocol.current().knowledge()));
  }

  private static AskView askView(Form form, Knowledge knowledge) {
    return new AskView(
        List.copyOf(knowledge.symptoms().values()),
        urgent(knowledge, true),
        urgent(knowledge, false),
        form);
  }

  /** Signs that are urgent however strong; whether their first act is to call for an ambulance. */
  private static List<String> urgent(Knowledge knowledge, boolean emergency) {
    return knowledge.redFlags().stream()
        .filter(flag -> flag.level() == TriageLevel.URGENT && flag.atLeast() == Severity.MILD)
        .filter(flag -> flag.act().getFirst().startsWith(EMERGENCY) == emergency)
        .map(RedFlag::symptoms)
        .flatMap(List::stream)
        .distinct()
        .map(knowledge.symptoms()::get)
        .filter(java.util.Objects::nonNull)
        .map(Symptom::label)
        .toList();
  }

  @PostMapping
  ModelAndView check(@RequestParam Map<String, String> typed) {
    InForce inForce = protocol.current();
    Knowledge knowledge = inForce.knowledge();
    Form form = Form.of(typed);
    int day = day(form);
    Map<String, Severity> reported = new LinkedHashMap<>();
    List<String> unsure = new ArrayList<>();
    for (Symptom symptom : knowledge.symptoms().values()) {
      if (form.is("has-" + symptom.id(), "yes")) {
        Severity severity = severity(form.value("how-" + symptom.id()));
        reported.put(symptom.id(), severity == Severity.NONE ? Severity.MILD : severity);
        if (severity == Severity.NONE) {
          unsure.add(symptom.label() + ": you did not say how strong it is.");
        }
      }
    }
    if (form.is("other", "yes")) {
      unsure.add("Something else: we do not know it, so somebody should look.");
    }
    if (reported.isEmpty() && unsure.isEmpty() && !form.is("nothing", "yes")) {
      form.reject("nothing", "Tick what you notice, or \u201cNothing of this\u201d.");
    }
    if (!form.isValid()) {
      return View.rejected("selfcheck/ask", askView(form, knowledge));
    }
    TriageResult result =
        switch (inForce.triage().assess(day, reported, form.is("worse", "yes"))) {
          case TriageResult understood -> understood;
          // Day and symptoms were checked above, so nothing is left that is not understood.
          case NotUnderstood not -> throw new IllegalStateException(not.findings().toString());
        };
    return View.of("selfcheck/answer", answer(day, result, unsure, knowledge));
  }

  private static AnswerView answer(
      int day, TriageResult result, List<String> unsure, Knowledge knowledge) {
    Traces traces = Traces.of(knowledge);
    RecoveryOutlook outlook = RecoveryOutlook.forDay(knowledge, day);
    boolean raised = !unsure.isEmpty() && result.level().compareTo(TriageLevel.CALL) < 0;
    TriageLevel level = raised ? TriageLevel.CALL : result.level();
    return new AnswerView(
        day,
        CareCard.tone(level),
        CareCard.title(level),
        raised
            ? List.of(
                "Call the clinic today and tell them what you notice. What is not known counts as a call.")
            : result.act(),
        unsure,
        result.reasons().stream()
            .map(reason -> new AnswerView.Reason(reason.because(), traces.of(reason)))
            .toList(),
        outlook.expected().stream()
            .map(one -> new AnswerView.Reason(one.text(), traces.of(one)))
            .toList(),
        CareCard.of(knowledge, outlook.redFlags()));
  }

  private static int day(Form form) {
    String typed = form.value("day").strip();
    if (!typed.matches("\\d{1,4}")) {
      form.reject("day", "Enter the number of days since the session. Today is 0, yesterday is 1.");
      return 0;
    }
    int day = Integer.parseInt(typed);
    if (day > LAST_DAY) {
      form.reject("day", "The number of days must be from 0 to " + LAST_DAY + ".");
    }
    return day;
  }

  /** None where nothing, or nothing we know, was chosen. */
  private static Severity severity(String word) {
    return switch (word) {
      case "mild" -> Severity.MILD;
      case "moderate" -> Severity.MODERATE;
      case "severe" -> Severity.SEVERE;
      default -> Severity.NONE;
    };
  }
}
