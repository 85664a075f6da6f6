package org.percuta.clinic.appointments;

import java.time.LocalDate;
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
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.Goals;
import org.percuta.clinic.screening.VerdictCard;
import org.springframework.stereotype.Component;

/** The form that books and moves: what it offers, what stands in it, and reading it. */
@Component
class BookingPages {

  /** What the form offers; read in one transaction with what it is checked against. */
  record Choices(Hours hours, List<Bookable> bookables, List<Practitioner> practitioners) {}

  private final CalendarSettings settings;
  private final Patients patients;
  private final Courses courses;
  private final Goals goals;
  private final WaitingList waiting;
  private final ClinicTransactions transactions;

  BookingPages(
      CalendarSettings settings,
      Patients patients,
      Courses courses,
      Goals goals,
      WaitingList waiting,
      ClinicTransactions transactions) {
    this.settings = settings;
    this.patients = patients;
    this.courses = courses;
    this.goals = goals;
    this.waiting = waiting;
    this.transactions = transactions;
  }

  Choices choices() {
    return new Choices(settings.hours(), settings.listBookables(), settings.listPractitioners());
  }

  /** What most bookings need, to begin with. */
  static void usual(Map<String, String> fields, Choices choices) {
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

  /**
   * Fits what a new form begins with to what is booked: nobody is numbed for a talk, and a day that
   * has passed is today. A wish that is met begins on its first day.
   */
  void fit(Actor actor, Patient patient, Map<String, String> fields) {
    if (!fields.getOrDefault("what", "").contains("#")) {
      fields.put("numbing", "0");
    }
    Form form = Form.of(fields);
    LocalDate today = patients.today(actor);
    wish(patient.id(), form)
        .map(WaitingList.Open::from)
        .ifPresent(from -> fields.put("day", from.toString()));
    Form.of(fields)
        .day("day", "the day")
        .filter(day -> day.isBefore(today))
        .ifPresent(_ -> fields.put("day", today.toString()));
  }

  /** Takes the wish that was booked for off the waiting list, unless somebody did so before. */
  void meet(Actor actor, UUID patient, Form form) {
    transactions.run(
        actor.clinic(),
        () -> wish(patient, form).ifPresent(wish -> waiting.meet(actor, wish, patient)));
  }

  private Optional<WaitingList.Open> wish(UUID patient, Form form) {
    try {
      return waiting.findOpen(patient, UUID.fromString(form.value("wish").strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<Booking> read(Actor actor, UUID patient, Form form) {
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

  AppointmentView.BookPage page(
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
        card,
        wish(patient.id(), form)
            .map(wish ->
                new AppointmentView.Wish(
                    wish.id(), wish.wish() + ", " + Dates.span(wish.from(), wish.until())))
            .orElse(null));
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

  /** What an appointment is for, as the form names it. */
  static String what(Appointment one) {
    return one.course() == null ? one.kind().name() : one.course() + "#" + one.sessionNumber();
  }

  /** The form as it would book what is booked. */
  static Map<String, String> fields(Actor actor, Appointment one) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("what", what(one));
    fields.put("day", one.day(actor.zone()).toString());
    fields.put("time", AppointmentPages.clock(one.from(actor.zone())));
    fields.put("practitioner", one.practitioner().toString());
    fields.put("room", one.room().toString());
    fields.put("device", one.device() == null ? "" : one.device().toString());
    fields.put("numbing", String.valueOf(one.length().numbing()));
    fields.put("handsOn", String.valueOf(one.length().handsOn()));
    fields.put("setUp", String.valueOf(one.length().setUp()));
    fields.put("note", one.note());
    return fields;
  }
}
