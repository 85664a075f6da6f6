package org.percuta.protocol.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Sourced;

/**
 * One line of a dated calendar: whole days, so that it can be written as an iCalendar event or as a
 * row of a printed page.
 *
 * @param date first day
 * @param to last day, itself included; open-ended when absent
 * @param text what a patient reads
 * @param item id of the knowledge item it comes from
 * @param session number of the session it is counted from
 * @param untilHealed whether it holds past {@code to} until the skin is calm and closed
 * @param supply the branch of a medicine it is for; for everyone it is shown to when absent
 */
public record CalendarEntry(
    LocalDate date,
    @Nullable LocalDate to,
    Phase phase,
    Kind kind,
    String text,
    String item,
    int session,
    boolean untilHealed,
    Condition.@Nullable Supply supply,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict) {

  /** By date, then phase, then item and session. */
  public static final Comparator<CalendarEntry> IN_ORDER =
      Comparator.comparing(CalendarEntry::date)
          .thenComparing(CalendarEntry::phase)
          .thenComparing(CalendarEntry::item)
          .thenComparingInt(CalendarEntry::session);

  static CalendarEntry of(
      LocalDate date,
      @Nullable LocalDate to,
      Phase phase,
      Kind kind,
      String text,
      int session,
      Sourced item) {
    return new CalendarEntry(
        date,
        to,
        phase,
        kind,
        text,
        item.id(),
        session,
        false,
        null,
        item.claims(),
        item.literature(),
        item.grade(),
        item.conflict());
  }

  CalendarEntry untilHealed(boolean newUntilHealed) {
    return new CalendarEntry(
        date,
        to,
        phase,
        kind,
        text,
        item,
        session,
        newUntilHealed,
        supply,
        claims,
        literature,
        grade,
        conflict);
  }

  CalendarEntry forSupply(Condition.@Nullable Supply newSupply) {
    return new CalendarEntry(
        date,
        to,
        phase,
        kind,
        text,
        item,
        session,
        untilHealed,
        newSupply,
        claims,
        literature,
        grade,
        conflict);
  }

  /**
   * Unique within a calendar and the same whenever it is made again: the stem of an event's UID.
   */
  public String key() {
    return item + "-s" + session;
  }
}
