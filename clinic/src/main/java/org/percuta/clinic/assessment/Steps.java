package org.percuta.clinic.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;

/**
 * The way through the pages of questions: where a question is asked, what comes next and before.
 */
final class Steps {

  private static final String CHECK = "/assess/check";

  private final Knowledge knowledge;
  private final Interview interview;

  Steps(Knowledge knowledge, Interview interview) {
    this.knowledge = knowledge;
    this.interview = interview;
  }

  /** The page that a question stands on: its topic's, or its own when it is a measure. */
  String page(String key) {
    FactDefinition fact = knowledge.facts().get(key);
    return fact == null ? question(key) : "/assess/topics/" + Topic.of(fact).id();
  }

  /** A question on a page of its own, with its details. */
  static String question(String key) {
    return "/assess/questions/" + key;
  }

  /** The first yes without its details, else the page of the question that decides most. */
  String next(Answers answers, Goal goal) {
    List<String> open = interview.open(answers, goal);
    Optional<String> begun = open.stream().filter(answers.replies()::containsKey).findFirst();
    return begun
        .map(Steps::question)
        .or(() -> open.stream().findFirst().map(this::page))
        .orElse(CHECK);
  }

  /** The page answered before this one; the last one when this one is new. */
  Optional<String> before(Answers answers, String page) {
    String before = null;
    for (String answered : answered(answers)) {
      if (answered.equals(page)) {
        return Optional.ofNullable(before);
      }
      before = answered;
    }
    return Optional.ofNullable(before);
  }

  /** Where "back" leads from a page of questions. */
  String back(Answers answers, Goal goal, String page) {
    return before(answers, page).orElse(interview.hasOnePlace(goal) ? "/assess" : "/assess/site");
  }

  Progress progress(Answers answers, Goal goal, String page) {
    Set<String> left = new LinkedHashSet<>();
    left.add(page);
    interview.open(answers, goal).forEach(key -> left.add(page(key)));
    Set<String> done = answered(answers);
    done.removeAll(left);
    return new Progress(done.size(), done.size() + left.size(), !answers.replies().isEmpty());
  }

  private Set<String> answered(Answers answers) {
    Set<String> pages = new LinkedHashSet<>();
    answers.replies().keySet().forEach(key -> pages.add(page(key)));
    return pages;
  }

  /** What a topic asks: what is open, and what was answered before, in the order of the content. */
  List<FactDefinition> questions(Topic topic, Answers answers, Goal goal) {
    Set<String> asked = new LinkedHashSet<>(interview.open(answers, goal));
    asked.addAll(answers.replies().keySet());
    return knowledge.facts().values().stream()
        .filter(fact -> Topic.of(fact) == topic && asked.contains(fact.id()))
        .toList();
  }
}
