package org.percuta.clinic.dose;

import org.percuta.clinic.courses.CoursePanel;
import org.percuta.clinic.courses.PatientCourse;
import org.springframework.stereotype.Component;

/** The way from a course to what the model says about it. */
@Component
class CourseHealingPanel implements CoursePanel {

  private final KeptSettings settings;

  CourseHealingPanel(KeptSettings settings) {
    this.settings = settings;
  }

  @Override
  public Panel of(PatientCourse course) {
    String own = "/patients/" + course.patient() + "/courses/" + course.id();
    return settings
        .find(course.id())
        .map(kept ->
            new Panel(
                true,
                "How it may heal (model)",
                "",
                own + "/dose",
                "Try another setting",
                own + "/healing",
                "Healing timeline"))
        .orElseGet(() ->
            new Panel(
                true,
                "Dose and healing (model)",
                "See what a device, depth and number of passes would do here, within the limits of"
                    + " the protocol. Keep a setting, and the healing of this course is drawn.",
                own + "/dose",
                "Dose preview",
                "",
                ""));
  }
}
