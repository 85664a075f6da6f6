package org.percuta.clinic.appointments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.appointments.CalendarSettings.Bookable;
import org.percuta.clinic.appointments.CalendarSettings.Hours;
import org.percuta.clinic.appointments.CalendarSettings.Practitioner;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.Goals;
import org.percuta.clinic.screening.VerdictCard;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Books, shows, moves and ends appointments. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class AppointmentController {

  private static final String BOOK = "appointments/book";
  private static final String ONE = "appointments/one";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Appointments appointments;
  private final AppointmentRepository repository;
  private final CalendarSettings settings;
  private final Patients patients;
  private final Courses courses;
  private final Goals goals;
  private final ClinicTransactions transactions;
  private final Notices notices;
  private final Clock clock;

  AppointmentController(
      Appointments appointments,
      AppointmentRepository repository,
      CalendarSettings settings,
      Patients patients,
      Courses courses,
      Goals goals,
      ClinicTransactions transactions,
      Notices notices,
      Clock clock) {
    this.appointments = appointments;
    this.repository = repository;
    this.settings = settings;
    this.patients = patients;
    this.courses = courses;
    this.goals = goals;
    this.transactions = transactions;
    this.notices = notices;
    this.clock = clock;
  }

  /** What the form offers; read in one transaction with what it is checked against. */
  private record Choices(Hours hours, List<Bookable> bookables, List<Practitioner> practitioners) {}

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
                    repository.listOf(patientId).stream().map(one -> line(actor, one)).toList())));
  }

  @GetMapping("/patients/{patientId}/appointments/new")
  ModelAndView fresh(
      Actor actor, @PathVariable UUID patientId, @RequestParam Map<String, String> given) {
    return patients.open(
        actor,
        patientId,
        "booking form",
        patient -> {
          Choices choices = choices();
          Map<String, String> fields = new LinkedHashMap<>();
          fields.put("what", "CONSULTATION");
          fields.put("day", patients.today(actor).toString());
          usual(fields, choices);
          for (String field : List.of("what", "day", "time", "practitioner", "room")) {
            if (given.containsKey(field)) {
              fields.put(field, given.get(field));
            }
          }
          return View.of(BOOK, page(actor, patient, null, Form.of(fields), choices, null));
        });
  }

  private static void usual(Map<String, String> fields, Choices choices) {
    VisitLength usual = choices.hours().usual();
    fields.put("numbing", String.valueOf(usual.numbing()));
    fields.put("handsOn", String.valueOf(usual.handsOn()));
    fields.put("setUp", String.valueOf(usual.setUp()));
    List<Bookable> rooms =
        choices.bookables().stream()
            .filter(one -> one.active() && one.kind() == Bookable.Kind.ROOM)
            .toList();
    if (rooms.size() == 1) {
      fields.put("room", rooms.getFirst().id().toString());
    }
    if (choices.practitioners().size() == 1) {
      fields.put("practitioner", choices.practitioners().getFirst().id().toString());
    }
  }

  @PostMapping("/patients/{patientId}/appointments")
  ModelAndView book(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<Booking> booking = read(actor, patientId, form);
    if (booking.isEmpty()) {
      return again(actor, patientId, null, form, null);
    }
    return switch (appointments.book(actor, booking.get())) {
      case Appointments.Result.Booked(UUID id) -> saved(response, id);
      case Appointments.Result.Refused(String field, String why) ->
          again(actor, patientId, null, form.reject(field, why), null);
      case Appointments.Result.NotPermitted(String field, String why, VerdictCard card) ->
          again(actor, patientId, null, form.reject(field, why), card);
      case Appointments.Result.Stale(Appointment now) -> saved(response, now.id());
    };
  }

  @GetMapping("/appointments/{appointmentId}")
  ModelAndView show(Actor actor, @PathVariable UUID appointmentId) {
    return opened(
        actor,
        appointmentId,
        (patient, one) -> View.of(ONE, one(actor, patient, one, Form.empty())));
  }

  @GetMapping("/appointments/{appointmentId}/move")
  ModelAndView moveForm(
      Actor actor, @PathVariable UUID appointmentId, @RequestParam Map<String, String> given) {
    return opened(
        actor,
        appointmentId,
        (patient, one) -> {
          Map<String, String> fields = fields(actor, one);
          for (String field : List.of("day", "time", "practitioner")) {
            if (!given.getOrDefault(field, "").isEmpty()) {
              fields.put(field, given.getOrDefault(field, ""));
            }
          }
          return View.of(BOOK, page(actor, patient, one, Form.of(fields), choices(), null));
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
    fields.put("what", what(before));
    Form form = Form.of(fields);
    Optional<Booking> booking = read(actor, before.patient(), form);
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

  @PostMapping("/appointments/{appointmentId}/state")
  ModelAndView setState(
      Actor actor,
      @PathVariable UUID appointmentId,
      @RequestParam Appointment.State state,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    return opened(
        actor,
        appointmentId,
        (patient, one) -> {
          if (!one.state().next().contains(state)) {
            String why =
                "It is "
                    + one.state().word().toLowerCase(Locale.ROOT)
                    + ", so it cannot become "
                    + state.word().toLowerCase(Locale.ROOT)
                    + ".";
            return View.rejected(ONE, one(actor, patient, one, Form.empty().reject("state", why)));
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

  private Optional<Booking> read(Actor actor, UUID patient, Form form) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Choices choices = choices();
          return BookingForm.read(
              form,
              patient,
              choices.hours(),
              patients.today(actor),
              choices.bookables(),
              choices.practitioners());
        });
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
        patient -> View.rejected(BOOK, page(actor, patient, moved, form, choices(), card)));
  }

  private ModelAndView opened(
      Actor actor,
      UUID appointmentId,
      java.util.function.BiFunction<Patient, Appointment, ModelAndView> page) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Appointment one = appointments.get(appointmentId);
          return patients.open(
              actor, one.patient(), "appointment", patient -> page.apply(patient, one));
        });
  }

  private Choices choices() {
    return new Choices(settings.hours(), settings.listBookables(), settings.listPractitioners());
  }

  private AppointmentView.BookPage page(
      Actor actor,
      Patient patient,
      @Nullable Appointment moved,
      Form form,
      Choices choices,
      @Nullable VerdictCard card) {
    return new AppointmentView.BookPage(
        patients.banner(actor, patient),
        moved == null ? null : moved.id(),
        moved == null ? 0 : moved.version(),
        moved == null ? "Book" : "Move " + moved.what().toLowerCase(Locale.ROOT),
        form,
        moved == null ? whats(patient.id()) : Map.of(what(moved), moved.what()),
        BookingForm.options(choices.practitioners()),
        BookingForm.options(choices.bookables(), Bookable.Kind.ROOM),
        BookingForm.options(choices.bookables(), Bookable.Kind.DEVICE),
        card);
  }

  private Map<String, String> whats(UUID patient) {
    Map<String, String> whats = new LinkedHashMap<>();
    for (PatientCourse course : courses.list(patient)) {
      if (course.state().isUnderWay()) {
        course.sessions().stream()
            .filter(CourseSession::isPlanned)
            .forEach(session ->
                whats.put(
                    course.id() + "#" + session.number(),
                    goals.words(course.goal())
                        + ": session "
                        + session.number()
                        + ", planned for "
                        + Dates.day(session.planned())));
      }
    }
    whats.put("CONSULTATION", "Consultation");
    whats.put("REVIEW", "Review");
    return whats;
  }

  private static String what(Appointment one) {
    return one.course() == null ? one.kind().name() : one.course() + "#" + one.sessionNumber();
  }

  private static Map<String, String> fields(Actor actor, Appointment one) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("what", what(one));
    fields.put("day", one.day(actor.zone()).toString());
    fields.put("time", CLOCK.format(one.from(actor.zone())));
    fields.put("practitioner", one.practitioner().toString());
    fields.put("room", one.room().toString());
    fields.put("device", one.device() == null ? "" : one.device().toString());
    fields.put("numbing", String.valueOf(one.length().numbing()));
    fields.put("handsOn", String.valueOf(one.length().handsOn()));
    fields.put("setUp", String.valueOf(one.length().setUp()));
    fields.put("note", one.note());
    return fields;
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
                    Dates.weekday(day) + ", " + CLOCK.format(now.from(actor.zone())),
                    Dates.weekday(asked.day()) + ", " + CLOCK.format(asked.time())),
                new SecondEdit.Row("State", now.state().word(), "")),
            "/appointments/" + now.id() + "/move",
            fields,
            "/appointments/" + now.id())
        .page();
  }

  private AppointmentView.OnePage one(Actor actor, Patient patient, Appointment one, Form form) {
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
        one.course() == null ? "" : "/patients/" + one.patient() + "/courses/" + one.course(),
        one.state() == Appointment.State.BOOKED || one.state() == Appointment.State.ARRIVED,
        one.state().next().stream()
            .map(state -> new AppointmentView.Button(state, state.word()))
            .toList(),
        form);
  }

  private static AppointmentView.Line line(Actor actor, Appointment one) {
    return new AppointmentView.Line(
        one.id(),
        when(actor, one),
        one.what(),
        one.practitionerName(),
        one.roomName(),
        one.state().word(),
        one.state().isLive());
  }

  private static String when(Actor actor, Appointment one) {
    return Dates.weekday(one.day(actor.zone()))
        + ", "
        + CLOCK.format(one.from(actor.zone()))
        + " to "
        + CLOCK.format(one.to(actor.zone()));
  }

  private ModelAndView saved(HttpServletResponse response, UUID id) {
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/appointments/" + id);
  }
}
