package org.percuta.clinic.dose;

import java.util.OptionalDouble;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.planning.DoseAnswer;
import org.percuta.planning.DoseQuestion;
import org.springframework.stereotype.Service;

/** Keeps settings with courses; call within a clinic transaction. */
@Service
public class CourseSettings {

  private final KeptSettings settings;
  private final SkinModel model;
  private final Protocols protocols;
  private final Patients patients;
  private final Audit audit;

  CourseSettings(
      KeptSettings settings, SkinModel model, Protocols protocols, Patients patients, Audit audit) {
    this.settings = settings;
    this.model = model;
    this.protocols = protocols;
    this.patients = patients;
    this.audit = audit;
  }

  /**
   * Keeps a setting at the course's own place, if the protocol allows it there.
   *
   * @param device of the skin model
   * @return whether it was kept
   */
  public boolean keep(
      Actor actor,
      Patient patient,
      PatientCourse course,
      String device,
      double depth_mm,
      int passes) {
    InForce protocol = protocols.of(actor.clinic());
    DoseQuestion asked =
        new DoseQuestion(
            course.goal(),
            device,
            CourseReader.person(patient, course, patients.today(actor)),
            depth_mm,
            passes,
            OptionalDouble.empty(),
            OptionalDouble.empty());
    int before = settings.find(course.id()).map(KeptSetting::number).orElse(0);
    return model.planner(protocol.knowledge()).dose(asked) instanceof DoseAnswer.Allowed allowed
        && keep(
            actor,
            patient.id(),
            course.id(),
            KeptSetting.of(allowed.asked(), before + 1, actor.name()),
            protocol.digest());
  }

  /** False when another was kept meanwhile. */
  boolean keep(Actor actor, UUID patient, UUID course, KeptSetting setting, String digest) {
    int now = settings.find(course).map(KeptSetting::number).orElse(0);
    boolean kept = now == setting.number() - 1 && settings.keep(actor, course, setting, digest);
    if (kept) {
      audit.record(
          actor, Audit.Action.CHANGE, "course:" + course, patient, "setting of the skin model");
    }
    return kept;
  }
}
