package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One screening rule.
 *
 * @param scope whether a sited fact counts only at the treatment site or anywhere
 * @param clearedBy roles whose recorded clearance lifts it; empty means nobody can. Never set on
 *     {@code refuse}, always on {@code clear}
 * @param because the reason in plain words, as a patient reads it
 * @param next what happens next, as a patient reads it; never to stop a prescribed medicine
 * @param limit the limit, only with effect {@code limit}
 */
public record Rule(
    String id,
    String title,
    Condition when,
    Scope scope,
    Effect effect,
    @Nullable Limit limit,
    List<Role> clearedBy,
    @NamesSettings String because,
    @NamesSettings @Nullable String next,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Where a sited fact counts. */
  public enum Scope {
    SITE,
    ANYWHERE
  }
}
