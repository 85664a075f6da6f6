package org.percuta.clinic.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.ClinicSettings;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.PublicProtocol;
import org.percuta.clinic.knowledge.SettingChange;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clinic's own numbers: everybody on the staff reads them, a clinician changes them. */
@Controller
@RequestMapping("/knowledge/settings")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR})
class SettingsController {

  private static final int LONGEST_REASON = 1000;
  private static final double FAR = 1e9;

  private final Governance governance;
  private final SettingPages pages;
  private final SettingDecisions decisions;
  private final ClinicSettings settings;
  private final PublicProtocol publicly;
  private final ClinicTransactions transactions;
  private final Notices notices;
  private final Clock clock;

  SettingsController(
      Governance governance,
      SettingPages pages,
      SettingDecisions decisions,
      ClinicSettings settings,
      PublicProtocol publicly,
      ClinicTransactions transactions,
      Notices notices,
      Clock clock) {
    this.governance = governance;
    this.pages = pages;
    this.decisions = decisions;
    this.settings = settings;
    this.publicly = publicly;
    this.transactions = transactions;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String open) {
    return transactions.in(
        actor.clinic(), () -> View.of("governance/settings", pages.list(actor, open.equals("1"))));
  }

  @GetMapping("/{setting}")
  ModelAndView show(Actor actor, @PathVariable String setting) {
    return transactions.in(
        actor.clinic(),
        () ->
            View.of(
                "governance/setting",
                pages.one(actor, held(governance.now(), setting), Form.empty())));
  }

  /** A number other than the one at hand changes it; the same one approves it. */
  @PostMapping("/{setting}")
  @Allow(Role.CLINICIAN)
  ModelAndView decide(
      Actor actor,
      @PathVariable String setting,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int seen,
      HttpServletResponse response) {
    ModelAndView answer =
        transactions.in(
            actor.clinic(), () -> decided(actor, setting, Form.of(typed), seen, response));
    publicly.refresh();
    return answer;
  }

  private ModelAndView decided(
      Actor actor, String setting, Form form, int seen, HttpServletResponse response) {
    InForce now = governance.now();
    HouseSetting held = held(now, setting);
    if (held.grade() != Grade.H) {
      throw new NotFound("clinic setting");
    }
    Optional<Double> value = value(form, held);
    boolean approves = value.filter(number -> number == held.value()).isPresent();
    String reason =
        approves
            ? form.optionalText("reason", "the reason", LONGEST_REASON)
            : form.text("reason", "why, for whoever reads it later", LONGEST_REASON);
    if (!form.isValid() || value.isEmpty()) {
      return View.rejected("governance/setting", pages.one(actor, held, form));
    }
    SettingChange act =
        new SettingChange(
            0,
            setting,
            seen,
            held.value(),
            value.get(),
            held.unit(),
            now.digest(),
            actor.id(),
            actor.name(),
            reason,
            clock.instant());
    if (!decisions.add(actor, act)) {
      return second(held, act);
    }
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/knowledge/settings");
  }

  /** The number typed, if it can be the setting's. */
  private static Optional<Double> value(Form form, HouseSetting held) {
    String unit = Words.unit(held.unit(), 2);
    Optional<Double> typed = form.number("value", unit, -FAR, FAR);
    if (typed.isEmpty()) {
      form.reject("value", "Enter the new number.");
    }
    typed.ifPresent(number -> {
      // What computes with the settings counts whole units.
      if (number != Math.rint(number)) {
        form.reject("value", Words.number(number) + " is not a whole number. Enter one, please.");
      }
      if (number < held.low() || number > held.high()) {
        form.reject(
            "value",
            Words.value(held, number)
                + " is outside "
                + Words.range(held)
                + ", which is what the clinical content allows a clinic to set.");
      }
    });
    return typed;
  }

  private ModelAndView second(HouseSetting held, SettingChange mine) {
    List<SettingChange> history = settings.listHistory(held.id());
    SettingChange theirs = history.isEmpty() ? mine : history.getFirst();
    Map<String, String> again = new LinkedHashMap<>();
    again.put("value", Words.number(mine.value()));
    again.put("reason", mine.reason());
    again.put("seen", String.valueOf(history.isEmpty() ? 0 : theirs.version()));
    String address = "/knowledge/settings/" + held.id();
    return new SecondEdit(
            "this setting: " + held.label(),
            List.of(
                new SecondEdit.Row(
                    "Number",
                    Words.value(held, theirs.value()) + ", " + theirs.name(),
                    Words.value(held, mine.value())),
                new SecondEdit.Row("Reason", theirs.reason(), mine.reason())),
            address,
            again,
            address)
        .page();
  }

  private static HouseSetting held(InForce now, String setting) {
    HouseSetting held = now.knowledge().settings().get(setting);
    if (held == null) {
      throw new NotFound("clinic setting");
    }
    return held;
  }
}
