package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to do or leave alone around a session.
 *
 * @param from when it starts, counted from the session
 * @param to when it ends; open-ended when absent
 * @param untilHealed kept until the skin is calm and closed even past {@code to}
 * @param onlyIf fact that must be yes or unknown for it to be shown; always shown when absent
 * @param supply the branch: what was prescribed is never told to stop
 * @param sites sites it is for; every site when empty
 */
public record CalendarItem(
    String id,
    Phase phase,
    Kind kind,
    @NamesSettings @Meaning("The instruction as a patient reads it.") String text,
    Moment from,
    @Nullable Moment to,
    boolean untilHealed,
    @Nullable String onlyIf,
    Condition.@Nullable Supply supply,
    List<String> sites,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** The part of a course it belongs to. */
  public enum Phase {
    PREPARATION,
    SESSION,
    AFTERCARE,
    RECOVERY,
    RESULTS,
    MAINTENANCE
  }

  /** What kind of instruction it is. */
  public enum Kind {
    DO,
    DONT,
    ASK,
    EXPECT
  }
}
