package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What happens in the fictional clinic, in order of time. Playing an event may tell of further
 * ones; those after {@link #now} are never played, so that the future holds only what was booked.
 */
final class Story {

  private record Event(LocalDateTime at, long number, Runnable what) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  private final Map<Turn, List<Consumer<Person>>> joining = new EnumMap<>(Turn.class);
  private final LocalDateTime now;
  private final Cast cast;
  private final Diary diary;
  private final List<Person> people;
  private LocalDateTime playing;
  private long told;

  Story(LocalDateTime now, Cast cast, Diary diary, List<Person> people) {
    this.now = now;
    this.cast = cast;
    this.diary = diary;
    this.people = List.copyOf(people);
    this.playing = LocalDateTime.MIN;
  }

  /** When the demonstration begins, in the clinic's zone. */
  LocalDateTime now() {
    return now;
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  /** The moment of the event that is being played. */
  LocalDateTime playing() {
    return playing;
  }

  Cast cast() {
    return cast;
  }

  Diary diary() {
    return diary;
  }

  List<Person> people() {
    return people;
  }

  /** Tells that {@code what} happens then; each event is a transaction of the clinic. */
  void at(LocalDateTime when, Runnable what) {
    LocalDateTime time = when.isBefore(playing) ? playing : when;
    if (!time.isAfter(now)) {
      events.add(new Event(time, told++, what));
    }
  }

  /** Has {@code what} told of each person who comes to this turn. */
  void after(Turn turn, Consumer<Person> what) {
    joining.computeIfAbsent(turn, _ -> new ArrayList<>()).add(what);
  }

  /** Says that a person came to a turn just now. */
  void came(Person person, Turn turn) {
    joining.getOrDefault(turn, List.of()).forEach(what -> what.accept(person));
  }

  /** Plays every event; {@code player} runs each at its moment. */
  void play(Player player) {
    for (Event next = events.poll(); next != null; next = events.poll()) {
      playing = next.at();
      player.play(next.at(), next.what());
    }
  }

  /** Runs one event. */
  interface Player {
    void play(LocalDateTime at, Runnable what);
  }
}
