package org.percuta.clinic.appointments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.VerdictCard;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Books appointments and moves them. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class BookingController {

  private static final String BOOK = "appointments/book";

  private final Appointments appointments;
  private final AppointmentPages pages;
  private final BookingPages forms;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Notices notices;
  private final Clock clock;

  BookingController(
      Appointments appointments,
      AppointmentPages pages,
      BookingPages forms,
      Patients patients,
      ClinicTransactions transactions,
      Notices notices,
      Clock clock) {
    this.appointments = appointments;
    this.pages = pages;
    this.forms = forms;
    this.patients = patients;
    this.transactions = transactions;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/patients/{patientId}/appointments/new")
  ModelAndView fresh(
      Actor actor, @PathVariable UUID patientId, @RequestParam Map<String, String> given) {
    return patients.open(
        actor,
        patientId,
        "booking form",
        patient -> {
          BookingPages.Choices choices = forms.choices();
          Map<String, String> fields = new LinkedHashMap<>();
          fields.put("what", "CONSULTATION");
          fields.put("day", patients.today(actor).toString());
          BookingPages.usual(fields, choices);
          for (String field : List.of("what", "day", "time", "practitioner", "room", "wish")) {
            if (given.containsKey(field)) {
              fields.put(field, given.get(field));
            }
          }
          forms.fit(actor, patient, fields);
          return View.of(BOOK, forms.page(actor, patient, null, Form.of(fields), choices, null));
        });
  }

  @PostMapping("/patients/{patientId}/appointments")
  ModelAndView book(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<Booking> booking = forms.read(actor, patientId, form);
    if (booking.isEmpty()) {
      return again(actor, patientId, null, form, null);
    }
    return switch (appointments.book(actor, booking.get())) {
      case Appointments.Result.Booked(UUID id) -> {
        forms.meet(actor, patientId, form);
        yield saved(response, id);
      }
      case Appointments.Result.Refused(String field, String why) ->
          again(actor, patientId, null, form.reject(field, why), null);
      case Appointments.Result.NotPermitted(String field, String why, VerdictCard card) ->
          again(actor, patientId, null, form.reject(field, why), card);
      case Appointments.Result.Stale(Appointment now) -> saved(response, now.id());
    };
  }

  @GetMapping("/appointments/{appointmentId}/move")
  ModelAndView moveForm(
      Actor actor, @PathVariable UUID appointmentId, @RequestParam Map<String, String> given) {
    return pages.opened(
        actor,
        appointmentId,
        (patient, one) -> {
          Map<String, String> fields = BookingPages.fields(actor, one);
          for (String field : List.of("day", "time", "practitioner")) {
            if (!given.getOrDefault(field, "").isEmpty()) {
              fields.put(field, given.getOrDefault(field, ""));
            }
          }
          return View.of(
              BOOK, forms.page(actor, patient, one, Form.of(fields), forms.choices(), null));
        });
  }

  @PostMapping("/appointments/{appointmentId}/move")
  ModelAndView move(
      Actor actor,
      @PathVariable UUID appointmentId,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Appointment before = transactions.in(actor.clinic(), () -> appointments.get(appointmentId));
    Map<String, String> fields = new LinkedHashMap<>(typed);
    fields.put("what", BookingPages.what(before));
    Form form = Form.of(fields);
    Optional<Booking> booking = forms.read(actor, before.patient(), form);
    if (booking.isEmpty()) {
      return again(actor, before.patient(), before, form, null);
    }
    return switch (appointments.move(actor, appointmentId, version, booking.get())) {
      case Appointments.Result.Booked(UUID id) -> saved(response, id);
      case Appointments.Result.Refused(String field, String why) ->
          again(actor, before.patient(), before, form.reject(field, why), null);
      case Appointments.Result.NotPermitted(String field, String why, VerdictCard card) ->
          again(actor, before.patient(), before, form.reject(field, why), card);
      case Appointments.Result.Stale(Appointment now) -> second(actor, now, booking.get(), fields);
    };
  }

  private ModelAndView again(
      Actor actor,
      UUID patientId,
      @Nullable Appointment moved,
      Form form,
      @Nullable VerdictCard card) {
    return patients.open(
        actor,
        patientId,
        "booking form",
        patient ->
            View.rejected(BOOK, forms.page(actor, patient, moved, form, forms.choices(), card)));
  }

  private ModelAndView second(
      Actor actor, Appointment now, Booking asked, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>(typed);
    fields.remove("_csrf");
    fields.put("version", String.valueOf(now.version()));
    LocalDate day = now.day(actor.zone());
    return new SecondEdit(
            "this appointment",
            List.of(
                new SecondEdit.Row(
                    "When",
                    Dates.weekday(day) + ", " + AppointmentPages.clock(now.from(actor.zone())),
                    Dates.weekday(asked.day()) + ", " + AppointmentPages.clock(asked.time())),
                new SecondEdit.Row("State", now.state().word(), "")),
            "/appointments/" + now.id() + "/move",
            fields,
            "/appointments/" + now.id())
        .page();
  }

  private ModelAndView saved(HttpServletResponse response, UUID id) {
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/appointments/" + id);
  }
}
