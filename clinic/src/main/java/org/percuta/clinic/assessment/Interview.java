package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.plan.CoursePlan;

/** What to ask next, and what the answers so far come to. */
record Interview(InForce inForce, LocalDate today) {

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
    return List.copyOf(keys);
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
