package org.percuta.clinic.clearances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.screening.ReasonCard;
import org.percuta.protocol.evaluate.Cleared;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;

/**
 * What a clearance would do, found by screening with it before anything is recorded.
 *
 * @param lifts rules that it lifts from this verdict
 * @param remains titles of what still stands
 * @param alsoLifts rules that it would lift, whole or in part, whenever they come up, for this or
 *     another goal
 */
record DryRun(
    Verdict before, Verdict after, List<Rule> lifts, List<String> remains, List<Rule> alsoLifts) {

  static DryRun of(
      InForce inForce, PatientRecord record, Goal goal, LocalDate on, Clearance clearance) {
    Verdict before = inForce.screening().screen(record, goal, on);
    List<Clearance> more = new ArrayList<>(record.clearances());
    more.add(clearance);
    Verdict after =
        inForce
            .screening()
            .screen(
                new PatientRecord(record.patient(), record.statements(), more, record.complete()),
                goal,
                on);
    Set<String> was =
        before.cleared().stream().map(one -> one.rule().id()).collect(Collectors.toSet());
    List<Rule> lifts =
        after.cleared().stream()
            .map(Cleared::rule)
            .filter(rule -> !was.contains(rule.id()))
            .toList();
    return new DryRun(
        before,
        after,
        lifts,
        after.reasons().stream()
            .map(Reason::rule)
            .filter(rule -> rule.effect() != Effect.INFORM)
            .map(Rule::title)
            .distinct()
            .toList(),
        inForce.knowledge().rules().stream()
            .filter(rule -> RuleFacts.isAbout(rule, clearance.fact()))
            .filter(rule -> covers(rule, clearance.role()) && !lifts.contains(rule))
            .toList());
  }

  /**
   * Ids of what it lifts, now or whenever it comes up: what whoever records it has to have seen.
   */
  String seen() {
    Set<String> ids = new LinkedHashSet<>();
    lifts.forEach(rule -> ids.add(rule.id()));
    ids.add("|");
    alsoLifts.forEach(rule -> ids.add(rule.id()));
    return String.join(",", ids);
  }

  /** Why it would lift nothing from the verdict: what, why, what next. */
  static String whyNothing(InForce inForce, Verdict before, Clearance clearance) {
    List<Rule> about =
        inForce.knowledge().rules().stream()
            .filter(rule -> RuleFacts.isAbout(rule, clearance.fact()))
            .toList();
    List<Rule> fire = before.reasons().stream().map(Reason::rule).filter(about::contains).toList();
    List<Rule> clearable = fire.stream().filter(rule -> !rule.clearedBy().isEmpty()).toList();
    if (about.isEmpty()) {
      return "No rule of the protocol is about this. Choose one of the reasons of the verdict.";
    }
    if (fire.isEmpty()) {
      return "No reason of this verdict is about it, so there is nothing to clear.";
    }
    if (clearable.isEmpty()) {
      return "“"
          + fire.getFirst().title()
          + "” cannot be cleared: "
          + (fire.getFirst().effect() == Effect.REFUSE
              ? "what is refused as unsafe stays refused, whoever agrees."
              : "the protocol names nobody who could lift it.");
    }
    if (clearable.stream().noneMatch(rule -> covers(rule, clearance.role()))) {
      return "“"
          + clearable.getFirst().title()
          + "” can be lifted by "
          + ReasonCard.roles(clearable.getFirst().clearedBy())
          + " only.";
    }
    if (clearance.validOn(before.on())) {
      return "“"
          + clearable.getFirst().title()
          + "” would still stand, because it does not rest on this alone. Clear the reason itself if"
          + " all of it is cleared.";
    }
    return "It would count from "
        + Dates.span(clearance.on(), clearance.expires())
        + ", and not on "
        + Dates.day(before.on())
        + ", the date of treatment asked about.";
  }

  private static boolean covers(Rule rule, Role role) {
    return rule.clearedBy().stream().anyMatch(role::covers);
  }
}
