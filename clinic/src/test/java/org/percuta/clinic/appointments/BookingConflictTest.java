package org.percuta.clinic.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.appointments.Appointments.Result;
import org.percuta.clinic.appointments.CalendarSettings.Bookable.Kind;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;

class BookingConflictTest {

  private static final LocalDate DAY = RunningClinic.TODAY.plusDays(40);

  private final RunningClinic running = RunningClinic.get();
  private final Appointments appointments = running.bean(Appointments.class);
  private final Actor actor = running.actor(Role.FRONT_DESK);
  private final UUID clinician = running.staff(Role.CLINICIAN);
  private final UUID practitioner = running.staff(Role.PRACTITIONER);

  @Test
  void oneOfManyWhoBookTheSamePlaceAtOnceGetsItAndTheOthersAreToldWhoHasIt() throws Exception {
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room rush");
    int rivals = 8;
    List<UUID> patients = new ArrayList<>();
    for (int i = 0; i < rivals; i++) {
      patients.add(running.patient(running.clinic(), "Rival" + i));
    }
    CountDownLatch start = new CountDownLatch(1);
    List<Result> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(rivals)) {
      List<Future<Result>> waiting = new ArrayList<>();
      for (UUID patient : patients) {
        waiting.add(
            threads.submit(() -> {
              start.await();
              return appointments.book(
                  actor, Fixture.consultation(patient, DAY, "10:00", clinician, room, null));
            }));
      }
      start.countDown();
      for (Future<Result> one : waiting) {
        results.add(one.get());
      }
    }
    assertThat(results).filteredOn(Result.Booked.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(Result.Refused.class::isInstance)
        .hasSize(rivals - 1)
        .allSatisfy(one ->
            assertThat(((Result.Refused) one).why())
                .contains("from 10:00 to 11:00")
                .contains("Anna Rival"));
  }

  @Test
  void eachOfRoomDeviceAndPatientIsBoundOnce() {
    UUID one = Fixture.bookable(running, Kind.ROOM, "Room one");
    UUID two = Fixture.bookable(running, Kind.ROOM, "Room two");
    UUID pen = Fixture.bookable(running, Kind.DEVICE, "Pen A");
    UUID anna = running.patient(running.clinic(), "Ahorn");
    UUID berta = running.patient(running.clinic(), "Buche");
    LocalDate day = DAY.plusDays(1);
    assertThat(
            appointments.book(actor, Fixture.consultation(anna, day, "10:00", clinician, one, pen)))
        .isInstanceOf(Result.Booked.class);
    assertThat(refused(Fixture.consultation(berta, day, "10:45", practitioner, one, null)))
        .satisfies(why -> {
          assertThat(why.field()).isEqualTo("room");
          assertThat(why.why()).startsWith("Room one is taken on");
        });
    assertThat(refused(Fixture.consultation(berta, day, "10:45", practitioner, two, pen)).field())
        .isEqualTo("device");
    assertThat(refused(Fixture.consultation(anna, day, "10:45", practitioner, two, null)).field())
        .isEqualTo("time");
    assertThat(refused(Fixture.consultation(berta, day, "09:15", clinician, two, null)).field())
        .isEqualTo("practitioner");
    assertThat(
            appointments.book(
                actor, Fixture.consultation(berta, day, "11:00", clinician, one, pen)))
        .isInstanceOf(Result.Booked.class);
  }

  @Test
  void whatIsCancelledBindsNobody() {
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room three");
    UUID anna = running.patient(running.clinic(), "Ulme");
    UUID berta = running.patient(running.clinic(), "Eiche");
    LocalDate day = DAY.plusDays(2);
    Result first =
        appointments.book(actor, Fixture.consultation(anna, day, "10:00", clinician, room, null));
    UUID id = ((Result.Booked) first).id();
    running.inClinic(() ->
        running.bean(AppointmentRepository.class).setState(id, 1, Appointment.State.CANCELLED));
    assertThat(
            appointments.book(
                actor, Fixture.consultation(berta, day, "10:00", clinician, room, null)))
        .isInstanceOf(Result.Booked.class);
  }

  @Test
  void theDatabaseItselfRefusesWhoGoesAroundTheApplication() {
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room four");
    UUID anna = running.patient(running.clinic(), "Linde");
    LocalDate day = DAY.plusDays(3);
    appointments.book(actor, Fixture.consultation(anna, day, "10:00", clinician, room, null));
    assertThatThrownBy(() ->
            running.inClinic(() ->
                running
                    .sql()
                    .sql(
                        "insert into appointment (clinic_id, patient_id, kind,"
                            + " practitioner_id, room_id, during, numbing_minutes,"
                            + " hands_on_minutes, set_up_minutes, knowledge_digest,"
                            + " created_by) select clinic_id, patient_id, kind,"
                            + " practitioner_id, room_id, during, 0, 0, 0, '', 'x'"
                            + " from appointment where room_id = ?")
                    .param(room)
                    .update()))
        .hasStackTraceContaining("exclusion constraint");
  }

  @Test
  void noRowOfTheCalendarIsSeenOrWrittenFromAnotherClinic() {
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room five");
    UUID anna = running.patient(running.clinic(), "Kiefer");
    appointments.book(
        actor, Fixture.consultation(anna, DAY.plusDays(4), "10:00", clinician, room, null));
    for (String table :
        new String[] {
          "appointment", "bookable", "calendar_setting", "waiting_wish", "calendar_feed"
        }) {
      long seen =
          running.in(
              running.other(),
              () ->
                  running
                      .sql()
                      .sql("select count(*) from " + table + " where clinic_id <> current_clinic()")
                      .query(Long.class)
                      .single());
      assertThat(seen).as(table).isZero();
    }
    assertThatThrownBy(() ->
            running.in(
                running.other(),
                () ->
                    running
                        .sql()
                        .sql(
                            "insert into bookable (clinic_id, kind, name) values (?, 'ROOM',"
                                + " 'forged')")
                        .param(running.clinic().value())
                        .update()))
        .hasStackTraceContaining("row-level security");
    assertThat(
            running.<Integer>in(
                running.other(),
                () ->
                    running
                        .sql()
                        .sql("update appointment set note = 'theirs' where room_id = ?")
                        .param(room)
                        .update()))
        .isZero();
  }

  private Result.Refused refused(Booking booking) {
    return (Result.Refused) appointments.book(actor, booking);
  }
}
