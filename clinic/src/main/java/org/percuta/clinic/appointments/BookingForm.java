package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.appointments.CalendarSettings.Bookable;
import org.percuta.clinic.appointments.CalendarSettings.Hours;
import org.percuta.clinic.appointments.CalendarSettings.Practitioner;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.HouseSetting;

/** Reads a booking out of a form, and offers what can be chosen. */
final class BookingForm {

  private static final int LONGEST_NOTE = 1000;
  private static final int FURTHEST_YEARS = 3;

  private BookingForm() {}

  /** What is asked for: a consultation, a review, or a session of a course. */
  private record What(Appointment.Kind kind, @Nullable UUID course, int number) {}

  static Optional<Booking> read(
      Form form,
      UUID patient,
      Hours hours,
      LocalDate today,
      List<Bookable> bookables,
      List<Practitioner> practitioners) {
    Optional<What> what = what(form);
    Optional<LocalDate> day = day(form, today);
    Optional<LocalTime> time = time(form);
    Optional<UUID> practitioner = id(form, "practitioner", "who treats");
    if (practitioner.isPresent()
        && practitioners.stream().noneMatch(one -> one.id().equals(practitioner.get()))) {
      form.reject("practitioner", "Choose who treats.");
    }
    Optional<UUID> room = bookable(form, "room", "a room", Bookable.Kind.ROOM, bookables);
    Optional<UUID> device =
        form.value("device").isBlank()
            ? Optional.empty()
            : bookable(form, "device", "a device", Bookable.Kind.DEVICE, bookables);
    VisitLength length =
        new VisitLength(
            minutes(form, "numbing", 0, 90),
            minutes(form, "handsOn", 5, 120),
            minutes(form, "setUp", 0, 60));
    String note = form.optionalText("note", "a note", LONGEST_NOTE);
    if (time.isPresent() && form.isValid()) {
      checkHours(form, time.get(), length, hours);
    }
    if (!form.isValid()
        || what.isEmpty()
        || day.isEmpty()
        || time.isEmpty()
        || practitioner.isEmpty()
        || room.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Booking(
            patient,
            what.get().kind(),
            what.get().course(),
            what.get().number(),
            day.get(),
            time.get(),
            practitioner.get(),
            room.get(),
            device.orElse(null),
            length,
            note));
  }

  private static Optional<What> what(Form form) {
    String text = form.value("what");
    int hash = text.indexOf('#');
    if (hash > 0) {
      try {
        return Optional.of(
            new What(
                Appointment.Kind.SESSION,
                UUID.fromString(text.substring(0, hash)),
                Integer.parseInt(text.substring(hash + 1))));
      } catch (IllegalArgumentException e) {
        form.reject("what", "Choose what it is for.");
        return Optional.empty();
      }
    }
    if (text.equals("CONSULTATION") || text.equals("REVIEW")) {
      return Optional.of(new What(Appointment.Kind.valueOf(text), null, 0));
    }
    form.reject("what", "Choose what it is for.");
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Form form, LocalDate today) {
    Optional<LocalDate> day = form.day("day", "the day");
    if (day.isPresent() && day.get().isBefore(today)) {
      form.reject("day", Dates.day(day.get()) + " has passed. Choose today or later.");
    } else if (day.isPresent() && day.get().isAfter(today.plusYears(FURTHEST_YEARS))) {
      form.reject("day", Dates.day(day.get()) + " is more than three years ahead.");
    }
    return day;
  }

  /** For example {@code 14:30}; on a row of the calendar. */
  static Optional<LocalTime> time(Form form) {
    return time(form, "time");
  }

  static Optional<LocalTime> time(Form form, String field) {
    String text = form.value(field).strip();
    try {
      LocalTime time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
      if (time.getSecond() == 0 && time.getMinute() % VisitLength.STEP == 0) {
        return Optional.of(time);
      }
      form.reject(
          field,
          "'"
              + text
              + "' is between two rows of the calendar. Choose a quarter of an hour, for example 14:30.");
    } catch (java.time.DateTimeException e) {
      form.reject(
          field,
          text.isEmpty()
              ? "Enter the time, for example 14:30."
              : "'" + text + "' is not a time. Write it as 14:30.");
    }
    return Optional.empty();
  }

  static int minutes(Form form, String field, int least, int most) {
    String text = form.value(field).strip();
    try {
      int minutes = Integer.parseInt(text);
      if (minutes >= least && minutes <= most) {
        return minutes;
      }
      form.reject(field, text + " minutes is outside " + least + " to " + most + ".");
    } catch (NumberFormatException e) {
      form.reject(
          field,
          text.isEmpty()
              ? "Enter the minutes."
              : "'" + text + "' is not a whole number of minutes.");
    }
    return 0;
  }

  private static void checkHours(Form form, LocalTime time, VisitLength length, Hours hours) {
    int end = time.toSecondOfDay() / 60 + length.minutes();
    if (time.isBefore(hours.opens())) {
      form.reject("time", "The clinic opens at " + hours.opens() + ".");
    } else if (end > hours.closes().toSecondOfDay() / 60) {
      form.reject(
          "time",
          "The visit takes "
              + length.minutes()
              + " minutes and the clinic closes at "
              + hours.closes()
              + ". Begin earlier.");
    }
  }

  private static Optional<UUID> bookable(
      Form form, String field, String name, Bookable.Kind kind, List<Bookable> bookables) {
    Optional<UUID> id = id(form, field, name);
    if (id.isPresent()
        && bookables.stream()
            .noneMatch(one -> one.id().equals(id.get()) && one.kind() == kind && one.active())) {
      form.reject(field, "Choose " + name + ".");
      return Optional.empty();
    }
    return id;
  }

  private static Optional<UUID> id(Form form, String field, String name) {
    try {
      return Optional.of(UUID.fromString(form.value(field).strip()));
    } catch (IllegalArgumentException e) {
      form.reject(field, "Choose " + name + ".");
      return Optional.empty();
    }
  }

  static Map<String, String> options(List<Bookable> bookables, Bookable.Kind kind) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", kind == Bookable.Kind.DEVICE ? "None" : "Choose…");
    bookables.stream()
        .filter(one -> one.active() && one.kind() == kind)
        .forEach(one -> options.put(one.id().toString(), one.name()));
    return options;
  }

  static Map<String, String> options(List<Practitioner> practitioners) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "Choose…");
    practitioners.forEach(one -> options.put(one.id().toString(), one.name()));
    return options;
  }

  /** Refuses numbing and needling together outside what the knowledge lets a clinic set. */
  static void checkUsual(Form form, VisitLength usual, Optional<HouseSetting> setting) {
    int both = usual.numbing() + usual.handsOn();
    setting
        .filter(one -> both < one.low() || both > one.high())
        .ifPresent(one ->
            form.reject(
                "handsOn",
                "Numbing and needling together are "
                    + both
                    + " minutes; a clinic may set "
                    + (int) one.low()
                    + " to "
                    + (int) one.high()
                    + "."));
  }
}
