package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.appointments.Appointment;
import org.percuta.clinic.appointments.AppointmentBook;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Keeps the queue right: what a course or an appointment has to say is worked out afresh and laid
 * over what waits. What waits and is no longer right is cancelled, what was sent stays said. Call
 * within a clinic transaction.
 *
 * <p>A course or appointment is locked before its messages, and a locked one is passed over, so
 * that planning never waits for another transaction; whoever holds the lock plans anew when done.
 */
@Service
class MessagePlan {

  private static final String NO_LONGER = "The course or appointment was changed.";
  static final String LINK = "link";
  private static final Duration LINK_USEFUL = Duration.ofDays(1);

  private final PlannedMessages planned;
  private final MessagePreferences preferences;
  private final Courses courses;
  private final CourseScreening screening;
  private final AppointmentBook appointments;
  private final Patients patients;
  private final Audit audit;
  private final Clock clock;

  MessagePlan(
      PlannedMessages planned,
      MessagePreferences preferences,
      Courses courses,
      CourseScreening screening,
      AppointmentBook appointments,
      Patients patients,
      Audit audit,
      Clock clock) {
    this.planned = planned;
    this.preferences = preferences;
    this.courses = courses;
    this.screening = screening;
    this.appointments = appointments;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void changed(Courses.Changed event) {
    course(event.actor(), event.course());
    // A session that was held, left out or stopped takes the reminder of its booking with it.
    appointments
        .listBooked(event.course())
        .forEach(booked -> appointment(event.actor(), booked, false));
  }

  @EventListener
  void changed(AppointmentBook.Changed event) {
    appointment(event.actor(), event.appointment(), event.dated());
    UUID course = event.course();
    if (course != null && (event.dated() || event.fallen())) {
      // An optional session counts as planned once it is booked; that somebody has come is no news.
      course(event.actor(), course);
    }
  }

  /** False when another transaction has the course at hand; then nothing was changed. */
  boolean course(Actor actor, UUID id) {
    Optional<PatientCourse> free = courses.findFree(id);
    if (free.isEmpty()) {
      return false;
    }
    Map<Integer, Instant> booked = appointments.bookedSessions(id);
    PatientCourse course = counting(free.get(), booked.keySet());
    Patient patient = patients.get(course.patient());
    Instant now = clock.instant();
    Said said = planned.said(id);
    List<Letter> letters =
        patient.state() == Patient.State.ARCHIVED
            ? List.of()
            : new CourseLetters(
                    course,
                    patient.givenName(),
                    preferences.addressee(patient.id()),
                    now,
                    said,
                    booked)
                .of(screening.calendar(screening.record(patient), course));
    lay(actor, patient.id(), id, null, letters, said, now);
    return true;
  }

  /** An optional session that is booked or was held is prepared and cared for as any other. */
  private static PatientCourse counting(PatientCourse course, Set<Integer> booked) {
    return course.with(
        course.sessions().stream()
            .map(one ->
                one.optional()
                        && (booked.contains(one.number())
                            || one.state() == CourseSession.State.HELD)
                    ? one.required()
                    : one)
            .toList());
  }

  /**
   * @param dated whether it was booked or moved just now, so that the patient is to be told
   * @return false when another transaction has the appointment at hand; then nothing was changed
   */
  boolean appointment(Actor actor, UUID id, boolean dated) {
    Optional<Appointment> free = appointments.findFree(id);
    if (free.isEmpty()) {
      return false;
    }
    Appointment one = free.get();
    Patient patient = patients.get(one.patient());
    Instant now = clock.instant();
    Said said = planned.said(id);
    boolean ahead =
        one.state() == Appointment.State.BOOKED
            && one.start().isAfter(now)
            && patient.state() == Patient.State.ACTIVE
            && one.findNeedless(preferences.addressee(patient.id()).clinicZone()).isEmpty();
    List<Letter> letters =
        ahead
            ? new AppointmentLetters(
                    one, patient.givenName(), preferences.addressee(patient.id()), now, said)
                .of(dated)
            : List.of();
    lay(actor, patient.id(), null, id, letters, said, now);
    return true;
  }

  /** Queues a patient's sign-in link at once; false when one is on its way already. */
  boolean link(Actor actor, Patient patient, long days) {
    preferences.lock(patient.id());
    if (planned.hasLinkUnderWay(patient.id())) {
      return false;
    }
    Instant now = clock.instant();
    Addressee to = preferences.addressee(patient.id());
    Letter letter =
        new Letter(
            MessageKind.LINK,
            0,
            now.toString(),
            LocalDate.ofInstant(now, to.zone()),
            now,
            now.plus(LINK_USEFUL),
            false,
            List.of(LINK),
            MessageWording.subject(MessageKind.LINK, to.clinicName()),
            MessageWording.link(patient.givenName(), to.clinicName(), days));
    UUID id = planned.insert(patient.id(), null, null, letter, now);
    planned.insertItems(patient.id(), id, letter, planned.said(patient.id()));
    audit.record(actor, Audit.Action.CREATE, "message:" + id, patient.id(), "sign-in link");
    return true;
  }

  private void lay(
      Actor actor,
      UUID patient,
      @Nullable UUID course,
      @Nullable UUID appointment,
      List<Letter> letters,
      Said said,
      Instant now) {
    UUID subject = course == null ? Objects.requireNonNull(appointment) : course;
    Map<Letter.Key, Letter> wanted = new HashMap<>();
    letters.forEach(letter -> wanted.put(letter.key(), letter));
    Map<UUID, Letter> rewritten = new HashMap<>();
    int cancelled = 0;
    for (Message message : planned.listWaiting(subject)) {
      Letter letter = wanted.remove(message.key());
      if (letter == null) {
        planned.deleteItems(message.id());
        planned.cancel(message.id(), NO_LONGER, now);
        cancelled++;
      } else if (!message.isAs(letter, now)) {
        planned.deleteItems(message.id());
        planned.rewrite(message.id(), letter, now);
        rewritten.put(message.id(), letter);
      }
    }
    // Only now, as a statement may go from one message to another.
    rewritten.forEach((id, letter) -> planned.insertItems(subject, id, letter, said));
    for (Letter letter : letters) {
      if (wanted.containsKey(letter.key())) {
        UUID id = planned.insert(patient, course, appointment, letter, now);
        planned.insertItems(subject, id, letter, said);
      }
    }
    if (cancelled + rewritten.size() + wanted.size() > 0) {
      audit.record(
          actor,
          Audit.Action.CHANGE,
          "messages:" + subject,
          patient,
          wanted.size() + " queued, " + rewritten.size() + " changed, " + cancelled + " cancelled");
    }
  }
}
