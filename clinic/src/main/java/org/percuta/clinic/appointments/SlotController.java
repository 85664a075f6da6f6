package org.percuta.clinic.appointments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** From a place in the calendar to the form that books it: asks who comes. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class SlotController {

  private static final int MOST = 20;
  private static final int LONGEST = 100;

  private final CalendarSettings settings;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Audit audit;

  SlotController(
      CalendarSettings settings, Patients patients, ClinicTransactions transactions, Audit audit) {
    this.settings = settings;
    this.patients = patients;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * @param time empty when none was chosen
   * @param practitioner id; empty when none was chosen
   */
  record SlotPage(
      LocalDate day,
      String time,
      String practitioner,
      String when,
      String words,
      List<Line> lines) {}

  record Line(String name, String detail, String address) {}

  @GetMapping("/calendar/book")
  ModelAndView choose(
      Actor actor,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String practitioner,
      @RequestParam(defaultValue = "") String q) {
    String words = q.substring(0, Math.min(q.length(), LONGEST)).replace("\0", "");
    return transactions.in(
        actor.clinic(),
        () -> {
          LocalDate date = CalendarController.date(day, patients.today(actor));
          String at = time(time);
          CalendarSettings.Practitioner who =
              settings.listPractitioners().stream()
                  .filter(one -> one.id().toString().equals(practitioner))
                  .findFirst()
                  .orElse(new CalendarSettings.Practitioner(new UUID(0, 0), ""));
          String with = who.name().isEmpty() ? "" : who.id().toString();
          List<Patient> found = words.isBlank() ? List.of() : patients.search(words, MOST);
          audit.record(actor, Audit.Action.SEARCH, "patients", null, found.size() + " to book for");
          return View.of(
              "appointments/slot",
              new SlotPage(
                  date,
                  at,
                  with,
                  Dates.weekday(date)
                      + (at.isEmpty() ? "" : ", " + at)
                      + (with.isEmpty() ? "" : ", " + who.name()),
                  words,
                  found.stream().map(one -> line(one, date, at, with)).toList()));
        });
  }

  private static Line line(Patient patient, LocalDate day, String time, String practitioner) {
    UriComponentsBuilder form =
        UriComponentsBuilder.fromPath("/patients/" + patient.id() + "/appointments/new")
            .queryParam("day", day);
    if (!time.isEmpty()) {
      form.queryParam("time", time);
    }
    if (!practitioner.isEmpty()) {
      form.queryParam("practitioner", practitioner);
    }
    return new Line(
        patient.name(), "born " + Dates.day(patient.birthDate()), form.build().toUriString());
  }

  /** An address that names no time leaves it open. */
  private static String time(String text) {
    try {
      return LocalTime.parse(text.strip()).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
