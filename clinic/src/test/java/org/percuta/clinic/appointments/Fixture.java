package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.testing.RunningClinic;

/** Rooms, devices and bookings for the tests of this package. */
final class Fixture {

  static final VisitLength HOUR = new VisitLength(20, 30, 10);

  private Fixture() {}

  static UUID bookable(RunningClinic running, CalendarSettings.Bookable.Kind kind, String name) {
    return running.inClinic(() -> {
      CalendarSettings settings = running.bean(CalendarSettings.class);
      settings.add(kind, name);
      return settings.listBookables().stream()
          .filter(one -> one.kind() == kind && one.name().equals(name))
          .findFirst()
          .orElseThrow()
          .id();
    });
  }

  static Booking consultation(
      UUID patient,
      LocalDate day,
      String time,
      UUID practitioner,
      UUID room,
      @Nullable UUID device) {
    return new Booking(
        patient,
        Appointment.Kind.CONSULTATION,
        null,
        0,
        day,
        LocalTime.parse(time),
        practitioner,
        room,
        device,
        HOUR,
        "");
  }
}
