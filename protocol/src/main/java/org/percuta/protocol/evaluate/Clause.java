package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.percuta.protocol.model.Goal;

/** A condition of a rule, ready to be evaluated. */
interface Clause {

  Standing on(LocalDate date, PreparedFacts facts, Goal goal);

  /** Every date on which this clause can start or stop standing. */
  void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out);

  /** Facts it reads. */
  void facts(Set<String> out);

  /** All of these clauses. */
  record All(List<Clause> parts) implements Clause {
    @Override
    public Standing on(LocalDate date, PreparedFacts facts, Goal goal) {
      return Standing.allOf(parts.stream().map(p -> p.on(date, facts, goal)).toList());
    }

    @Override
    public void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out) {
      parts.forEach(p -> p.turningPoints(facts, goal, out));
    }

    @Override
    public void facts(Set<String> out) {
      parts.forEach(p -> p.facts(out));
    }
  }

  /** Any of these clauses. */
  record Any(List<Clause> parts) implements Clause {
    @Override
    public Standing on(LocalDate date, PreparedFacts facts, Goal goal) {
      return Standing.anyOf(parts.stream().map(p -> p.on(date, facts, goal)).toList());
    }

    @Override
    public void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out) {
      parts.forEach(p -> p.turningPoints(facts, goal, out));
    }

    @Override
    public void facts(Set<String> out) {
      parts.forEach(p -> p.facts(out));
    }
  }
}
