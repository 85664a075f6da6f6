package org.percuta.clinic.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** Who comes today, on the page of today; those who treat see their own, if they have any. */
@Component
class TodayVisits implements TodayPanel {

  private final AppointmentRepository repository;
  private final Patients patients;
  private final Audit audit;

  TodayVisits(AppointmentRepository repository, Patients patients, Audit audit) {
    this.repository = repository;
    this.patients = patients;
    this.audit = audit;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK);
  }

  @Override
  public Panel of(Actor actor) {
    LocalDate today = patients.today(actor);
    List<Appointment> all =
        repository.listBetween(
            today.atStartOfDay(actor.zone()).toInstant(),
            today.plusDays(1).atStartOfDay(actor.zone()).toInstant());
    audit.record(actor, Audit.Action.READ, "calendar:" + today, null, "today");
    List<Appointment> own =
        all.stream().filter(one -> one.practitioner().equals(actor.id())).toList();
    return new Panel(
        own.isEmpty() ? "Visits today" : "Your visits today",
        (own.isEmpty() ? all : own).stream().map(one -> line(actor, one, own.isEmpty())).toList(),
        "Nobody is booked for today.",
        "/calendar",
        "Open the calendar");
  }

  private static Line line(Actor actor, Appointment one, boolean withWhom) {
    return new Line(
        one.from(actor.zone()) + " " + one.patientName(),
        one.what()
            + (withWhom ? ", " + one.practitionerName() : ", " + one.roomName())
            + (one.state() == Appointment.State.BOOKED ? "" : " · " + one.state().word()),
        "/appointments/" + one.id());
  }
}
