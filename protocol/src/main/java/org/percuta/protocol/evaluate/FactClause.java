package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Rule;
import org.percuta.quantity.Interval;
import org.percuta.quantity.PartialDate;

/**
 * A fact that stands over a span of days. Each statement that says yes, or names a last use, spans
 * days; the clause is true on a day that any of them spans.
 *
 * @param lasting true when the fact stands for ever once it has been so
 * @param washout how long after the last use it still stands; absent for conditions
 * @param needsLast whether an undated yes should be asked for its last day
 */
record FactClause(
    FactDefinition fact,
    Rule.Scope scope,
    boolean lasting,
    Condition.@Nullable Supply supply,
    @Nullable Interval washout,
    boolean needsLast,
    SiteMap sites)
    implements Clause {

  @Override
  public Standing on(LocalDate date, PreparedFacts facts, Goal goal) {
    if (facts.isCleared(fact.id())) {
      return Standing.FALSE;
    }
    List<FactStatement> said = said(facts);
    if (said.isEmpty()) {
      return silence(facts);
    }
    List<FactStatement> standing = new ArrayList<>(said.size());
    boolean saidUnknown = false;
    Until until = null;
    for (FactStatement statement : said) {
      if (isElsewhere(statement, goal) || isOtherSupply(statement)) {
        continue;
      }
      if (statement.answer() == Answer.UNKNOWN) {
        saidUnknown = true;
      } else if (spans(statement) && covers(statement, date)) {
        standing.add(statement);
        until = until == null ? end(statement) : Until.later(until, end(statement));
      }
    }
    if (until != null) {
      return new Standing(
          Truth.TRUE, until, standing, deniers(said, goal), sharpening(standing, said));
    }
    if (isSettled(said, goal)) {
      return Standing.FALSE;
    }
    return saidUnknown
        ? Standing.unknown(new Missing(fact.id(), null, fact.question()))
        : silence(facts);
  }

  @Override
  public void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out) {
    for (FactStatement statement : said(facts)) {
      if (spans(statement)) {
        if (statement.since() != null) {
          out.accept(statement.since().earliest());
        }
        if (end(statement) instanceof Until.Date(LocalDate day)) {
          out.accept(day);
        }
      }
    }
  }

  @Override
  public void facts(Set<String> out) {
    out.add(fact.id());
  }

  private Standing silence(PreparedFacts facts) {
    return facts.isComplete(fact.group())
        ? Standing.FALSE
        : Standing.unknown(new Missing(fact.id(), null, fact.question()));
  }

  /**
   * Whether answers leave nothing open of what is asked. Somebody who names a use or a place has
   * named them all; who says no to one place or one supply has said nothing about the others. A
   * record entry is silent about what it does not say.
   */
  private boolean isSettled(List<FactStatement> said, Goal goal) {
    return isSettled(said, goal, Condition.Supply.PRESCRIBED)
        && isSettled(said, goal, Condition.Supply.BOUGHT);
  }

  private boolean isSettled(List<FactStatement> said, Goal goal, Condition.Supply from) {
    if (supply != null && supply != from) {
      return true;
    }
    for (FactStatement statement : said) {
      if (statement.origin() == Origin.ANSWERED
          && (spans(statement)
              || (statement.answer() == Answer.NO
                  && (statement.supply() == null || statement.supply() == from)
                  && speaksOfAllOf(statement, goal)))) {
        return true;
      }
    }
    return false;
  }

  private boolean speaksOfAllOf(FactStatement statement, Goal goal) {
    return !fact.sited()
        || statement.site() == null
        || (scope == Rule.Scope.SITE && sites.holds(statement.site(), goal.site()));
  }

  /** What was said, with what an answer adds to statements that leave it open. */
  private List<FactStatement> said(PreparedFacts facts) {
    List<FactStatement> said = facts.about(fact.id());
    return (supply != null || needsLast) && said.size() > 1
        ? said.stream().map(statement -> sharpened(statement, said)).toList()
        : said;
  }

  private FactStatement sharpened(FactStatement statement, List<FactStatement> said) {
    FactStatement sharp = statement;
    if (supply != null && statement.supply() == null) {
      Condition.Supply named = namedSupply(said);
      sharp = named == null ? sharp : sharp.supplied(named);
    }
    if (needsLast && statement.answer() == Answer.YES && !hasEnd(statement)) {
      PartialDate last = namedEnd(statement, said);
      sharp = last == null ? sharp : sharp.lastOn(last);
    }
    return sharp;
  }

  /** The supply that answers name, if they name just one. */
  private static Condition.@Nullable Supply namedSupply(List<FactStatement> said) {
    boolean prescribed = names(said, Condition.Supply.PRESCRIBED);
    boolean bought = names(said, Condition.Supply.BOUGHT);
    return prescribed == bought
        ? null
        : prescribed ? Condition.Supply.PRESCRIBED : Condition.Supply.BOUGHT;
  }

  private static boolean names(List<FactStatement> said, Condition.Supply supply) {
    return said.stream()
        .anyMatch(s -> s.origin() == Origin.ANSWERED && spans(s) && s.supply() == supply);
  }

  /** The latest end that answers name for what an undated statement speaks of. */
  private @Nullable PartialDate namedEnd(FactStatement undated, List<FactStatement> said) {
    PartialDate end = null;
    for (FactStatement statement : said) {
      if (statement.origin() == Origin.ANSWERED
          && spans(statement)
          && (undated.site() == null
              || statement.site() == null
              || sites.holds(statement.site(), undated.site()))) {
        end = latest(end, latest(statement.last(), statement.until()));
      }
    }
    // What began after that end is another use.
    boolean later =
        end != null && undated.since() != null && end.latest().isBefore(undated.since().earliest());
    return later ? null : end;
  }

  private boolean isElsewhere(FactStatement statement, Goal goal) {
    return scope == Rule.Scope.SITE
        && fact.sited()
        && statement.site() != null
        && !sites.overlap(statement.site(), goal.site());
  }

  /** A supply that nobody stated counts as either. */
  private boolean isOtherSupply(FactStatement statement) {
    return supply != null && statement.supply() != null && statement.supply() != supply;
  }

  /** A last use, or an end, is a use, even where the answer to "now" is no. */
  private static boolean spans(FactStatement statement) {
    return statement.answer() == Answer.YES
        || (statement.answer() == Answer.NO && hasEnd(statement));
  }

  private static boolean hasEnd(FactStatement statement) {
    return statement.last() != null || statement.until() != null;
  }

  private boolean covers(FactStatement statement, LocalDate date) {
    PartialDate since = statement.since();
    if (since != null && date.isBefore(since.earliest())) {
      return false;
    }
    return !(end(statement) instanceof Until.Date(LocalDate day)) || date.isBefore(day);
  }

  private Until end(FactStatement statement) {
    if (lasting) {
      return new Until.Never();
    }
    PartialDate last = latest(statement.last(), statement.until());
    if (last == null) {
      return new Until.Resolved();
    }
    // Without a washout the last day itself still counts; with one, the wait is counted from it.
    return new Until.Date(
        washout == null ? last.latest().plusDays(1) : washout.after(last.latest()));
  }

  private static @Nullable PartialDate latest(@Nullable PartialDate a, @Nullable PartialDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.latest().isBefore(b.latest()) ? b : a;
  }

  private List<FactStatement> deniers(List<FactStatement> said, Goal goal) {
    return said.stream()
        .filter(s -> s.answer() == Answer.NO && !hasEnd(s))
        .filter(s -> !isElsewhere(s, goal) && !isOtherSupply(s))
        .toList();
  }

  private List<Missing> sharpening(List<FactStatement> standing, List<FactStatement> said) {
    List<Missing> missing = new ArrayList<>(0);
    // Where answers name both supplies, asking once more adds nothing.
    boolean isSupplyOpen =
        supply != null
            && !names(said, Condition.Supply.PRESCRIBED)
            && !names(said, Condition.Supply.BOUGHT);
    for (FactStatement statement : standing) {
      if (isSupplyOpen && statement.supply() == null) {
        missing.add(
            new Missing(
                fact.id(),
                Detail.PRESCRIBED,
                fact.label() + ": did a doctor prescribe it, or did you buy it yourself?"));
      }
      if (needsLast && end(statement) instanceof Until.Resolved) {
        missing.add(
            new Missing(fact.id(), Detail.LAST, fact.label() + ": when was the last time?"));
      }
    }
    return missing;
  }
}
