package org.percuta.protocol.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.Symptom;
import org.percuta.protocol.model.TriageLevel;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Nearest;
import org.percuta.protocol.validate.Place;

/**
 * Recovery triage by rule: a day after a session and what the person reports, to a level with its
 * reasons. The strictest reason wins, so more symptoms or stronger ones never give a milder level.
 *
 * <p>A symptom is expected within its usual time and severity, to be watched until the time by
 * which it should be gone, and calls for a call after that, above that severity, or when nothing
 * says that it is to be expected. Red flags come on top of that. What gets worse after it got
 * better calls for a call (conflict C24).
 */
public final class Triage {

  /** The symptom by which the knowledge asks about a setback. */
  private static final String WORSENING = "worsening";

  /** The conflict whose reading sets the thresholds and the answer to a setback. */
  private static final String THRESHOLDS = "C24";

  private static final Comparator<TriageReason> STRICTEST_FIRST =
      Comparator.comparing(TriageReason::level)
          .reversed()
          .thenComparing(reason -> reason.symptom() == null ? "" : reason.symptom())
          .thenComparing(TriageReason::item);

  private final Knowledge knowledge;
  private final Map<String, Symptom> byName;

  private Triage(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.byName = new LinkedHashMap<>();
    for (Symptom symptom : knowledge.symptoms().values()) {
      symptom.aliases().forEach(alias -> byName.putIfAbsent(normal(alias), symptom));
    }
    // An id is never shadowed by the alias of another symptom.
    knowledge.symptoms().values().forEach(symptom -> byName.put(normal(symptom.id()), symptom));
  }

  public static Triage of(Knowledge knowledge) {
    return new Triage(knowledge);
  }

  /**
   * Assesses one report.
   *
   * @param day days after the session, 0 to 730; 0 is the day itself
   * @param symptoms severity by symptom id or alias; {@link Severity#NONE} is not a symptom
   * @param worseningAfterImprovement whether it got better and then worse again
   * @return a {@link TriageResult}, or {@link NotUnderstood} when a symptom or the day is not known
   */
  public Assessment assess(
      int day, Map<String, Severity> symptoms, boolean worseningAfterImprovement) {
    List<Finding> findings = new ArrayList<>();
    HealingDay.check(day).ifPresent(findings::add);
    boolean dayKnown = findings.isEmpty();
    Map<Symptom, Severity> reported = understood(symptoms, findings);
    Symptom worsening = knowledge.symptoms().get(WORSENING);
    if (worseningAfterImprovement && worsening != null) {
      reported.putIfAbsent(worsening, Severity.MILD);
    }
    if (!dayKnown) {
      return new NotUnderstood(findings, null);
    }
    TriageResult result = triage(day, reported, worseningAfterImprovement);
    return findings.isEmpty() ? result : new NotUnderstood(findings, result);
  }

  private Map<Symptom, Severity> understood(
      Map<String, Severity> symptoms, List<Finding> findings) {
    Map<Symptom, Severity> reported = new LinkedHashMap<>();
    // Sorted so that findings and reasons come in the same order whatever map the caller has.
    new TreeMap<>(symptoms)
        .forEach((name, severity) -> {
          Symptom symptom = byName.get(normal(name));
          if (symptom == null) {
            findings.add(unknown(name));
          } else if (severity != Severity.NONE) {
            reported.merge(symptom, severity, (a, b) -> a.compareTo(b) >= 0 ? a : b);
          }
        });
    return reported;
  }

  private Finding unknown(String name) {
    Set<String> known = knowledge.symptoms().keySet();
    return Finding.error(
        "PX-0502",
        "'"
            + name
            + "' is not a known symptom. Known are: "
            + String.join(", ", known.stream().sorted().toList())
            + ".",
        name,
        Place.of("report"),
        Nearest.find(name, byName.keySet())
            .map(byName::get)
            .map(near -> "Maybe " + near.id() + "?")
            .orElse(null));
  }

  private TriageResult triage(int day, Map<Symptom, Severity> reported, boolean worsening) {
    List<TriageReason> reasons = new ArrayList<>();
    Map<TriageLevel, Set<String>> acts = new EnumMap<>(TriageLevel.class);
    reported.forEach((symptom, severity) -> {
      boolean flagged = raiseFlags(day, symptom, severity, reasons, acts);
      TriageReason usual = compareWithUsual(day, symptom, severity);
      // A flag that calls already says more than "nothing says that it is to be expected".
      if (!flagged || !usual.item().equals(symptom.id())) {
        reasons.add(usual);
      }
    });
    if (worsening && reasons.stream().noneMatch(Triage::isSetback)) {
      reasons.add(setback());
    }
    reasons.sort(STRICTEST_FIRST);
    TriageLevel level = reasons.isEmpty() ? TriageLevel.EXPECTED : reasons.getFirst().level();
    return new TriageResult(level, reasons, act(level, acts));
  }

  /** Adds the red flags a symptom raises; true when one of them calls for a call at least. */
  private boolean raiseFlags(
      int day,
      Symptom symptom,
      Severity severity,
      List<TriageReason> reasons,
      Map<TriageLevel, Set<String>> acts) {
    boolean calls = false;
    for (RedFlag flag : knowledge.redFlags()) {
      if (isOpen(flag, day)
          && flag.symptoms().contains(symptom.id())
          && severity.compareTo(flag.atLeast()) >= 0) {
        reasons.add(TriageReason.of(flag.level(), symptom.id(), severity, flag, flag.because()));
        acts.computeIfAbsent(flag.level(), level -> new LinkedHashSet<>()).addAll(flag.act());
        calls |= flag.level().compareTo(TriageLevel.CALL) >= 0;
      }
    }
    return calls;
  }

  static boolean isOpen(RedFlag flag, int day) {
    Integer toDay = flag.toDay();
    return day >= flag.fromDay() && (toDay == null || day <= toDay);
  }

  /**
   * A symptom against what is usual for it. Where several expectations speak of it (strong for a
   * day, mild for a week) it only has to fit one of them.
   */
  private TriageReason compareWithUsual(int day, Symptom symptom, Severity severity) {
    return knowledge.recovery().stream()
        .filter(expectation -> expectation.symptom().equals(symptom.id()))
        .map(expectation -> compare(expectation, day, symptom, severity))
        .min(Comparator.comparing(TriageReason::level))
        .orElseGet(() ->
            TriageReason.of(
                TriageLevel.CALL,
                symptom.id(),
                severity,
                symptom,
                symptom.label() + " is not a usual part of healing."));
  }

  private static TriageReason compare(
      RecoveryExpectation expectation, int day, Symptom symptom, Severity severity) {
    String what = symptom.label();
    if (severity.compareTo(expectation.upTo()) > 0) {
      return TriageReason.of(
          TriageLevel.CALL,
          symptom.id(),
          severity,
          expectation,
          what + " is stronger than is usual. " + expectation.text());
    }
    HealingDay.Stage stage = HealingDay.stage(expectation, day);
    TriageLevel level =
        switch (stage) {
          case TYPICAL -> TriageLevel.EXPECTED;
          case NOT_YET, WANING -> TriageLevel.WATCH;
          case OVERDUE -> TriageLevel.CALL;
        };
    String because =
        switch (stage) {
          case TYPICAL -> expectation.text();
          case NOT_YET -> what + " comes earlier than is usual. " + expectation.text();
          case WANING -> what + " lasts longer than is usual. " + expectation.text();
          case OVERDUE -> what + " should be gone by now. " + expectation.text();
        };
    return TriageReason.of(level, symptom.id(), severity, expectation, because);
  }

  private static boolean isSetback(TriageReason reason) {
    return WORSENING.equals(reason.symptom()) && reason.level().compareTo(TriageLevel.CALL) >= 0;
  }

  private TriageReason setback() {
    Conflict conflict = knowledge.conflicts().get(THRESHOLDS);
    return new TriageReason(
        TriageLevel.CALL,
        null,
        null,
        WORSENING,
        "It got better and then worse again, which healing does not do.",
        conflict == null
            ? List.of()
            : conflict.sides().stream().flatMap(side -> side.claims().stream()).distinct().toList(),
        List.of(),
        Grade.H,
        THRESHOLDS);
  }

  /**
   * What the reasons of the level itself say to do. Beside an emergency, "call the clinic this
   * week" could read as leave to wait.
   */
  private static List<String> act(TriageLevel level, Map<TriageLevel, Set<String>> acts) {
    Set<String> own = acts.getOrDefault(level, Set.of());
    return own.isEmpty() ? List.of(usualAct(level)) : List.copyOf(own);
  }

  private static String usualAct(TriageLevel level) {
    return switch (level) {
      case EXPECTED -> "Keep to the aftercare. Report again if something new appears.";
      case WATCH -> "Report again tomorrow. Call the clinic if it gets worse.";
      case CALL -> "Call the clinic today.";
      case URGENT -> "Get emergency help now.";
    };
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
