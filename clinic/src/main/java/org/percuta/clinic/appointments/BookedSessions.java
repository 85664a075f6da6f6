package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.courses.SessionNotes;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.CurrentActor;
import org.springframework.stereotype.Component;

/** Says beside a session of a course when it is booked. */
@Component
class BookedSessions implements SessionNotes {

  private final AppointmentRepository repository;

  BookedSessions(AppointmentRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<Note> of(PatientCourse course) {
    ZoneId zone = CurrentActor.find().map(Actor::zone).orElse(ZoneId.of("UTC"));
    return repository.listOfCourse(course.id()).stream().map(one -> note(one, zone)).toList();
  }

  private static Note note(Appointment one, ZoneId zone) {
    LocalDate day = one.day(zone);
    if (one.findNeedless(zone).isPresent()) {
      return new Note(
          one.sessionNumber(),
          "Booked for " + Dates.day(day) + ": cancel the booking",
          "/appointments/" + one.id(),
          true);
    }
    boolean elsewhere = one.isElsewhereInPlan(zone);
    return new Note(
        one.sessionNumber(),
        elsewhere
            ? "Booked for " + Dates.day(day) + ": move the booking"
            : "Booked " + one.from(zone) + ", " + one.practitionerName(),
        "/appointments/" + one.id() + (elsewhere ? "/move?day=" + one.planned() : ""),
        elsewhere);
  }

  @Override
  public String bookAddress(PatientCourse course, int number) {
    return "/patients/"
        + course.patient()
        + "/appointments/new?what="
        + course.id()
        + "%23"
        + number
        + course.findSession(number).map(one -> "&day=" + one.planned()).orElse("");
  }
}
