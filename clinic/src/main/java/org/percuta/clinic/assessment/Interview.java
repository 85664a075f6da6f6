package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.quantity.PartialDate;

/** What to ask next, and what the answers so far come to. */
record Interview(InForce inForce, LocalDate today) {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  Verdict verdict(Answers answers, Goal goal) {
    return inForce.screening().screen(answers.record(), goal, today);
  }

  CoursePlan plan(Answers answers, Goal goal) {
    return inForce.planner().plan(answers.record(), goal, today, List.of());
  }

  /** Questions that can still change the verdict and were not asked yet, most decisive first. */
  List<String> open(Answers answers, Goal goal) {
    Set<String> keys = new LinkedHashSet<>();
    for (Missing missing : verdict(answers, goal).missing()) {
      if (!answers.isAnswered(missing.fact())) {
        keys.add(missing.fact());
      }
    }
    keys.addAll(begun(answers, goal));
    return List.copyOf(keys);
  }

  /**
   * Questions answered with yes whose details were not asked and can still change the verdict. A
   * verdict misses nothing on a yes that settles it; but "yes" to "do you take it, or have you
   * taken it in the last year" refuses for good what an end or another place would only delay.
   */
  List<String> begun(Answers answers, Goal goal) {
    List<String> now = deciding(answers, goal);
    return answers.replies().keySet().stream()
        .filter(key -> !answers.isAnswered(key))
        .filter(key ->
            details(Objects.requireNonNull(inForce.knowledge().facts().get(key)))
                .anyMatch(with -> !deciding(answers.with(key, with), goal).equals(now)))
        .toList();
  }

  /** A yes as each of the fact's details could turn it: over long ago, or only elsewhere. */
  private Stream<Reply> details(FactDefinition fact) {
    PartialDate past = PartialDate.of(LONG_AGO);
    Stream<Reply> over =
        Stream.of(
                fact.details().contains(Detail.UNTIL) ? yes(past, null, null) : null,
                fact.details().contains(Detail.LAST) ? yes(null, past, null) : null)
            .filter(Objects::nonNull);
    return fact.details().contains(Detail.SITE)
        ? Stream.concat(
            over, inForce.knowledge().sites().keySet().stream().map(site -> yes(null, null, site)))
        : over;
  }

  private static Reply yes(
      @Nullable PartialDate until, @Nullable PartialDate last, @Nullable String site) {
    return new Reply.OfFact(Answer.YES, null, until, last, null, site, true);
  }

  /** The rules that decide or limit, with what they do; risks to know are none. */
  private List<String> deciding(Answers answers, Goal goal) {
    return verdict(answers, goal).reasons().stream()
        .map(Reason::rule)
        .filter(rule -> rule.effect() != Effect.INFORM)
        .map(Rule::id)
        .toList();
  }

  /** What can be asked at all: a fact, or one of the three measures. */
  boolean isQuestion(String key) {
    return inForce.knowledge().facts().containsKey(key)
        || key.equals(Answers.BORN)
        || key.equals(Answers.PHOTOTYPE)
        || key.equals(Answers.WEIGHT);
  }

  /** The places where a concern is treated. */
  List<Site> sites(Concern concern) {
    return inForce.knowledge().sites().values().stream()
        .filter(site -> site.family() == concern.family())
        .filter(site -> concern.sites().isEmpty() || concern.sites().contains(site.id()))
        .toList();
  }

  /** Whether its concern is treated at one place only, so that nobody is asked where. */
  boolean hasOnePlace(Goal goal) {
    Concern concern = inForce.knowledge().concerns().get(goal.concern());
    return concern != null && sites(concern).size() == 1;
  }
}
