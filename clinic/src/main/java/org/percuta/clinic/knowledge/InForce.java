package org.percuta.clinic.knowledge;

import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.Planner;
import org.percuta.protocol.triage.Triage;

/**
 * One knowledge with one version of a clinic's settings applied, and what answers from it.
 *
 * @param settingsVersion the version of the clinic's settings; 0 is the content as shipped
 */
public record InForce(
    Knowledge knowledge, int settingsVersion, Screening screening, Planner planner, Triage triage) {

  static InForce of(Knowledge knowledge, int settingsVersion) {
    return new InForce(
        knowledge,
        settingsVersion,
        new Screening(knowledge),
        Planner.of(knowledge),
        Triage.of(knowledge));
  }

  /** SHA-256 of the clinical content, without the clinic's settings. */
  public String digest() {
    return knowledge.digest();
  }
}
