package org.percuta.clinic.appointments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What other features hear and ask about appointments; call within a clinic transaction. */
@Component
public class AppointmentBook {

  private final AppointmentRepository repository;
  private final ApplicationEventPublisher events;

  AppointmentBook(AppointmentRepository repository, ApplicationEventPublisher events) {
    this.repository = repository;
    this.events = events;
  }

  /**
   * Told, within the transaction, after an appointment was booked, moved or changed its state.
   *
   * @param course of a session; absent for others
   * @param dated whether it was booked or moved
   * @param fallen whether it was cancelled or missed, so that its session is booked no more
   */
  public record Changed(
      Actor actor,
      UUID appointment,
      UUID patient,
      @Nullable UUID course,
      boolean dated,
      boolean fallen) {}

  void changed(Actor actor, Appointment one, boolean dated) {
    events.publishEvent(
        new Changed(actor, one.id(), one.patient(), one.course(), dated, !one.state().isLive()));
  }

  /**
   * The appointment, unless another transaction is changing it; until this one ends no other can.
   */
  public Optional<Appointment> findFree(UUID appointment) {
    return repository.lock(appointment) ? repository.find(appointment) : Optional.empty();
  }

  /** Appointments that are booked and begin after {@code from}. */
  public List<UUID> listAhead(Instant from) {
    return repository.listAhead(from);
  }

  /** Appointments of a course that nobody has come to yet. */
  public List<UUID> listBooked(UUID course) {
    return repository.listOfCourse(course).stream()
        .filter(one -> one.state() == Appointment.State.BOOKED)
        .map(Appointment::id)
        .toList();
  }

  /** When the live appointments of a course's sessions begin, by the session's number. */
  public Map<Integer, Instant> bookedSessions(UUID course) {
    return repository.listOfCourse(course).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Appointment::sessionNumber, Appointment::start, (first, _) -> first));
  }
}
