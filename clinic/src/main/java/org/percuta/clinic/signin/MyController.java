package org.percuta.clinic.signin;

import java.util.Comparator;
import java.util.List;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a patient sees of their own after the link: what comes, and what to keep to now. */
@Controller
class MyController {

  private final Patients patients;
  private final List<MyPanel> panels;

  MyController(Patients patients, List<MyPanel> panels) {
    this.patients = patients;
    this.panels = panels.stream().sorted(Comparator.comparingInt(MyPanel::order)).toList();
  }

  record MyView(String name, List<MyPanel.Panel> panels) {}

  @GetMapping("/my")
  @Allow(Role.PATIENT)
  ModelAndView my(Actor actor) {
    return patients.open(
        actor,
        actor.id(),
        "own page",
        patient ->
            View.of(
                "signin/my",
                new MyView(
                    patient.givenName(),
                    panels.stream().map(panel -> panel.of(actor, patient)).toList())));
  }
}
