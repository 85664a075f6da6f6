package org.percuta.protocol.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;

/**
 * What a record says about a fact, for choosing what to show. It follows the engine: only an answer
 * or a complete group makes silence a no, and a last use is a use. Place and date do not matter
 * here: showing advice for a cold sore long gone does no harm, leaving it out might.
 */
final class KnownFacts {

  private final Knowledge knowledge;
  private final PatientRecord record;

  KnownFacts(Knowledge knowledge, PatientRecord record) {
    this.knowledge = knowledge;
    this.record = record;
  }

  Answer answer(String fact) {
    List<FactStatement> said = about(fact);
    if (said.stream().anyMatch(KnownFacts::saysYes)) {
      return Answer.YES;
    }
    if (said.stream().anyMatch(statement -> statement.answer() == Answer.UNKNOWN)) {
      return Answer.UNKNOWN;
    }
    boolean answered = said.stream().anyMatch(statement -> statement.origin() == Origin.ANSWERED);
    return answered || isComplete(fact) ? Answer.NO : Answer.UNKNOWN;
  }

  /** True when the fact is yes or unknown. */
  boolean mayBe(String fact) {
    return answer(fact) != Answer.NO;
  }

  /** True when it is known to come from this supply. */
  boolean isSupplied(String fact, Supply supply) {
    return about(fact).stream()
        .filter(KnownFacts::saysYes)
        .anyMatch(statement -> statement.supply() == supply);
  }

  /** True unless every known use is of the other supply. */
  boolean maySupply(String fact, Supply supply) {
    List<FactStatement> uses =
        new ArrayList<>(about(fact).stream().filter(KnownFacts::saysYes).toList());
    boolean otherOnly =
        !uses.isEmpty()
            && uses.stream()
                .map(FactStatement::supply)
                .allMatch(said -> Objects.nonNull(said) && said != supply);
    return mayBe(fact) && !otherOnly;
  }

  /** Whether it matters for this fact if it was prescribed. */
  boolean hasSupply(String fact) {
    FactDefinition definition = knowledge.facts().get(fact);
    return definition != null && definition.supply();
  }

  String label(String fact) {
    FactDefinition definition = knowledge.facts().get(fact);
    return definition == null ? fact : definition.label();
  }

  private List<FactStatement> about(String fact) {
    return record.statements().stream().filter(said -> said.fact().equals(fact)).toList();
  }

  private boolean isComplete(String fact) {
    FactDefinition definition = knowledge.facts().get(fact);
    return definition != null && record.complete().contains(definition.group());
  }

  private static boolean saysYes(FactStatement statement) {
    return statement.answer() == Answer.YES
        || (statement.answer() == Answer.NO
            && (statement.last() != null || statement.until() != null));
  }
}
