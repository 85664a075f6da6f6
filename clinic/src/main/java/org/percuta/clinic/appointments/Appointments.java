package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.CourseChange;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.CourseSessions;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.PatientRecord;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Books and moves. Opens its own transactions; called within one, a booking that is in the way ends
 * that one.
 */
@Service
public class Appointments {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final int TRIES = 4;
  private static final String EXCLUDED = "23P01";
  private static final String TAKEN = "23505";

  private final AppointmentRepository repository;
  private final Courses courses;
  private final CourseSessions sessions;
  private final CourseScreening screening;
  private final Patients patients;
  private final Protocols protocols;
  private final ClinicTransactions transactions;
  private final KeptVerdicts verdicts;
  private final Audit audit;
  private final AppointmentBook book;

  Appointments(
      AppointmentRepository repository,
      Courses courses,
      CourseSessions sessions,
      CourseScreening screening,
      Patients patients,
      Protocols protocols,
      ClinicTransactions transactions,
      KeptVerdicts verdicts,
      Audit audit,
      AppointmentBook book) {
    this.repository = repository;
    this.courses = courses;
    this.sessions = sessions;
    this.screening = screening;
    this.patients = patients;
    this.protocols = protocols;
    this.transactions = transactions;
    this.verdicts = verdicts;
    this.audit = audit;
    this.book = book;
  }

  /** What became of a request to book or move. */
  public sealed interface Result {

    /** It is stored. */
    record Booked(UUID id) implements Result {}

    /**
     * It cannot be; nothing was stored.
     *
     * @param field of the form that the words stand beside
     */
    record Refused(String field, String why) implements Result {}

    /** The protocol stands in the way as of that date. */
    record NotPermitted(String field, String why, VerdictCard card) implements Result {}

    /** Another edit came first. */
    record Stale(Appointment now) implements Result {}
  }

  Appointment get(UUID id) {
    return repository.find(id).orElseThrow(() -> new NotFound("appointment"));
  }

  public Result book(Actor actor, Booking booking) {
    return store(actor, booking, new UUID(0, 0), () -> bookOnce(actor, booking));
  }

  /**
   * Says what became of an appointment; within a clinic transaction.
   *
   * @param version it is known by
   * @return false when another edit came first; then nothing is written
   */
  public boolean setState(
      Actor actor, UUID id, UUID patient, int version, Appointment.State state) {
    boolean first = repository.setState(id, version, state);
    if (first) {
      audit.record(actor, Audit.Action.CHANGE, "appointment:" + id, patient, state.name());
      book.changed(actor, get(id), false);
    }
    return first;
  }

  Result move(Actor actor, UUID id, int version, Booking booking) {
    return store(actor, booking, id, () -> moveOnce(actor, id, version, booking));
  }

  private Result bookOnce(Actor actor, Booking booking) {
    Patient patient = patients.get(booking.patient());
    Result.@Nullable Refused closed =
        patient.state() == Patient.State.ARCHIVED
            ? new Result.Refused("patient", patient.name() + " is archived. Open the record first.")
            : null;
    if (closed != null) {
      return closed;
    }
    Checked checked = check(actor, patient, booking, new UUID(0, 0));
    if (checked.refusal() != null) {
      return checked.refusal();
    }
    UUID id =
        repository.insert(booking, actor.zone(), checked.outcome(), protocols.here(), actor.name());
    audit.record(
        actor, Audit.Action.CREATE, "appointment:" + id, patient.id(), booking.kind().name());
    book.changed(actor, get(id), true);
    return new Result.Booked(id);
  }

  private Result moveOnce(Actor actor, UUID id, int version, Booking booking) {
    Appointment now = get(id);
    if (now.version() != version) {
      return new Result.Stale(now);
    }
    if (now.state() != Appointment.State.BOOKED && now.state() != Appointment.State.ARRIVED) {
      return new Result.Refused(
          "day",
          "It is " + now.state().word().toLowerCase(Locale.ROOT) + ", so it cannot be moved.");
    }
    Checked checked = check(actor, patients.get(now.patient()), booking, id);
    if (checked.refusal() != null) {
      return checked.refusal();
    }
    if (!repository.update(
        id, version, booking, actor.zone(), checked.outcome(), protocols.here())) {
      return new Result.Stale(get(id));
    }
    audit.record(actor, Audit.Action.CHANGE, "appointment:" + id, now.patient(), "moved");
    book.changed(actor, get(id), true);
    return new Result.Booked(id);
  }

  /**
   * @param refusal absent when it may be booked
   */
  private record Checked(@Nullable Result refusal, String outcome) {}

  /**
   * Screens a session as of the day asked for, keeps the verdict, and brings the course's plan to
   * that day.
   */
  private Checked check(Actor actor, Patient patient, Booking booking, UUID self) {
    Optional<Appointment> other = repository.findInMergedRecord(booking, actor.zone(), self);
    if (other.isPresent()) {
      return refused("time", words(actor, "patient_once", other.get()));
    }
    UUID courseId = booking.course();
    if (courseId == null) {
      return new Checked(null, "");
    }
    PatientCourse course = courses.get(patient.id(), courseId);
    Optional<CourseSession> session = course.findSession(booking.sessionNumber());
    if (session.isEmpty() || !session.get().isPlanned()) {
      return refused("what", "This session is not planned any more. Choose another.");
    }
    if (!course.state().isUnderWay()) {
      return refused(
          "what",
          "The course is "
              + course.state().word().toLowerCase(Locale.ROOT)
              + ". Its sessions are booked once the patient has accepted it.");
    }
    PatientRecord record = screening.record(patient);
    Verdict verdict = screening.screen(record, course, booking.sessionNumber(), booking.day());
    if (!verdict.outcome().isPermitted()) {
      LocalDate from = verdict.from();
      return new Checked(
          new Result.NotPermitted(
              "day",
              Dates.day(booking.day())
                  + " cannot be booked: "
                  + VerdictCard.word(verdict.outcome()).toLowerCase(Locale.ROOT)
                  + "."
                  + (from == null ? "" : " The first permitted date is " + Dates.day(from) + "."),
              VerdictCard.of(verdict)),
          "");
    }
    if (!session.get().planned().equals(booking.day())) {
      CourseChange change =
          sessions.move(
              actor, patient, course, booking.sessionNumber(), booking.day(), course.version());
      if (change instanceof CourseChange.Refused(String why)) {
        return refused("day", why);
      }
      if (change instanceof CourseChange.Stale) {
        return refused("day", "The course was changed a moment ago. Look at it and book again.");
      }
    }
    verdicts.keep(
        actor,
        patient.id(),
        CourseScreening.counting(record, course, booking.sessionNumber()),
        course.goal(),
        booking.day(),
        KeptVerdict.Occasion.BOOKING);
    return new Checked(null, VerdictCard.word(verdict.outcome()));
  }

  private static Checked refused(String field, String why) {
    return new Checked(new Result.Refused(field, why), "");
  }

  /** All of it or none; a conflict is told with the booking that is in the way. */
  private Result store(Actor actor, Booking booking, UUID self, Supplier<Result> once) {
    for (int tries = 1; ; tries++) {
      try {
        return transactions.in(actor.clinic(), once);
      } catch (PessimisticLockingFailureException e) {
        // Two bookings of one slot at the same moment may wait for each other; one of them goes on.
        if (tries == TRIES) {
          throw e;
        }
      } catch (DataAccessException e) {
        String constraint = violated(e);
        if (constraint.isEmpty()) {
          throw e;
        }
        return conflict(actor, booking, self, constraint);
      }
    }
  }

  private Result conflict(Actor actor, Booking booking, UUID self, String constraint) {
    if (constraint.equals("appointment_session")) {
      return new Result.Refused(
          "what", "This session is booked already. Move that booking instead.");
    }
    String field =
        switch (constraint) {
          case "practitioner_once" -> "practitioner";
          case "room_once" -> "room";
          case "device_once" -> "device";
          default -> "time";
        };
    return transactions.in(
        actor.clinic(),
        () ->
            repository
                .findInTheWay(constraint, booking, actor.zone(), self)
                .map(other -> new Result.Refused(field, words(actor, constraint, other)))
                .orElseGet(() ->
                    new Result.Refused(field, "It was taken a moment ago. Choose another time.")));
  }

  private static String words(Actor actor, String constraint, Appointment other) {
    String who =
        switch (constraint) {
          case "practitioner_once" -> other.practitionerName();
          case "room_once" -> other.roomName();
          case "device_once" -> other.deviceName();
          default -> other.patientName();
        };
    return who
        + " is taken on "
        + Dates.day(other.day(actor.zone()))
        + " from "
        + CLOCK.format(other.from(actor.zone()))
        + " to "
        + CLOCK.format(other.to(actor.zone()))
        + ": "
        + other.what().toLowerCase(Locale.ROOT)
        + " of "
        + other.patientName()
        + " with "
        + other.practitionerName()
        + ", "
        + other.roomName()
        + ". Choose another time, or somebody or something else.";
  }

  private static String violated(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException problem
          && (EXCLUDED.equals(problem.getSQLState()) || TAKEN.equals(problem.getSQLState()))) {
        ServerErrorMessage message = problem.getServerErrorMessage();
        String constraint = message == null ? null : message.getConstraint();
        return constraint == null ? "" : constraint;
      }
    }
    return "";
  }
}
