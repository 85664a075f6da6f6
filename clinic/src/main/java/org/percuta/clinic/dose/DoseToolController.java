package org.percuta.clinic.dose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.ZoneMap;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.screening.GoalNames;
import org.percuta.planning.DosePlanner;
import org.percuta.planning.SkinPerson;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The same without a patient, and what the model is. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER})
class DoseToolController {

  private static final String PAGE = "dose/tool";

  private final ClinicTransactions transactions;
  private final Protocols protocols;
  private final SkinModel model;
  private final DosePages pages;
  private final DoseAsk ask;
  private final ModelLimits limits = ModelLimits.read();

  DoseToolController(
      ClinicTransactions transactions,
      Protocols protocols,
      SkinModel model,
      DosePages pages,
      DoseAsk ask) {
    this.transactions = transactions;
    this.protocols = protocols;
    this.model = model;
    this.pages = pages;
    this.ask = ask;
  }

  @GetMapping("/dose")
  ModelAndView show(Actor actor, @RequestParam Map<String, String> typed) {
    InForce protocol = transactions.in(actor.clinic(), () -> protocols.of(actor.clinic()));
    DosePlanner planner = model.planner(protocol.knowledge());
    DoseForm form = DoseForm.of(typed);
    SkinPerson person = form.readPerson();
    GoalNames names = new GoalNames(protocol.knowledge());
    Optional<Goal> goal = goal(names, form);
    DoseView.Outcome outcome =
        goal.isPresent() && form.isAsked() && form.form().isValid()
            ? ask.outcome(planner, form, goal.get(), person, null)
            : new DoseView.Nothing();
    DoseView.Preview view =
        new DoseView.Preview(
            null,
            "",
            "/dose",
            null,
            form.form(),
            names.concerns(),
            new ZoneMap(List.copyOf(protocol.knowledge().sites().values()), form.site()),
            pages.devices(planner),
            DoseWords.layers(),
            goal.isPresent() ? DoseWords.person(person) : List.of(),
            goal.map(one -> pages.limits(planner, one)).orElse(null),
            outcome);
    return form.form().isValid() ? View.of(PAGE, view) : View.rejected(PAGE, view);
  }

  /** Choosing only one of the two is no mistake until something is asked. */
  private static Optional<Goal> goal(GoalNames names, DoseForm form) {
    boolean both = !form.form().value("concern").isBlank() && !form.site().isBlank();
    return both || form.isAsked() ? names.read(form.form()) : Optional.empty();
  }

  @GetMapping("/dose/model")
  ModelAndView about() {
    return View.of("dose/about", new DoseView.AboutPage(limits));
  }
}
