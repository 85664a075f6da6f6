package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;

/** A rule with its condition ready to evaluate. */
record CompiledRule(Rule rule, Clause clause, Set<String> facts) {

  /** The clearance that lifts this rule on the date, if one is recorded. */
  @Nullable Clearance findClearance(List<Clearance> clearances, LocalDate date) {
    if (rule.clearedBy().isEmpty()) {
      return null;
    }
    for (Clearance clearance : clearances) {
      if (names(clearance) && clearance.validOn(date) && coveredBy(clearance.role())) {
        return clearance;
      }
    }
    return null;
  }

  boolean names(Clearance clearance) {
    return clearance.fact().equals(rule.id()) || facts.contains(clearance.fact());
  }

  private boolean coveredBy(Role role) {
    return rule.clearedBy().stream().anyMatch(role::covers);
  }
}
