package org.percuta.protocol.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Statement;

/**
 * What belongs in the consent talk for this person and goal.
 *
 * @param statements consent statements that concern the goal and the person
 * @param informs reasons of the verdict that are for the talk
 * @param limits reasons of the verdict that limit the session
 * @param conflicts the disagreements behind all of these, both sides kept
 */
public record ConsentContent(
    Page statements, List<Reason> informs, List<Reason> limits, List<Conflict> conflicts) {

  public static ConsentContent of(Knowledge knowledge, PatientRecord record, Verdict verdict) {
    Page page = Page.of(knowledge, Statement.Kind.CONSENT, verdict.goal(), record);
    List<Reason> informs = reasons(verdict, Effect.INFORM);
    List<Reason> limits = reasons(verdict, Effect.LIMIT);
    List<Conflict> conflicts =
        Stream.concat(
                page.conflicts().stream(),
                Stream.concat(informs.stream(), limits.stream())
                    .map(reason -> reason.rule().conflict())
                    .filter(Objects::nonNull)
                    .map(knowledge.conflicts()::get)
                    .filter(Objects::nonNull))
            .distinct()
            .toList();
    return new ConsentContent(page, informs, limits, conflicts);
  }

  private static List<Reason> reasons(Verdict verdict, Effect effect) {
    return verdict.reasons().stream().filter(reason -> reason.rule().effect() == effect).toList();
  }
}
