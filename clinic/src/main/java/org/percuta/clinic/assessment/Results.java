package org.percuta.clinic.assessment;

import java.util.List;
import java.util.Objects;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.CoursePlan;
import org.springframework.stereotype.Component;

/** Puts together what the answers come to, for pages and for paper. */
@Component
class Results {

  private final Knowledge knowledge;
  private final Interview interview;
  private final Traces traces;
  private final AnswerWords words;

  Results(Knowledge knowledge, Interview interview, Traces traces, AnswerWords words) {
    this.knowledge = knowledge;
    this.interview = interview;
    this.traces = traces;
    this.words = words;
  }

  ResultView of(Answers answers, Goal goal, ResultPart part) {
    CoursePlan plan = interview.plan(answers, goal);
    Concern concern = Objects.requireNonNull(knowledge.concerns().get(goal.concern()));
    List<ResultView.Open> open =
        plan.verdict().missing().stream()
            .map(Missing::fact)
            .distinct()
            .map(key ->
                new ResultView.Open(
                    words.label(key), "/assess/questions/" + key, answers.isAnswered(key)))
            .toList();
    return new ResultView(
        part,
        words.goal(goal),
        Dates.day(plan.course().asked()),
        VerdictCard.of(plan.verdict(), open.size()),
        plan.verdict().reasons().stream().map(reason -> ReasonLine.of(reason, traces)).toList(),
        open,
        concern.hope(),
        traces.of(concern),
        plan,
        Timeline.of(plan),
        traces);
  }
}
