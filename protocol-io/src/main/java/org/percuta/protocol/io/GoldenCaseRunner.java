package org.percuta.protocol.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Limit;

/** Runs a golden case and says where the verdict differs from what is right. */
public final class GoldenCaseRunner {

  private final Screening screening;

  public GoldenCaseRunner(Screening screening) {
    this.screening = screening;
  }

  /** The differences in words; empty when the verdict is right. */
  public List<String> run(GoldenCase golden) {
    Verdict verdict = screening.screen(golden.record(), golden.goal(), golden.on());
    GoldenCase.Expectation expect = golden.expect();
    List<String> differences = new ArrayList<>();
    Set<String> firing =
        verdict.reasons().stream().map(r -> r.rule().id()).collect(Collectors.toSet());
    differ(differences, "outcome", expect.outcome(), verdict.outcome().key());
    if (expect.from() != null) {
      LocalDate from = verdict.from();
      differ(differences, "from", expect.from(), from == null ? "null" : from.toString());
    }
    for (String rule : expect.fires()) {
      if (!firing.contains(rule)) {
        differences.add(rule + " should fire; firing: " + sorted(firing));
      }
    }
    for (String rule : expect.silent()) {
      if (firing.contains(rule)) {
        differences.add(rule + " should not fire");
      }
    }
    if (expect.until() != null) {
      String until =
          verdict.reasons().stream()
              .filter(r -> r.rule().id().equals(golden.rule()))
              .map(GoldenCaseRunner::until)
              .findFirst()
              .orElse("not firing");
      differ(differences, "until", expect.until(), until);
    }
    contains(differences, "missing", expect.missing(), missing(verdict));
    contains(differences, "limits", expect.limits(), limits(verdict));
    return differences;
  }

  private static String until(Reason reason) {
    return switch (reason.until()) {
      case Until.Date(LocalDate date) -> date.toString();
      case Until.Resolved resolved -> "resolved";
      case Until.Never never -> "never";
    };
  }

  private static Set<String> missing(Verdict verdict) {
    return verdict.missing().stream().map(Missing::fact).collect(Collectors.toSet());
  }

  private static Set<String> limits(Verdict verdict) {
    return verdict.limits().stream().map(Limit::key).collect(Collectors.toSet());
  }

  private static void contains(
      List<String> differences, String what, List<String> wanted, Set<String> had) {
    for (String item : wanted) {
      if (!had.contains(item)) {
        differences.add(what + " should hold " + item + "; it holds " + sorted(had));
      }
    }
  }

  private static void differ(List<String> differences, String what, String wanted, String had) {
    if (!wanted.equals(had)) {
      differences.add(what + " should be " + wanted + ", is " + had);
    }
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }
}
