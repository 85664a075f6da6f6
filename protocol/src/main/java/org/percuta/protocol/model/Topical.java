package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product put on the skin during or straight after a session. */
public record Topical(
    String id,
    String label,
    Status status,
    @NamesSettings String note,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Who may put it on. */
  public enum Status {
    /** May be picked by the operator. */
    USUAL,
    /** Only on a doctor's written order for that session. */
    ORDERED,
    /** Not offered. */
    NOT_OFFERED
  }
}
