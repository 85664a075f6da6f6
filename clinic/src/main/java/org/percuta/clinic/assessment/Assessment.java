package org.percuta.clinic.assessment;

import java.time.LocalDate;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.protocol.model.Knowledge;

/**
 * What one request works with: the answers that came with it, and one protocol from its begin to
 * its end.
 */
record Assessment(
    Knowledge knowledge,
    Answers answers,
    Interview interview,
    Steps steps,
    AnswerWords words,
    Traces traces) {

  static Assessment of(InForce inForce, Answers answers, LocalDate today) {
    Knowledge knowledge = inForce.knowledge();
    Interview interview = new Interview(inForce, today);
    return new Assessment(
        knowledge,
        answers,
        interview,
        new Steps(knowledge, interview),
        new AnswerWords(knowledge),
        Traces.of(knowledge));
  }
}
