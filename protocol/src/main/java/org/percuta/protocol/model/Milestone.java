package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a result, its fading or a follow-up is to be expected.
 *
 * @param phase {@code results} or {@code maintenance}
 * @param anchor the session it is counted from
 */
public record Milestone(
    String id,
    CalendarItem.Phase phase,
    Anchor anchor,
    Offset from,
    @Nullable Offset to,
    @NamesSettings String text,
    List<Concern.Family> families,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Which session. */
  public enum Anchor {
    FIRST_SESSION,
    LAST_SESSION
  }
}
