package org.percuta.clinic.appointments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
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

/** The day and the week. Each takes the same few statements, however much is booked. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class CalendarController {

  private static final int WEEK = 7;
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2200;
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private final AppointmentRepository repository;
  private final CalendarSettings settings;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Audit audit;

  CalendarController(
      AppointmentRepository repository,
      CalendarSettings settings,
      Patients patients,
      ClinicTransactions transactions,
      Audit audit) {
    this.repository = repository;
    this.settings = settings;
    this.patients = patients;
    this.transactions = transactions;
    this.audit = audit;
  }

  record DayPage(
      LocalDate date,
      String title,
      LocalDate before,
      LocalDate after,
      boolean today,
      CalendarGrid.Day grid,
      boolean bookable,
      boolean ready) {}

  record WeekDay(LocalDate date, String word, boolean today) {}

  record WeekRow(UUID practitioner, String name, List<List<CalendarGrid.Visit>> days) {}

  record WeekPage(
      LocalDate monday,
      String title,
      LocalDate before,
      LocalDate after,
      List<WeekDay> days,
      List<WeekRow> rows) {}

  @GetMapping("/calendar")
  ModelAndView day(Actor actor, @RequestParam(defaultValue = "") String day) {
    return transactions.in(
        actor.clinic(),
        () -> {
          LocalDate today = patients.today(actor);
          LocalDate date = date(day, today);
          List<Appointment> found = between(actor, date, 1);
          CalendarGrid.Day grid =
              CalendarGrid.day(
                  actor.id(),
                  date,
                  actor.zone(),
                  settings.hours(),
                  settings.listPractitioners(),
                  found);
          audit.record(actor, Audit.Action.READ, "calendar:" + date, null, "day");
          return View.of(
              "appointments/day",
              new DayPage(
                  date,
                  Dates.weekday(date),
                  date.minusDays(1),
                  date.plusDays(1),
                  date.equals(today),
                  grid,
                  !date.isBefore(today),
                  settings.listBookables().stream()
                      .anyMatch(one ->
                          one.active() && one.kind() == CalendarSettings.Bookable.Kind.ROOM)));
        });
  }

  @GetMapping("/calendar/week")
  ModelAndView week(Actor actor, @RequestParam(defaultValue = "") String day) {
    return transactions.in(
        actor.clinic(),
        () -> {
          LocalDate today = patients.today(actor);
          LocalDate monday =
              date(day, today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          Map<CalendarSettings.Practitioner, List<List<CalendarGrid.Visit>>> week =
              CalendarGrid.week(
                  actor.id(),
                  monday,
                  WEEK,
                  actor.zone(),
                  settings.listPractitioners(),
                  between(actor, monday, WEEK));
          audit.record(actor, Audit.Action.READ, "calendar:" + monday, null, "week");
          return View.of(
              "appointments/week",
              new WeekPage(
                  monday,
                  Dates.span(monday, monday.plusDays(WEEK - 1L)),
                  monday.minusDays(WEEK),
                  monday.plusDays(WEEK),
                  IntStream.range(0, WEEK)
                      .mapToObj(monday::plusDays)
                      .map(one -> new WeekDay(one, SHORT.format(one), one.equals(today)))
                      .toList(),
                  week.entrySet().stream()
                      .map(row ->
                          new WeekRow(row.getKey().id(), row.getKey().name(), row.getValue()))
                      .toList()));
        });
  }

  private List<Appointment> between(Actor actor, LocalDate from, int days) {
    return repository.listBetween(
        from.atStartOfDay(actor.zone()).toInstant(),
        from.plusDays(days).atStartOfDay(actor.zone()).toInstant());
  }

  /** An address that names no day shows today. */
  static LocalDate date(String text, LocalDate today) {
    try {
      LocalDate date = LocalDate.parse(text.strip());
      return date.getYear() < EARLIEST || date.getYear() > LATEST ? today : date;
    } catch (DateTimeParseException e) {
      return today;
    }
  }
}
