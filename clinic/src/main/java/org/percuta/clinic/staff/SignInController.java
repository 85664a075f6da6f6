package org.percuta.clinic.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.CurrentActor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.platform.security.SignInThrottle;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff sign in and out. */
@Controller
@Allow(everybody = true)
class SignInController {

  private static final String TEMPLATE = "staff/signin";
  private static final int LONGEST = 320;

  private final StaffAccounts accounts;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final SignInThrottle throttle;
  private final Notices notices;
  private final Audit audit;
  private final ClinicTransactions transactions;
  private final Clock clock;
  private final CookieRequestCache requests = new CookieRequestCache();

  SignInController(
      StaffAccounts accounts,
      Sessions sessions,
      SessionCookie cookie,
      SignInThrottle throttle,
      Notices notices,
      Audit audit,
      ClinicTransactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookie = cookie;
    this.throttle = throttle;
    this.notices = notices;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  ModelAndView page() {
    return CurrentActor.find().filter(actor -> !actor.is(Role.PATIENT)).isPresent()
        ? View.redirect("/today")
        : View.of(TEMPLATE, Form.empty());
  }

  @PostMapping("/sign-in")
  ModelAndView signIn(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    String email = form.text("email", "your e-mail address", LONGEST);
    String password = form.value("password");
    if (password.isEmpty() || password.length() > LONGEST) {
      form.reject("password", "Enter your password.");
    }
    if (!form.isValid()) {
      return View.rejected(TEMPLATE, form);
    }
    String address = request.getRemoteAddr();
    Optional<Instant> blocked = throttle.blockedUntil(email, address);
    if (blocked.isPresent()) {
      long minutes = Duration.between(clock.instant(), blocked.get()).toMinutes() + 1;
      form.reject(
          "email",
          "Too many tries from here. Wait "
              + minutes
              + (minutes == 1 ? " minute" : " minutes")
              + ", then try again.");
      return View.rejected(TEMPLATE, form);
    }
    return accounts
        .check(email, password)
        .map(who -> enter(who, email, request, response))
        .orElseGet(() -> {
          throttle.failed(email, address);
          return View.rejected(
              TEMPLATE,
              form.reject(
                  "email",
                  "The e-mail address or the password is not right. Check both, or ask the"
                      + " owner of your clinic for a new password."));
        });
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
    cookie.end(request, response);
    notices.say(response, Notices.Notice.SIGNED_OUT, clock.instant());
    return View.redirect("/");
  }

  private ModelAndView enter(
      StaffAccounts.SignedIn who,
      String email,
      HttpServletRequest request,
      HttpServletResponse response) {
    throttle.succeeded(email, request.getRemoteAddr());
    cookie.give(response, sessions.begin(who.clinic(), who.id(), who.role()));
    Actor actor =
        new Actor(
            who.clinic(),
            "",
            java.time.ZoneOffset.UTC,
            who.id(),
            who.name(),
            who.role(),
            false,
            request.getRemoteAddr());
    transactions.run(
        who.clinic(),
        () -> audit.record(actor, Audit.Action.SIGN_IN, actor.label(), null, "password"));
    SavedRequest wanted = requests.getRequest(request, response);
    requests.removeRequest(request, response);
    return View.redirect(wanted == null ? "/today" : pathOf(wanted));
  }

  /** The path only: a forged cookie must not send the browser to another site. */
  private static String pathOf(SavedRequest wanted) {
    java.net.URI address = java.net.URI.create(wanted.getRedirectUrl());
    String path = address.getRawPath();
    String query = address.getRawQuery();
    boolean ours = path != null && path.startsWith("/") && !path.startsWith("//");
    return ours ? path + (query == null ? "" : "?" + query) : "/today";
  }
}
