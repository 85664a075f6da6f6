package org.percuta.clinic.appointments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows appointments, and says what became of them. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class AppointmentController {

  private static final String ONE = "appointments/one";

  private final Appointments appointments;
  private final AppointmentRepository repository;
  private final AppointmentPages pages;
  private final Patients patients;
  private final Notices notices;
  private final Clock clock;

  AppointmentController(
      Appointments appointments,
      AppointmentRepository repository,
      AppointmentPages pages,
      Patients patients,
      Notices notices,
      Clock clock) {
    this.appointments = appointments;
    this.repository = repository;
    this.pages = pages;
    this.patients = patients;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/patients/{patientId}/appointments")
  ModelAndView list(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "appointments",
        patient ->
            View.of(
                "appointments/list",
                new AppointmentView.ListPage(
                    patients.banner(actor, patient),
                    repository.listOf(patientId).stream()
                        .map(one -> AppointmentPages.line(actor, one))
                        .toList())));
  }

  @GetMapping("/appointments/{appointmentId}")
  ModelAndView show(Actor actor, @PathVariable UUID appointmentId) {
    return pages.opened(
        actor,
        appointmentId,
        (patient, one) -> View.of(ONE, pages.one(actor, patient, one, Form.empty())));
  }

  @PostMapping("/appointments/{appointmentId}/state")
  ModelAndView setState(
      Actor actor,
      @PathVariable UUID appointmentId,
      @RequestParam Appointment.State state,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    return pages.opened(
        actor,
        appointmentId,
        (patient, one) -> {
          if (!one.next(patients.today(actor), actor.zone()).contains(state)) {
            String why =
                "It is "
                    + one.state().word().toLowerCase(Locale.ROOT)
                    + (one.state().next().contains(state)
                        ? " for " + Dates.day(one.day(actor.zone())) + ", so it cannot yet become "
                        : ", so it cannot become ")
                    + state.word().toLowerCase(Locale.ROOT)
                    + ".";
            return View.rejected(
                ONE, pages.one(actor, patient, one, Form.empty().reject("state", why)));
          }
          if (!appointments.setState(actor, appointmentId, one.patient(), version, state)) {
            return new SecondEdit(
                    "this appointment",
                    List.of(new SecondEdit.Row("State", one.state().word(), state.word())),
                    "/appointments/" + appointmentId + "/state",
                    Map.of("state", state.name(), "version", String.valueOf(one.version())),
                    "/appointments/" + appointmentId)
                .page();
          }
          return saved(response, appointmentId);
        });
  }

  private ModelAndView saved(HttpServletResponse response, UUID id) {
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/appointments/" + id);
  }
}
