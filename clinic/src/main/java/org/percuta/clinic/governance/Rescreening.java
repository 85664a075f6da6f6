package org.percuta.clinic.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Screens patients under two protocols and tells the differences; in a clinic transaction. */
@Component
class Rescreening {

  private final JdbcClient sql;
  private final Patients patients;
  private final CourseScreening screening;
  private final Audit audit;

  Rescreening(JdbcClient sql, Patients patients, CourseScreening screening, Audit audit) {
    this.sql = sql;
    this.patients = patients;
    this.screening = screening;
    this.audit = audit;
  }

  /** What one patient is, or was, to be treated for. */
  record Target(UUID patient, List<Goal> goals) {}

  /**
   * A verdict that comes out otherwise.
   *
   * @param before in words; empty when the content in force cannot be read
   * @param why the rules that make the difference
   */
  record Difference(
      UUID patient,
      String name,
      String goal,
      String before,
      String after,
      String afterTag,
      List<String> why) {}

  /** Patients with an open course or a stored verdict. */
  List<Target> listTargets() {
    Map<UUID, List<Goal>> goals = new LinkedHashMap<>();
    sql.sql(
            "select patient_id, concern, site from course where clinic_id = current_clinic()"
                + " and state in ('DRAFT', 'OFFERED', 'ACCEPTED', 'RUNNING')"
                + " union select patient_id, concern, site from verdict_snapshot"
                + " where clinic_id = current_clinic() order by patient_id, concern, site")
        .query(row -> {
          goals
              .computeIfAbsent(row.getObject("patient_id", UUID.class), _ -> new ArrayList<>())
              .add(Goal.inClinic(row.getString("concern"), row.getString("site")));
        });
    return goals.entrySet().stream()
        .map(one -> new Target(one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  /**
   * @param before empty when it cannot be read: then every verdict is told
   */
  List<Difference> compare(
      Actor actor, Target target, Optional<InForce> before, InForce after, LocalDate on) {
    Patient patient = patients.get(target.patient());
    PatientRecord record = screening.record(patient);
    audit.record(
        actor,
        Audit.Action.READ,
        "patient:" + patient.id(),
        patient.id(),
        "screened under waiting content");
    List<Difference> differences = new ArrayList<>();
    for (Goal goal : target.goals()) {
      Verdict now = after.screening().screen(record, goal, on);
      Optional<Verdict> was = before.map(held -> held.screening().screen(record, goal, on));
      if (was.isEmpty() || !isSame(was.get(), now)) {
        differences.add(
            new Difference(
                patient.id(),
                patient.name(),
                words(after.knowledge(), goal),
                was.map(Rescreening::words).orElse(""),
                words(now),
                VerdictCard.tag(now.outcome()),
                was.map(verdict -> why(verdict, now)).orElse(List.of())));
      }
    }
    return differences;
  }

  /** The same for the person: outcome, date, limits, and what stands behind it. */
  private static boolean isSame(Verdict a, Verdict b) {
    return a.outcome() == b.outcome()
        && java.util.Objects.equals(a.from(), b.from())
        && Set.copyOf(a.limits()).equals(Set.copyOf(b.limits()))
        && rules(a).keySet().equals(rules(b).keySet());
  }

  private static Map<String, String> rules(Verdict verdict) {
    return verdict.reasons().stream()
        .map(reason -> reason.rule())
        .filter(rule -> rule.effect() != Effect.INFORM)
        .collect(Collectors.toMap(Rule::id, Rule::title, (one, _) -> one));
  }

  private static List<String> why(Verdict was, Verdict now) {
    Map<String, String> before = rules(was);
    Map<String, String> after = rules(now);
    List<String> why = new ArrayList<>();
    for (String id : new TreeSet<>(after.keySet())) {
      if (!before.containsKey(id)) {
        why.add("New: " + after.get(id));
      }
    }
    for (String id : new TreeSet<>(before.keySet())) {
      if (!after.containsKey(id)) {
        why.add("No longer: " + before.get(id));
      }
    }
    if (why.isEmpty()) {
      after.values().forEach(title -> why.add("Still: " + title));
    }
    return why;
  }

  private static String words(Verdict verdict) {
    return VerdictCard.of(verdict).title();
  }

  private static String words(Knowledge knowledge, Goal goal) {
    Concern concern = knowledge.concerns().get(goal.concern());
    Site site = knowledge.sites().get(goal.site());
    return (concern == null ? goal.concern() : concern.label())
        + ", "
        + (site == null ? goal.site() : site.label().toLowerCase(java.util.Locale.ROOT));
  }
}
