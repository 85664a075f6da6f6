package org.percuta.clinic.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The owner's page of accounts, and everybody's own password. */
@Controller
class StaffController {

  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 320;

  private final StaffAccounts accounts;
  private final StaffSignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  StaffController(
      StaffAccounts accounts,
      StaffSignIn signIn,
      Sessions sessions,
      SessionCookie cookie,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  record StaffView(List<StaffAccounts.Account> accounts, Form form, UUID me) {}

  record PasswordView(Form form, List<SignInWay.Link> links) {}

  @GetMapping("/staff")
  @Allow(Role.OWNER)
  ModelAndView list(Actor actor) {
    return View.of("staff/list", view(actor, Form.empty()));
  }

  @PostMapping("/staff")
  @Allow(Role.OWNER)
  ModelAndView add(
      Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
    Form form = Form.of(typed);
    String name = form.text("name", "a name", 200);
    String email = form.text("email", "an e-mail address", 320);
    if (!email.isEmpty() && email.indexOf('@') < 1) {
      form.reject("email", "'" + email + "' is not an e-mail address. Maybe the @ is missing?");
    }
    Optional<Role> role = form.choice("role", "a role", Role.class);
    if (role.filter(one -> one == Role.PATIENT).isPresent()) {
      form.reject("role", "Choose a role of staff.");
    }
    String password = newPassword(form, "password");
    if (!form.isValid() || role.isEmpty()) {
      return View.rejected("staff/list", view(actor, form));
    }
    try {
      transactions.run(
          actor.clinic(),
          () -> {
            UUID id = accounts.create(actor.clinic(), email, name, role.get(), password, true);
            audit.record(actor, Audit.Action.CREATE, "staff:" + id, null, role.get().name());
          });
    } catch (DuplicateKeyException e) {
      form.reject("email", "There is an account with this address already.");
      return View.rejected("staff/list", view(actor, form));
    }
    notices.say(response, Notices.Notice.ADDED, clock.instant());
    return View.redirect("/staff");
  }

  @PostMapping("/staff/{staffId}/active")
  @Allow(Role.OWNER)
  ModelAndView setActive(
      Actor actor,
      @PathVariable UUID staffId,
      @RequestParam(defaultValue = "false") boolean active,
      HttpServletResponse response) {
    if (staffId.equals(actor.id())) {
      throw new NotFound("other account");
    }
    transactions.run(
        actor.clinic(),
        () -> {
          if (!accounts.setActive(staffId, active)) {
            throw new NotFound("account");
          }
          String detail = active ? "opened" : "closed";
          audit.record(actor, Audit.Action.CHANGE, "staff:" + staffId, null, detail);
        });
    if (!active) {
      sessions.endAll(actor.clinic(), staffId);
    }
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/staff");
  }

  /** For a colleague who forgot it; whoever gives it knows it, so it is changed at once. */
  @PostMapping("/staff/password")
  @Allow(Role.OWNER)
  ModelAndView giveNewPassword(
      Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
    Form form = Form.of(typed);
    String password = newPassword(form, "newPassword");
    Optional<UUID> colleague =
        transactions.in(actor.clinic(), accounts::list).stream()
            .map(StaffAccounts.Account::id)
            .filter(id -> !id.equals(actor.id()) && id.toString().equals(form.value("colleague")))
            .findFirst();
    if (colleague.isEmpty()) {
      form.reject("colleague", "Choose whose password it is.");
    }
    if (!form.isValid() || colleague.isEmpty()) {
      return View.rejected("staff/list", view(actor, form));
    }
    UUID id = colleague.get();
    transactions.run(
        actor.clinic(),
        () -> {
          accounts.setFirstPassword(actor.clinic(), id, password);
          sessions.endAll(actor.clinic(), id);
          audit.record(actor, Audit.Action.CHANGE, "staff:" + id, null, "new first password");
        });
    notices.say(response, Notices.Notice.PASSWORD_CHANGED, clock.instant());
    return View.redirect("/staff");
  }

  @GetMapping("/account/password")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR})
  ModelAndView password(HttpServletRequest request) {
    return View.of("staff/password", new PasswordView(Form.empty(), signIn.ownPages(request)));
  }

  @PostMapping("/account/password")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR})
  ModelAndView changePassword(
      Actor actor,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    String chosen = newPassword(form, "password");
    if (!chosen.equals(form.value("again"))) {
      form.reject("again", "The two new passwords differ. Type the same one twice.");
    }
    String current = form.value("current");
    if (current.isEmpty()
        || current.length() > LONGEST_PASSWORD
        || !accounts.hasPassword(actor.clinic(), actor.id(), current)) {
      form.reject("current", "This is not your password now.");
    } else if (chosen.equals(current)) {
      form.reject("password", "This is the password you have now. Choose another one.");
    }
    if (!form.isValid()) {
      return View.rejected("staff/password", new PasswordView(form, signIn.ownPages(request)));
    }
    transactions.run(
        actor.clinic(),
        () -> {
          accounts.setPassword(actor.clinic(), actor.id(), chosen);
          sessions.endAll(actor.clinic(), actor.id());
          audit.record(actor, Audit.Action.CHANGE, actor.label(), null, "password");
        });
    // Every sign-in ended, whoever held it; this browser gets a new one.
    cookie.give(response, sessions.begin(actor.clinic(), actor.id(), actor.role()));
    notices.say(response, Notices.Notice.PASSWORD_CHANGED, clock.instant());
    return View.redirect("/today");
  }

  private static String newPassword(Form form, String field) {
    String password = form.value(field);
    if (password.length() > LONGEST_PASSWORD) {
      form.reject(field, "A password has at most " + LONGEST_PASSWORD + " characters.");
    } else if (password.length() < SHORTEST_PASSWORD) {
      form.reject(
          field,
          "A password needs at least " + SHORTEST_PASSWORD + " characters. Maybe four words?");
    }
    return password;
  }

  private StaffView view(Actor actor, Form form) {
    return new StaffView(transactions.in(actor.clinic(), accounts::list), form, actor.id());
  }
}
