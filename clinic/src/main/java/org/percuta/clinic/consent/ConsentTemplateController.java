package org.percuta.clinic.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The house's own words before the sourced content. A change is a new version; signed ones keep theirs. */
@Controller
@RequestMapping("/consent-templates")
@Allow({Role.OWNER, Role.CLINICIAN})
class ConsentTemplateController {

  private static final String TEMPLATE = "consent/templates";
  private static final int LONGEST = 4000;
  private static final int MOST_MONTHS = 60;

  private final ConsentRepository repository;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  ConsentTemplateController(
      ConsentRepository repository,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /** One text with the form that was sent for it, if any. */
  record Text(ConsentTemplate now, Form form) {}

  record TemplatesPage(List<Text> texts) {}

  @GetMapping
  ModelAndView list(Actor actor) {
    return transactions.in(
        actor.clinic(), () -> View.of(TEMPLATE, page(ConsentKind.TREATMENT, Form.empty())));
  }

  @PostMapping
  ModelAndView publish(
      Actor actor,
      @RequestParam ConsentKind kind,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "-1") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    String intro = form.text("intro", "the text", LONGEST);
    Optional<Double> months = form.number("months", "months", 1, MOST_MONTHS);
    if (months.isEmpty() || months.get() != Math.rint(months.get())) {
      form.reject("months", "Enter whole months, for example 12.");
    }
    return transactions.in(
        actor.clinic(),
        () -> {
          if (!form.isValid() || months.isEmpty()) {
            return View.rejected(TEMPLATE, page(kind, form));
          }
          ConsentTemplate now = repository.template(kind);
          int valid = months.get().intValue();
          if (now.version() != version
              || !repository.insert(
                  new ConsentTemplate(kind, version + 1, intro, valid),
                  actor.name(),
                  clock.instant())) {
            return second(repository.template(kind), intro, valid);
          }
          audit.record(
              actor, Audit.Action.CREATE, "consent-template:" + kind, null, "version " + (version + 1));
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/consent-templates");
        });
  }

  private static ModelAndView second(ConsentTemplate now, String intro, int months) {
    return new SecondEdit(
            "this text",
            List.of(
                new SecondEdit.Row("Text", now.intro(), intro),
                new SecondEdit.Row(
                    "Months", String.valueOf(now.validMonths()), String.valueOf(months))),
            "/consent-templates",
            Map.of(
                "kind", now.kind().name(),
                "intro", intro,
                "months", String.valueOf(months),
                "version", String.valueOf(now.version())),
            "/consent-templates")
        .page();
  }

  private TemplatesPage page(ConsentKind sent, Form form) {
    return new TemplatesPage(
        Arrays.stream(ConsentKind.values())
            .map(
                kind -> {
                  ConsentTemplate now = repository.template(kind);
                  Map<String, String> fields =
                      Map.of("intro", now.intro(), "months", String.valueOf(now.validMonths()));
                  return new Text(now, kind == sent && !form.isValid() ? form : Form.of(fields));
                })
            .toList());
  }
}
