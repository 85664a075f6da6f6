package org.percuta.clinic.courses;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.quantity.Interval;

/**
 * Moves a session and, as far as needed and no further, those after it.
 *
 * <p>What was held stays. A session after the moved one keeps its date while that lies in its
 * window, counted from the one before it; else it goes to the nearer end of the window, and from
 * there to the first permitted date. So none is ever nearer to the one before it than the shortest
 * interval of the course.
 */
public final class SessionDates {

  private SessionDates() {}

  /** A session that counts; left-out ones are not given. */
  public record Slot(int number, LocalDate date, boolean held) {}

  /**
   * Where a session ended up.
   *
   * @param late past the window because nothing in it is permitted
   */
  public record Placed(int number, LocalDate date, LocalDate earliest, LocalDate latest) {

    public boolean late() {
      return date.isAfter(latest);
    }
  }

  /** Finds the first permitted date from {@code from}, with a session on {@code before} counted. */
  @FunctionalInterface
  public interface FirstPermitted {
    Optional<LocalDate> from(LocalDate before, LocalDate from);
  }

  /** What a move comes to. */
  public sealed interface Move {

    /**
     * @param sessions the moved one and those after it that are not held
     */
    record Moved(List<Placed> sessions) implements Move {
      public Moved {
        sessions = List.copyOf(sessions);
      }
    }

    /** It cannot be; in words. */
    record Refused(String why) implements Move {}
  }

  /**
   * @param slots by number
   * @param number the session to move
   * @param floor shortest interval between two sessions
   * @param target longest interval of the window
   */
  public static Move move(
      List<Slot> slots,
      int number,
      LocalDate to,
      Interval floor,
      Interval target,
      FirstPermitted permitted) {
    int at = index(slots, number);
    if (at < 0) {
      return new Move.Refused("There is no session " + number + " to move.");
    }
    if (slots.get(at).held()) {
      return new Move.Refused("Session " + number + " has been held, so it stays where it was.");
    }
    if (slots.stream().skip(at + 1L).anyMatch(Slot::held)) {
      return new Move.Refused("A later session has been held already, so this one stays.");
    }
    if (at > 0) {
      LocalDate before = slots.get(at - 1).date();
      LocalDate soonest = floor.after(before);
      if (to.isBefore(soonest)) {
        return new Move.Refused(
            Dates.day(to)
                + " is too soon after session "
                + slots.get(at - 1).number()
                + " on "
                + Dates.day(before)
                + ": the shortest interval is "
                + floor.inWords()
                + ", so not before "
                + Dates.day(soonest)
                + ".");
      }
    }
    List<Placed> placed = new ArrayList<>();
    placed.add(
        at == 0
            ? new Placed(number, to, to, to)
            : placed(number, to, slots.get(at - 1).date(), floor, target));
    for (Slot next : slots.subList(at + 1, slots.size())) {
      LocalDate before = placed.getLast().date();
      LocalDate earliest = floor.after(before);
      LocalDate wanted = within(next.date(), earliest, later(earliest, target.after(before)));
      LocalDate date = permitted.from(before, wanted).orElse(wanted);
      placed.add(placed(next.number(), later(date, earliest), before, floor, target));
    }
    return new Move.Moved(placed);
  }

  private static Placed placed(
      int number, LocalDate date, LocalDate before, Interval floor, Interval target) {
    LocalDate earliest = floor.after(before);
    return new Placed(number, date, earliest, later(earliest, target.after(before)));
  }

  private static LocalDate within(LocalDate date, LocalDate low, LocalDate high) {
    return date.isBefore(low) ? low : date.isAfter(high) ? high : date;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? b : a;
  }

  private static int index(List<Slot> slots, int number) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }
}
