package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.appointments.CalendarSettings.Hours;
import org.percuta.clinic.appointments.CalendarSettings.Practitioner;

/**
 * A day as rows of a quarter of an hour and a column a practitioner. Nobody is booked twice, so a
 * column never has two visits in one row.
 */
final class CalendarGrid {

  private CalendarGrid() {}

  /**
   * One visit as the calendar shows it.
   *
   * @param warning what is wrong with it; empty when nothing is
   */
  record Visit(
      UUID id,
      String from,
      String to,
      String who,
      String what,
      String where,
      String state,
      String warning) {}

  /** What stands in a column at a row; a row that a visit above covers has none. */
  sealed interface Cell {

    /** Free, and can be booked or dropped on. */
    record Free(UUID practitioner, String name, LocalTime time) implements Cell {}

    /** A visit begins and covers {@code rows} rows. */
    record Taken(Visit visit, int rows) implements Cell {}
  }

  /**
   * @param fullHour whether the time is written
   */
  record Row(LocalTime time, boolean fullHour, List<Cell> cells) {}

  record Day(List<Practitioner> columns, List<Row> rows) {}

  static Day day(
      UUID self,
      LocalDate date,
      ZoneId zone,
      Hours hours,
      List<Practitioner> practitioners,
      List<Appointment> appointments) {
    List<Practitioner> columns = columns(self, practitioners, appointments);
    int first = hours.opens().getHour() * 60;
    int last = minutes(hours.closes());
    Map<UUID, Map<Integer, Appointment>> begins = new HashMap<>();
    for (Appointment one : appointments) {
      int from = minutes(one.from(zone));
      int to =
          one.day(zone).equals(one.end().atZone(zone).toLocalDate())
              ? minutes(one.to(zone))
              : 24 * 60;
      first = Math.min(first, from / 60 * 60);
      last = Math.max(last, to);
      begins.computeIfAbsent(one.practitioner(), _ -> new HashMap<>()).put(from, one);
    }
    Map<UUID, Integer> coveredUntil = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int minute = first; minute < last; minute += VisitLength.STEP) {
      rows.add(row(minute, columns, begins, coveredUntil, zone));
    }
    return new Day(columns, List.copyOf(rows));
  }

  private static Row row(
      int minute,
      List<Practitioner> columns,
      Map<UUID, Map<Integer, Appointment>> begins,
      Map<UUID, Integer> coveredUntil,
      ZoneId zone) {
    LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
    List<Cell> cells = new ArrayList<>();
    for (Practitioner column : columns) {
      @Nullable Appointment one = begins.getOrDefault(column.id(), Map.of()).get(minute);
      if (one != null) {
        int length =
            Math.max(
                1,
                (int)
                    ((one.end().getEpochSecond() - one.start().getEpochSecond())
                        / 60
                        / VisitLength.STEP));
        coveredUntil.put(column.id(), minute + length * VisitLength.STEP);
        cells.add(new Cell.Taken(visit(one, zone), length));
      } else if (coveredUntil.getOrDefault(column.id(), 0) <= minute) {
        cells.add(new Cell.Free(column.id(), column.name(), time));
      }
    }
    return new Row(time, minute % 60 == 0, List.copyOf(cells));
  }

  /** Days by practitioner, each with its visits by time. */
  static Map<Practitioner, List<List<Visit>>> week(
      UUID self,
      LocalDate monday,
      int days,
      ZoneId zone,
      List<Practitioner> practitioners,
      List<Appointment> appointments) {
    Map<UUID, Map<LocalDate, List<Visit>>> visits = new HashMap<>();
    for (Appointment one : appointments) {
      visits
          .computeIfAbsent(one.practitioner(), _ -> new HashMap<>())
          .computeIfAbsent(one.day(zone), _ -> new ArrayList<>())
          .add(visit(one, zone));
    }
    Map<Practitioner, List<List<Visit>>> week = new LinkedHashMap<>();
    for (Practitioner one : columns(self, practitioners, appointments)) {
      Map<LocalDate, List<Visit>> row = visits.getOrDefault(one.id(), Map.of());
      week.put(
          one,
          IntStream.range(0, days)
              .mapToObj(day -> row.getOrDefault(monday.plusDays(day), List.of()))
              .toList());
    }
    return week;
  }

  /** Who looks, then all who treat, then those who no longer do but are still booked. */
  private static List<Practitioner> columns(
      UUID self, List<Practitioner> practitioners, List<Appointment> appointments) {
    Map<UUID, Practitioner> columns = new LinkedHashMap<>();
    practitioners.stream()
        .filter(one -> one.id().equals(self))
        .forEach(one -> columns.put(one.id(), one));
    practitioners.forEach(one -> columns.put(one.id(), one));
    appointments.forEach(one ->
        columns.putIfAbsent(
            one.practitioner(), new Practitioner(one.practitioner(), one.practitionerName())));
    return List.copyOf(columns.values());
  }

  private static Visit visit(Appointment one, ZoneId zone) {
    return new Visit(
        one.id(),
        one.from(zone).toString(),
        one.to(zone).toString(),
        one.patientName(),
        one.what(),
        one.deviceName().isEmpty() ? one.roomName() : one.roomName() + ", " + one.deviceName(),
        one.state() == Appointment.State.BOOKED ? "" : one.state().word(),
        one.findNeedless(zone).isPresent()
            ? "cancel it"
            : one.isElsewhereInPlan(zone) ? "plan moved" : "");
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
