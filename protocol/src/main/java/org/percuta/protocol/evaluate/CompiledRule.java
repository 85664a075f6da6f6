package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Rule;

/** A rule with its condition ready to evaluate. */
record CompiledRule(Rule rule, Clause clause, Set<String> facts) {

  /**
   * How a rule stands once the recorded clearances are counted.
   *
   * @param liftedBy the clearance without which it would stand; absent when none lifts it
   */
  record Held(Standing standing, @Nullable Clearance liftedBy) {}

  /**
   * How the rule stands on the date. A clearance of the rule lifts it whole; a clearance of a fact
   * takes away what rests on that fact, so that the rule still stands on another.
   */
  Held on(LocalDate date, PreparedFacts facts, Goal goal) {
    Standing standing = clause.on(date, facts, goal);
    if (standing.truth() == Truth.FALSE || rule.clearedBy().isEmpty()) {
      return new Held(standing, null);
    }
    Set<String> without = new HashSet<>();
    for (Clearance clearance : facts.clearances()) {
      if (!counts(clearance, date)) {
        continue;
      }
      if (clearance.fact().equals(rule.id())) {
        return new Held(Standing.FALSE, clearance);
      }
      without.add(clearance.fact());
      standing = clause.on(date, facts.without(without), goal);
      if (standing.truth() == Truth.FALSE) {
        return new Held(standing, clearance);
      }
    }
    return new Held(standing, null);
  }

  private boolean counts(Clearance clearance, LocalDate date) {
    return (clearance.fact().equals(rule.id()) || facts.contains(clearance.fact()))
        && clearance.validOn(date)
        && rule.clearedBy().stream().anyMatch(clearance.role()::covers);
  }
}
