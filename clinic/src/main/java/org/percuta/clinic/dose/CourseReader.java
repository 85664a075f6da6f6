package org.percuta.clinic.dose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.planning.SkinPerson;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Site;
import org.percuta.skin.dosimetry.Sex;
import org.springframework.stereotype.Component;

/** Reads, in one transaction each, all that the model is run on afterwards. */
@Component
class CourseReader {

  private final Patients patients;
  private final Courses courses;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final KeptSettings settings;

  CourseReader(
      Patients patients,
      Courses courses,
      CourseScreening screening,
      Protocols protocols,
      KeptSettings settings) {
    this.patients = patients;
    this.courses = courses;
    this.screening = screening;
    this.protocols = protocols;
    this.settings = settings;
  }

  /**
   * One course.
   *
   * @param person as on the date of its first session
   * @param verdict on its next session, as the course's own page shows it
   */
  record Read(
      PatientBanner banner,
      PatientCourse course,
      SkinPerson person,
      Verdict verdict,
      InForce protocol,
      @Nullable KeptSetting kept) {

    /** How many settings were kept; an edit says which it began from. */
    int version() {
      return kept == null ? 0 : kept.number();
    }

    /** The course's place and its parts. */
    List<Site> zones() {
      List<Site> zones = new ArrayList<>();
      Map<String, Site> sites = protocol.knowledge().sites();
      collect(course.goal().site(), sites, zones);
      return zones;
    }

    private static void collect(String id, Map<String, Site> sites, List<Site> into) {
      Site site = sites.get(id);
      if (site != null && !into.contains(site)) {
        into.add(site);
        site.parts().forEach(part -> collect(part, sites, into));
      }
    }
  }

  /** All courses of one patient. */
  record ReadAll(
      PatientBanner banner,
      List<PatientCourse> courses,
      List<SkinPerson> people,
      InForce protocol,
      Map<UUID, KeptSetting> kept) {}

  Read course(Actor actor, UUID patientId, UUID courseId, String what) {
    return patients.open(
        actor,
        patientId,
        what,
        patient -> {
          PatientCourse course = courses.get(patientId, courseId);
          PatientRecord record = screening.record(patient);
          int next = course.findNext().map(CourseSession::number).orElse(0);
          LocalDate today = patients.today(actor);
          Verdict verdict =
              next == 0
                  ? screening.screen(record, course.goal(), today)
                  : screening.screen(
                      record, course, next, course.findSession(next).orElseThrow().planned());
          return new Read(
              patients.banner(actor, patient),
              course,
              person(patient, course, today),
              verdict,
              protocols.of(actor.clinic()),
              settings.find(courseId).orElse(null));
        });
  }

  ReadAll patient(Actor actor, UUID patientId, String what) {
    return patients.open(
        actor,
        patientId,
        what,
        patient -> {
          LocalDate today = patients.today(actor);
          List<PatientCourse> all = courses.list(patientId);
          return new ReadAll(
              patients.banner(actor, patient),
              all,
              all.stream().map(course -> person(patient, course, today)).toList(),
              protocols.of(actor.clinic()),
              settings.ofPatient(patientId));
        });
  }

  static SkinPerson person(Patient patient, PatientCourse course, LocalDate today) {
    LocalDate first = HealingPages.dates(course).stream().findFirst().orElse(today);
    Integer phototype = patient.phototype();
    return new SkinPerson(
        switch (patient.sex()) {
          case FEMALE -> Sex.FEMALE;
          case MALE -> Sex.MALE;
          case OTHER, UNKNOWN -> Sex.UNKNOWN;
        },
        OptionalDouble.of(patient.ageOn(first)),
        phototype == null ? OptionalInt.empty() : OptionalInt.of(phototype));
  }
}
