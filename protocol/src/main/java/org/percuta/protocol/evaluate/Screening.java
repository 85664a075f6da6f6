package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.PatientRecord;

/**
 * Screens a person for a goal as of a date. Same knowledge, facts, goal and date give the same
 * verdict, for ever. Thread-safe.
 */
public final class Screening {

  private final List<CompiledRule> rules;
  private final StillToAsk stillToAsk;

  /**
   * @throws IllegalArgumentException when a rule names a fact or setting that does not exist;
   *     checked knowledge never does
   */
  public Screening(Knowledge knowledge) {
    RuleCompiler compiler = new RuleCompiler(knowledge);
    this.rules =
        knowledge.rules().stream()
            .map(compiler::compile)
            .sorted(Comparator.comparing((CompiledRule r) -> r.rule().effect()))
            .toList();
    this.stillToAsk = new StillToAsk(List.copyOf(knowledge.facts().keySet()));
  }

  public Verdict screen(PatientRecord record, Goal goal, LocalDate on) {
    return screen(PreparedFacts.of(record), goal, on);
  }

  public Verdict screen(PreparedFacts facts, Goal goal, LocalDate on) {
    List<Reason> reasons = new ArrayList<>();
    List<Cleared> cleared = new ArrayList<>();
    List<StillToAsk.Open> open = new ArrayList<>();
    Outcome outcome = Outcome.PERMITTED;
    for (CompiledRule compiled : rules) {
      CompiledRule.Held held = compiled.on(on, facts, goal);
      Clearance clearance = held.liftedBy();
      if (clearance != null) {
        cleared.add(new Cleared(compiled.rule(), clearance));
      }
      Standing standing = held.standing();
      if (standing.truth() == Truth.FALSE) {
        continue;
      }
      outcome = Outcome.strictest(outcome, outcome(compiled.rule().effect(), standing.truth()));
      if (!standing.missing().isEmpty()) {
        open.add(new StillToAsk.Open(compiled.rule(), standing));
      }
      if (standing.truth() == Truth.TRUE) {
        Until until = stopsFiring(compiled, standing, facts, goal);
        reasons.add(Wording.reason(compiled.rule(), standing, until));
      } else if (compiled.rule().effect() == Effect.LIMIT) {
        reasons.add(Wording.precaution(compiled.rule(), standing));
      }
    }
    LocalDate from = on;
    LocalDate notBefore = on;
    if (!outcome.isPermitted()) {
      from = findFirst(facts, goal, on, Outcome.PERMITTED_WITH_LIMITS);
      notBefore = from != null ? from : findFirst(facts, goal, on, Outcome.CANNOT_TELL);
    }
    return new Verdict(
        goal,
        on,
        outcome,
        from,
        notBefore,
        List.copyOf(reasons),
        limits(reasons),
        stillToAsk.order(outcome, notBefore, open, openLater(on, notBefore, facts, goal)),
        List.copyOf(cleared));
  }

  /** When the rule stops firing: at the end of a span another may have begun. */
  private static Until stopsFiring(
      CompiledRule compiled, Standing standing, PreparedFacts facts, Goal goal) {
    Standing last = standing;
    while (last.until() instanceof Until.Date(LocalDate day)) {
      Standing then = compiled.on(day, facts, goal).standing();
      if (then.truth() != Truth.TRUE) {
        break;
      }
      last = then;
    }
    return last.until();
  }

  /**
   * Rules that leave the verdict open on the later day on which nothing known stands against it.
   */
  private List<StillToAsk.Open> openLater(
      LocalDate on, @Nullable LocalDate notBefore, PreparedFacts facts, Goal goal) {
    List<StillToAsk.Open> open = new ArrayList<>();
    if (notBefore == null || notBefore.equals(on)) {
      return open;
    }
    for (CompiledRule compiled : rules) {
      if (Outcome.of(compiled.rule().effect()).isStricterThan(Outcome.CANNOT_TELL)) {
        Standing standing = compiled.on(notBefore, facts, goal).standing();
        if (standing.truth() == Truth.UNKNOWN) {
          open.add(new StillToAsk.Open(compiled.rule(), standing));
        }
      }
    }
    return open;
  }

  /**
   * The earliest date from {@code from} on which the verdict is permitted, if the facts alone
   * decide it.
   */
  public Optional<LocalDate> findFirstPermitted(PatientRecord record, Goal goal, LocalDate from) {
    return Optional.ofNullable(
        findFirst(PreparedFacts.of(record), goal, from, Outcome.PERMITTED_WITH_LIMITS));
  }

  /**
   * The first date on which the outcome is at most {@code atMost}; it only turns where a span does.
   */
  private @Nullable LocalDate findFirst(
      PreparedFacts facts, Goal goal, LocalDate from, Outcome atMost) {
    TreeSet<LocalDate> days = new TreeSet<>();
    days.add(from);
    for (CompiledRule compiled : rules) {
      compiled.clause().turningPoints(facts, goal, days::add);
    }
    for (Clearance clearance : facts.clearances()) {
      days.add(clearance.on());
      days.add(clearance.expires().plusDays(1));
    }
    for (LocalDate day : days.tailSet(from, true)) {
      if (!outcomeOn(day, facts, goal).isStricterThan(atMost)) {
        return day;
      }
    }
    return null;
  }

  private Outcome outcomeOn(LocalDate date, PreparedFacts facts, Goal goal) {
    Outcome outcome = Outcome.PERMITTED;
    for (CompiledRule compiled : rules) {
      Outcome worst = Outcome.of(compiled.rule().effect());
      if (!worst.isStricterThan(outcome)) {
        continue;
      }
      Truth truth = compiled.on(date, facts, goal).standing().truth();
      if (truth != Truth.FALSE) {
        outcome = Outcome.strictest(outcome, outcome(compiled.rule().effect(), truth));
      }
    }
    return outcome;
  }

  /**
   * What a rule makes of the verdict. An unknown limit holds as a precaution until it is answered;
   * an unknown refusal, clearance or deferral leaves the verdict open.
   */
  private static Outcome outcome(Effect effect, Truth truth) {
    Outcome certain = Outcome.of(effect);
    return truth == Truth.UNKNOWN && certain.isStricterThan(Outcome.CANNOT_TELL)
        ? Outcome.CANNOT_TELL
        : certain;
  }

  private static List<Limit> limits(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.rule().limit())
        .filter(java.util.Objects::nonNull)
        .distinct()
        .toList();
  }
}
