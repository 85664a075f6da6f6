package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Rule;

/**
 * What is still to ask: only what can still change the verdict, the most decisive first.
 *
 * <p>While something without a date stands (a clearance to get, a condition to resolve), only an
 * answer that could make the verdict stricter changes it. Otherwise every answer does that could
 * move the first permitted date or a limit.
 */
record StillToAsk(List<String> factOrder) {

  /** A rule with something unknown. */
  record Open(Rule rule, Standing standing) {

    /**
     * Whether an answer can change the outcome, a limit, or the end of what decides.
     *
     * @param notBefore the date on which nothing known stands against treatment any more, if any
     */
    boolean matters(Outcome outcome, @Nullable LocalDate notBefore) {
      Outcome worst = Outcome.of(rule.effect());
      if (rule.effect() == Effect.INFORM) {
        return false;
      }
      if (worst.isStricterThan(outcome)) {
        return true;
      }
      if (standing.truth() == Truth.TRUE && worst == outcome) {
        return true;
      }
      return notBefore != null
          && (rule.effect() == Effect.LIMIT
              || (standing.truth() == Truth.TRUE && !endsBefore(notBefore)));
    }

    private boolean endsBefore(LocalDate date) {
      return standing.until() instanceof Until.Date(LocalDate end) && end.isBefore(date);
    }
  }

  private record Weight(Effect strictest, Set<String> rules) {
    static Weight of(Rule rule) {
      return new Weight(rule.effect(), Set.of(rule.id()));
    }

    Weight and(Weight more) {
      Set<String> all = new HashSet<>(rules);
      all.addAll(more.rules);
      return new Weight(more.strictest.compareTo(strictest) < 0 ? more.strictest : strictest, all);
    }
  }

  /**
   * @param notBefore the date on which nothing known stands against treatment any more, if any
   * @param open rules with something unknown on the date asked for
   * @param openLater rules that leave the verdict open on {@code notBefore}
   */
  List<Missing> order(
      Outcome outcome, @Nullable LocalDate notBefore, List<Open> open, List<Open> openLater) {
    Map<Missing, Weight> weights = new HashMap<>();
    for (Open rule : open) {
      if (rule.matters(outcome, notBefore)) {
        add(rule, weights);
      }
    }
    openLater.forEach(rule -> add(rule, weights));
    List<Missing> ordered = new ArrayList<>(weights.keySet());
    ordered.sort(
        Comparator.comparing((Missing m) -> weight(weights, m).strictest())
            .thenComparing(m -> -weight(weights, m).rules().size())
            .thenComparing(m -> position(m.fact()))
            .thenComparing(Missing::fact)
            .thenComparing(Missing::question));
    return List.copyOf(ordered);
  }

  private static void add(Open open, Map<Missing, Weight> weights) {
    for (Missing missing : open.standing().missing()) {
      weights.merge(missing, Weight.of(open.rule()), Weight::and);
    }
  }

  private static Weight weight(Map<Missing, Weight> weights, Missing missing) {
    return weights.getOrDefault(missing, new Weight(Effect.INFORM, Set.of()));
  }

  private int position(String fact) {
    int index = factOrder.indexOf(fact);
    return index < 0 ? -1 : index;
  }
}
