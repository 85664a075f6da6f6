package org.percuta.protocol.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.percuta.protocol.model.Effect;

/**
 * What is still to ask: only what can still change the verdict, the most decisive first.
 *
 * <p>While something undated already stands (a clearance to get, a condition to resolve), only an
 * answer that could make the verdict stricter changes it. Otherwise every open answer does, since
 * it decides from when treatment is permitted.
 */
record StillToAsk(List<String> factOrder) {

  /** A rule with something unknown. */
  record Open(Effect effect, Standing standing) {}

  private record Weight(Effect strictest, int rules) {
    Weight and(Effect effect) {
      return new Weight(effect.compareTo(strictest) < 0 ? effect : strictest, rules + 1);
    }
  }

  List<Missing> order(Outcome outcome, List<Reason> reasons, List<Open> open) {
    boolean decidedByDate =
        reasons.stream()
            .filter(r -> Outcome.of(r.rule().effect()).isStricterThan(Outcome.CANNOT_TELL))
            .allMatch(r -> r.until() instanceof Until.Date);
    Map<Missing, Weight> weights = new HashMap<>();
    for (Open rule : open) {
      Outcome worst = Outcome.of(rule.effect());
      // A follow-up on what already stands matters when that is what decides the verdict.
      boolean decisive = rule.standing().truth() == Truth.TRUE && worst == outcome;
      boolean matters =
          rule.effect() != Effect.INFORM
              && (decidedByDate || decisive || worst.isStricterThan(outcome));
      if (matters) {
        for (Missing missing : rule.standing().missing()) {
          weights.merge(
              missing, new Weight(rule.effect(), 1), (had, more) -> had.and(more.strictest()));
        }
      }
    }
    List<Missing> ordered = new ArrayList<>(weights.keySet());
    ordered.sort(
        Comparator.comparing((Missing m) -> weight(weights, m).strictest())
            .thenComparing(m -> -weight(weights, m).rules())
            .thenComparing(m -> position(m.fact()))
            .thenComparing(Missing::fact)
            .thenComparing(Missing::question));
    return List.copyOf(ordered);
  }

  private static Weight weight(Map<Missing, Weight> weights, Missing missing) {
    return weights.getOrDefault(missing, new Weight(Effect.INFORM, 0));
  }

  private int position(String fact) {
    int index = factOrder.indexOf(fact);
    return index < 0 ? -1 : index;
  }
}
