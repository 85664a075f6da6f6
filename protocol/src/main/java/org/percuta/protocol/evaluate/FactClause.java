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
    List<FactStatement> said = facts.about(fact.id());
    if (said.isEmpty()) {
      return silence(facts);
    }
    List<FactStatement> standing = new ArrayList<>(said.size());
    boolean answered = false;
    boolean saidUnknown = false;
    Until until = null;
    for (FactStatement statement : said) {
      if (isElsewhere(statement, goal) || isOtherSupply(statement)) {
        answered |= settles(statement);
      } else if (statement.answer() == Answer.UNKNOWN) {
        saidUnknown = true;
      } else if (spans(statement) && covers(statement, date)) {
        standing.add(statement);
        until = until == null ? end(statement) : Until.later(until, end(statement));
      } else {
        answered |= settles(statement);
      }
    }
    if (until != null) {
      return new Standing(Truth.TRUE, until, standing, deniers(said), sharpening(standing));
    }
    if (saidUnknown) {
      return Standing.unknown(new Missing(fact.id(), null, fact.question()));
    }
    return answered ? Standing.FALSE : silence(facts);
  }

  @Override
  public void turningPoints(PreparedFacts facts, Goal goal, Consumer<LocalDate> out) {
    for (FactStatement statement : facts.about(fact.id())) {
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

  /** Only an answer settles the question; a record entry is silent about what it does not say. */
  private static boolean settles(FactStatement statement) {
    return statement.origin() == Origin.ANSWERED && statement.answer() != Answer.UNKNOWN;
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

  private static List<FactStatement> deniers(List<FactStatement> said) {
    return said.stream().filter(s -> s.answer() == Answer.NO && !hasEnd(s)).toList();
  }

  private List<Missing> sharpening(List<FactStatement> standing) {
    List<Missing> missing = new ArrayList<>(0);
    for (FactStatement statement : standing) {
      if (supply != null && statement.supply() == null) {
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
