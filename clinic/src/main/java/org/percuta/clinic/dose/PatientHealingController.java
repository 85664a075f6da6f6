package org.percuta.clinic.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.percuta.planning.DosePlanner;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How a patient's courses heal. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class PatientHealingController {

  /** Each costs an ensemble of runs. */
  private static final int MOST_DRAWN = 3;

  private final CourseReader reader;
  private final SkinModel model;
  private final HealingPages pages;

  PatientHealingController(CourseReader reader, SkinModel model, HealingPages pages) {
    this.reader = reader;
    this.model = model;
    this.pages = pages;
  }

  @GetMapping("/patients/{patientId}/healing")
  ModelAndView show(Actor actor, @PathVariable UUID patientId) {
    CourseReader.ReadAll read = reader.patient(actor, patientId, "healing by the skin model");
    DosePlanner planner = model.planner(read.protocol().knowledge());
    List<HealingView.Timeline> drawn = new ArrayList<>();
    List<HealingView.Timeline> more = new ArrayList<>();
    for (int i = 0; i < read.courses().size(); i++) {
      PatientCourse course = read.courses().get(i);
      boolean draw = drawn.size() < MOST_DRAWN && read.kept().containsKey(course.id());
      HealingView.Timeline timeline =
          pages.timeline(
              planner, course, read.people().get(i), draw ? read.kept().get(course.id()) : null);
      (draw ? drawn : more).add(timeline);
    }
    return View.of("dose/patient", new HealingView.PatientPage(read.banner(), drawn, more));
  }
}
