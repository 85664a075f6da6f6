package org.percuta.clinic.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.CurrentActor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.SignInThrottle;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff sign in with their password, and out. */
@Controller
@Allow(everybody = true)
class SignInController {

  private static final int LONGEST = 320;

  private final StaffAccounts accounts;
  private final StaffSignIn signIn;
  private final SessionCookie cookie;
  private final SignInThrottle throttle;
  private final Notices notices;
  private final Clock clock;

  SignInController(
      StaffAccounts accounts,
      StaffSignIn signIn,
      SessionCookie cookie,
      SignInThrottle throttle,
      Notices notices,
      Clock clock) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.cookie = cookie;
    this.throttle = throttle;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  ModelAndView page(HttpServletRequest request) {
    return CurrentActor.find().filter(actor -> !actor.is(Role.PATIENT)).isPresent()
        ? View.redirect("/today")
        : signIn.page(request);
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
      return signIn.rejected(form, request);
    }
    String address = request.getRemoteAddr();
    Optional<Instant> blocked = throttle.blockedUntil(email, address);
    if (blocked.isPresent()) {
      form.reject("email", signIn.waitUntil(blocked.get()));
      return signIn.rejected(form, request);
    }
    List<StaffSignIn.Person> proven = accounts.check(email, password);
    if (proven.isEmpty()) {
      throttle.failed(email, address);
      form.reject(
          "email",
          "The e-mail address or the password is not right. Check both, or ask the"
              + " owner of your clinic for a new password.");
      return signIn.rejected(form, request);
    }
    throttle.succeeded(email, address);
    return signIn.enter(proven, "password", request, response);
  }

  /** Which of the clinics whose accounts are proven to be theirs. */
  @GetMapping("/sign-in/clinic")
  ModelAndView clinics(HttpServletRequest request) {
    return signIn.choose(request);
  }

  @PostMapping("/sign-in/clinic")
  ModelAndView clinic(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    return signIn.chosen(Form.of(typed), request, response);
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
    cookie.end(request, response);
    notices.say(response, Notices.Notice.SIGNED_OUT, clock.instant());
    return View.redirect("/");
  }
}
