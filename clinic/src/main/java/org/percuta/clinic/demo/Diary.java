package org.percuta.clinic.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Actor;

/** Which quarters of an hour are taken, so that the demonstration asks only for free ones. */
final class Diary {

  static final LocalTime OPENS = LocalTime.of(9, 0);
  static final LocalTime CLOSES = LocalTime.of(18, 0);
  private static final int QUARTER = 15;
  private static final int FEW = 5;
  private static final int LUNCH_FROM = 13 * 60;
  private static final int LUNCH_TO = 13 * 60 + 45;
  private static final int FIRST = OPENS.toSecondOfDay() / 60;
  private static final int LAST = CLOSES.toSecondOfDay() / 60;

  private record Taken(UUID who, LocalDate day) {}

  /** A free place. */
  record Place(
      Actor practitioner, UUID room, @Nullable UUID device, LocalDate day, LocalTime time) {}

  private final List<UUID> rooms;
  private final List<UUID> devices;
  private final DayOfWeek closed;
  private final Map<Taken, BitSet> taken = new HashMap<>();
  private final Map<LocalDate, Integer> visits = new HashMap<>();

  /**
   * @param today which is never the day of the week on which the clinic is closed
   */
  Diary(List<UUID> rooms, List<UUID> devices, LocalDate today) {
    this.rooms = List.copyOf(rooms);
    this.devices = List.copyOf(devices);
    this.closed = today.getDayOfWeek() == DayOfWeek.SUNDAY ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
  }

  private boolean isOpen(LocalDate day) {
    return day.getDayOfWeek() != closed;
  }

  /**
   * Open days from one on, the emptier of each few first, so that no day is full beside an empty
   * one.
   */
  List<LocalDate> days(LocalDate from, int most) {
    List<LocalDate> open =
        from.datesUntil(from.plusDays(most)).filter(this::isOpen).collect(Collectors.toList());
    open.subList(0, Math.min(FEW, open.size())).sort(Comparator.comparing(this::visits));
    return open;
  }

  private int visits(LocalDate day) {
    return visits.getOrDefault(day, 0);
  }

  /** A free place on that day, which is then taken; from where it looks is chance. */
  Optional<Place> take(
      RandomGenerator chance, List<Actor> who, LocalDate day, int minutes, boolean withDevice) {
    int starts = (LAST - FIRST) / QUARTER;
    int begin = chance.nextInt(starts);
    int first = chance.nextInt(who.size());
    for (int i = 0; i < starts; i++) {
      int from = FIRST + (begin + i) % starts * QUARTER;
      int to = from + minutes;
      if (to > LAST || (from < LUNCH_TO && to > LUNCH_FROM)) {
        continue;
      }
      for (int j = 0; j < who.size(); j++) {
        Actor one = who.get((first + j) % who.size());
        Optional<UUID> room = free(rooms, day, from, to);
        Optional<UUID> device = withDevice ? free(devices, day, from, to) : Optional.empty();
        boolean things = room.isPresent() && (device.isPresent() || !withDevice);
        if (things && isFree(one.id(), day, from, to)) {
          UUID in = room.get();
          occupy(one.id(), day, from, to);
          occupy(in, day, from, to);
          device.ifPresent(with -> occupy(with, day, from, to));
          visits.merge(day, 1, Integer::sum);
          LocalTime time = LocalTime.ofSecondOfDay(from * 60L);
          return Optional.of(new Place(one, in, device.orElse(null), day, time));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<UUID> free(List<UUID> things, LocalDate day, int from, int to) {
    return things.stream().filter(one -> isFree(one, day, from, to)).findFirst();
  }

  private boolean isFree(UUID who, LocalDate day, int from, int to) {
    BitSet quarters = taken.get(new Taken(who, day));
    int next = quarters == null ? -1 : quarters.nextSetBit(from / QUARTER);
    return next < 0 || next * QUARTER >= to;
  }

  private void occupy(UUID who, LocalDate day, int from, int to) {
    taken
        .computeIfAbsent(new Taken(who, day), _ -> new BitSet())
        .set(from / QUARTER, (to + QUARTER - 1) / QUARTER);
  }
}
