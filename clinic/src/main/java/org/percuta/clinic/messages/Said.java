package org.percuta.clinic.messages;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What messages on one course or appointment have said, and what waits to be said. */
final class Said {

  /**
   * One statement in one message.
   *
   * @param waiting whether the message may still be changed
   */
  record Line(
      int session,
      String item,
      int round,
      UUID message,
      String about,
      LocalDate day,
      boolean waiting) {}

  private record Key(int session, String item) {}

  private final Map<Key, Line> gone = new HashMap<>();
  private final Map<Key, Line> waiting = new HashMap<>();

  Said(List<Line> lines) {
    for (Line line : lines) {
      Map<Key, Line> lately = line.waiting() ? waiting : gone;
      lately.merge(
          new Key(line.session(), line.item()),
          line,
          (one, other) -> one.round() > other.round() ? one : other);
    }
  }

  /** Whether the last that went out on this speaks of the same day or moment. */
  boolean isSaid(int session, String item, String about) {
    Line last = gone.get(new Key(session, item));
    return last != null && last.about().equals(about);
  }

  /** The day for which it waits, about the same day or moment. */
  Optional<LocalDate> queuedFor(int session, String item, String about) {
    return Optional.ofNullable(waiting.get(new Key(session, item)))
        .filter(line -> line.about().equals(about))
        .map(Line::day);
  }

  /** The round in which it would be said next. */
  int nextRound(int session, String item) {
    Line last = gone.get(new Key(session, item));
    return last == null ? 1 : last.round() + 1;
  }
}
