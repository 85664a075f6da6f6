package org.percuta.protocol.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Statement;

/**
 * The statements of one kind that concern a person and a goal, by topic, with the disagreements
 * behind them: comparisons, home use, who may perform it, evidence and the like.
 *
 * @param topics statements by topic, both in the order of the knowledge
 * @param conflicts the disagreements whose reading a statement applies, both sides kept
 */
public record Page(
    Statement.Kind kind, Map<String, List<Statement>> topics, List<Conflict> conflicts) {

  /** What is about one of somebody's facts is shown when the fact is yes or unknown. */
  public static Page of(Knowledge knowledge, Statement.Kind kind, Goal goal, PatientRecord record) {
    KnownFacts facts = new KnownFacts(knowledge, record);
    List<Statement> shown =
        knowledge.statements(kind).stream()
            .filter(statement ->
                statement.concerns().isEmpty() || statement.concerns().contains(goal.concern()))
            .filter(statement ->
                statement.facts().isEmpty() || statement.facts().stream().anyMatch(facts::mayBe))
            .toList();
    return new Page(
        kind,
        shown.stream()
            .collect(
                Collectors.groupingBy(
                    Statement::topic, LinkedHashMap::new, Collectors.toUnmodifiableList())),
        shown.stream()
            .map(Statement::conflict)
            .filter(Objects::nonNull)
            .distinct()
            .map(knowledge.conflicts()::get)
            .filter(Objects::nonNull)
            .toList());
  }

  /** All of them, in order. */
  public List<Statement> listStatements() {
    return topics.values().stream().flatMap(List::stream).toList();
  }
}
