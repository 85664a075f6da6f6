package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Goal;

/** What is asked for. A goal matches a listed site when it lies in it, not when it holds it. */
record GoalClause(Condition.GoalIs wanted, SiteMap sites) implements Clause {

  @Override
  public Standing on(LocalDate date, PreparedFacts facts, Goal goal) {
    boolean concern = wanted.concerns().isEmpty() || wanted.concerns().contains(goal.concern());
    boolean site =
        wanted.sites().isEmpty()
            || wanted.sites().stream().anyMatch(s -> sites.holds(s, goal.site()));
    boolean setting = wanted.settings().isEmpty() || wanted.settings().contains(goal.setting());
    return concern && site && setting ? Standing.ALWAYS : Standing.FALSE;
  }

  @Override
  public void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out) {}

  @Override
  public void facts(Set<String> out) {}
}
