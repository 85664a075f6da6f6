package org.percuta.clinic.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.signin.MyPanel;
import org.springframework.stereotype.Component;

/** The visits ahead, on a patient's own page; times are the clinic's. */
@Component
class MyVisits implements MyPanel {

  private final AppointmentRepository repository;
  private final Clock clock;

  MyVisits(AppointmentRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Panel of(Actor actor, Patient patient) {
    Instant now = clock.instant();
    List<Line> lines =
        repository.listOf(patient.id()).stream()
            .filter(one -> one.state().isLive() && one.end().isAfter(now))
            .filter(one -> one.findNeedless(actor.zone()).isEmpty())
            .sorted(Comparator.comparing(Appointment::start))
            .map(one ->
                new Line(
                    Dates.weekday(one.day(actor.zone())) + ", " + one.from(actor.zone()),
                    one.what()
                        + " with "
                        + one.practitionerName()
                        + ", "
                        + one.roomName()
                        + ". About "
                        + Duration.between(one.start(), one.end()).toMinutes()
                        + " minutes."))
            .toList();
    return new Panel("Your next visits", lines, "No visit is booked.");
  }
}
