package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages about one appointment, and a patient's list of them, show. */
@Component
class AppointmentPages {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Appointments appointments;
  private final Patients patients;
  private final ClinicTransactions transactions;

  AppointmentPages(Appointments appointments, Patients patients, ClinicTransactions transactions) {
    this.appointments = appointments;
    this.patients = patients;
    this.transactions = transactions;
  }

  /** Opens an appointment and the record it belongs to. */
  ModelAndView opened(
      Actor actor, UUID appointmentId, BiFunction<Patient, Appointment, ModelAndView> page) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Appointment one = appointments.get(appointmentId);
          return patients.open(
              actor, one.patient(), "appointment", patient -> page.apply(patient, one));
        });
  }

  AppointmentView.OnePage one(Actor actor, Patient patient, Appointment one, Form form) {
    boolean elsewhere = one.isElsewhereInPlan(actor.zone());
    LocalDate planned = one.planned();
    return new AppointmentView.OnePage(
        patients.banner(actor, patient),
        one.id(),
        one.version(),
        one.what(),
        one.state().word(),
        one.state().isLive(),
        when(actor, one),
        one.practitionerName(),
        one.roomName(),
        one.deviceName(),
        one.length().numbing()
            + " min numbing, "
            + one.length().handsOn()
            + " min needling, "
            + one.length().setUp()
            + " min set-up",
        one.note(),
        one.outcome(),
        elsewhere && planned != null
            ? "The course now has this session on " + Dates.weekday(planned) + "."
            : "",
        one.findNeedless(actor.zone()).orElse(""),
        one.course() == null ? "" : "/patients/" + one.patient() + "/courses/" + one.course(),
        (one.state() == Appointment.State.BOOKED || one.state() == Appointment.State.ARRIVED)
            && one.findNeedless(actor.zone()).isEmpty(),
        again(one),
        one.next(patients.today(actor), actor.zone()).stream()
            .map(state -> new AppointmentView.Button(state, state.word()))
            .toList(),
        form);
  }

  /** Where a visit that did not happen is booked once more; empty for others. */
  private static String again(Appointment one) {
    return switch (one.state()) {
      case MISSED, CANCELLED ->
          "/patients/"
              + one.patient()
              + "/appointments/new?what="
              + BookingPages.what(one).replace("#", "%23")
              + "&practitioner="
              + one.practitioner()
              + "&room="
              + one.room();
      case BOOKED, ARRIVED, DONE -> "";
    };
  }

  static AppointmentView.Line line(Actor actor, Appointment one) {
    return new AppointmentView.Line(
        one.id(),
        when(actor, one),
        one.what(),
        one.practitionerName(),
        one.roomName(),
        one.state().word(),
        one.state().isLive());
  }

  /** Day and time, in words. */
  static String when(Actor actor, Appointment one) {
    return Dates.weekday(one.day(actor.zone()))
        + ", "
        + CLOCK.format(one.from(actor.zone()))
        + " to "
        + CLOCK.format(one.to(actor.zone()));
  }

  static String clock(LocalTime time) {
    return CLOCK.format(time);
  }
}
