package org.percuta.clinic.patients;

import java.util.List;
import java.util.Set;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** The records worked on last, on the page of today. */
@Component
class RecentPatients implements TodayPanel {

  private static final int MOST = 8;

  private final PatientRepository repository;
  private final Patients patients;

  RecentPatients(PatientRepository repository, Patients patients) {
    this.repository = repository;
    this.patients = patients;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK);
  }

  @Override
  public Panel of(Actor actor) {
    List<Line> lines =
        repository.listRecentlyChanged(MOST).stream()
            .map(patient ->
                new Line(
                    patient.name(),
                    patient.ageOn(patients.today(actor)) + " years",
                    "/patients/" + patient.id()))
            .toList();
    return new Panel(
        "Patients worked on last",
        lines,
        "No patients yet. Add the first one.",
        "/patients/new",
        "Add a patient");
  }
}
