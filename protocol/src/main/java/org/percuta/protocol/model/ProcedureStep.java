package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a session, in order.
 *
 * @param stop whether the session cannot go on until it is confirmed
 * @param record what the session record keeps of it; empty when nothing
 */
public record ProcedureStep(
    String id,
    int order,
    Stage stage,
    String title,
    @NamesSettings String detail,
    boolean stop,
    List<String> record,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Stage of a session. */
  public enum Stage {
    ASSESS,
    PREPARE,
    NUMB,
    NEEDLE,
    FINISH,
    CLEAN_UP
  }
}
