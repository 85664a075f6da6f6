package org.percuta.clinic.demo;

import java.util.Map;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.dose.CourseSettings;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.core.annotation.Order;

/** A clinician keeps a setting with some courses, so that their healing is drawn. */
@DemoComponent
@Order(70)
class DoseChapter implements Chapter {

  private static final int ONE_IN = 5;
  private static final String PEN = "pen-14";
  private static final int PASSES = 4;

  /** What is typed, by place; the protocol still says whether it is allowed there. */
  private static final Map<String, Double> DEPTH_MM =
      Map.of("cheeks", 1.0, "forehead", 0.5, "abdomen", 1.5, "thighs", 1.5, "arms", 1.25);

  private static final double ELSEWHERE_MM = 0.5;

  private final CourseSettings settings;
  private final Patients patients;
  private final Courses courses;

  DoseChapter(CourseSettings settings, Patients patients, Courses courses) {
    this.settings = settings;
    this.patients = patients;
    this.courses = courses;
  }

  @Override
  public void write(Story story) {
    Actor clinician = story.cast().clinicians().getFirst();
    story.after(
        Turn.ACCEPTED,
        person -> {
          if (person.number() % ONE_IN == 1) {
            settings.keep(
                clinician,
                patients.get(person.id()),
                courses.get(person.course()),
                PEN,
                DEPTH_MM.getOrDefault(person.goal().site(), ELSEWHERE_MM),
                PASSES);
          }
        });
  }
}
