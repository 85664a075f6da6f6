package org.percuta.protocol.plan;

import java.util.Comparator;
import java.util.List;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.ProcedureStep;
import org.percuta.protocol.model.ProcedureStep.Stage;

/**
 * The steps of a session in order, as the limits of a verdict change them.
 *
 * @param steps in order; empty when the verdict does not permit a session
 * @param limits every limit of the verdict, whether or not it is tied to a step
 */
public record Checklist(List<Step> steps, List<Limit> limits) {

  /** What the limits make of a step. */
  public enum State {
    DO,
    /** Done within a limit. */
    CHANGED,
    /** Left out. It stays on the list, so that nobody thinks it was forgotten. */
    DROPPED
  }

  /**
   * One step.
   *
   * @param reasons why it is changed or dropped; empty otherwise
   */
  public record Step(ProcedureStep step, State state, List<Reason> reasons) {}

  /** The checklist of a session held under this verdict. */
  public static Checklist of(Knowledge knowledge, Verdict verdict) {
    if (!verdict.outcome().isPermitted()) {
      return new Checklist(List.of(), verdict.limits());
    }
    return new Checklist(
        knowledge.procedure().stream()
            .sorted(Comparator.comparingInt(ProcedureStep::order).thenComparing(ProcedureStep::id))
            .map(step -> step(step, verdict))
            .toList(),
        verdict.limits());
  }

  private static Step step(ProcedureStep step, Verdict verdict) {
    List<Reason> reasons =
        verdict.reasons().stream()
            .filter(reason -> {
              Limit limit = reason.rule().limit();
              return limit != null
                  && LimitedStage.find(limit).filter(step.stage()::equals).isPresent();
            })
            .toList();
    boolean dropped =
        step.stage() == Stage.NUMB
            && reasons.stream()
                .map(reason -> reason.rule().limit())
                .anyMatch(limit -> limit != null && LimitedStage.forbidsNumbing(limit));
    State state = dropped ? State.DROPPED : reasons.isEmpty() ? State.DO : State.CHANGED;
    return new Step(step, state, reasons);
  }
}
