package org.percuta.clinic.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.passkeys.Ceremony.Asked;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.SealedCookie;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.SignInThrottle;
import org.percuta.clinic.platform.security.Tokens;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.clinic.staff.StaffSignIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's own passkeys. Adding one asks for the password: a session left open adds none. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR})
class PasskeyController {

  private static final String LIST = "passkeys/list";
  private static final String PAGE = "/account/passkeys";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PASSWORD = 320;
  private static final int MOST = 20;

  private final Passkeys passkeys;
  private final PasskeySettings settings;
  private final StaffAccounts accounts;
  private final StaffSignIn signIn;
  private final SignInThrottle throttle;
  private final Notices notices;
  private final Clock clock;
  private final SealedCookie question;

  PasskeyController(
      Passkeys passkeys,
      PasskeySettings settings,
      StaffAccounts accounts,
      StaffSignIn signIn,
      SignInThrottle throttle,
      Notices notices,
      SessionCookie cookies,
      Secrets secrets,
      Clock clock) {
    this.passkeys = passkeys;
    this.settings = settings;
    this.accounts = accounts;
    this.signIn = signIn;
    this.throttle = throttle;
    this.notices = notices;
    this.clock = clock;
    this.question =
        new SealedCookie(
            "percuta_passkey_new", Passkeys.LIFE, cookies, secrets.get("sealed-cookies"), clock);
  }

  record ListView(List<Item> items, Form form) {}

  /**
   * One line of the list.
   *
   * @param used empty when it never was
   */
  record Item(UUID id, String name, String added, String used, String where) {}

  record MakeView(String name, String options) {}

  @GetMapping(PAGE)
  ModelAndView list(Actor actor, HttpServletRequest request) {
    requireOn(request);
    return View.of(LIST, view(actor, Form.empty()));
  }

  @PostMapping(PAGE + "/new")
  ModelAndView begin(
      Actor actor,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    requireOn(request);
    Form form = Form.of(typed);
    String name = form.text("name", "a name", LONGEST_NAME);
    checkPassword(form, actor);
    if (passkeys.list(actor).size() >= MOST) {
      form.reject("name", "You have " + MOST + " passkeys. Remove one that you no longer use.");
    }
    if (!form.isValid()) {
      return View.rejected(LIST, view(actor, form));
    }
    question.give(response, actor.id() + "\n" + Tokens.random() + "\n" + name);
    return View.redirect(PAGE + "/new");
  }

  @GetMapping(PAGE + "/new")
  ModelAndView make(Actor actor, HttpServletRequest request) {
    requireOn(request);
    return begun(actor, request)
        .map(begun ->
            View.of(
                "passkeys/make",
                new MakeView(begun.name(), passkeys.optionsToMake(actor, begun.challenge()))))
        .orElseGet(() -> View.redirect(PAGE));
  }

  @PostMapping(PAGE)
  ModelAndView add(
      Actor actor,
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    requireOn(request);
    String json = sent.getOrDefault("credential", "");
    Optional<Begun> begun = begun(actor, request);
    question.forget(response);
    if (begun.isEmpty() || json.length() > PasskeySignInController.LONGEST) {
      return rejected(actor, "", "That took longer than five minutes. Begin again.");
    }
    String name = begun.get().name();
    Asked asked = new Asked(begun.get().challenge(), settings.allowed(request));
    return switch (passkeys.add(actor, name, json, asked, begun.get().since())) {
      case YES -> {
        notices.say(response, Notices.Notice.ADDED, clock.instant());
        yield View.redirect(PAGE);
      }
      case NOT_PROVEN ->
          rejected(actor, name, "The answer of your device could not be checked. Begin again.");
      case KNOWN_ALREADY -> rejected(actor, name, "This passkey was added before.");
    };
  }

  @PostMapping(PAGE + "/{passkeyId}/remove")
  ModelAndView remove(
      Actor actor,
      @PathVariable UUID passkeyId,
      HttpServletRequest request,
      HttpServletResponse response) {
    requireOn(request);
    passkeys.remove(actor, passkeyId);
    notices.say(response, Notices.Notice.REMOVED, clock.instant());
    return View.redirect(PAGE);
  }

  private void checkPassword(Form form, Actor actor) {
    String account = "password of " + actor.label();
    Optional<Instant> blocked = throttle.blockedUntil(account, actor.address());
    String password = form.value("password");
    if (blocked.isPresent()) {
      form.reject("password", signIn.waitUntil(blocked.get()));
    } else if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
      form.reject("password", "Enter your password.");
    } else if (!accounts.hasPassword(actor.clinic(), actor.id(), password)) {
      throttle.failed(account, actor.address());
      form.reject("password", "This is not your password.");
    } else {
      throttle.succeeded(account, actor.address());
    }
  }

  private record Begun(String challenge, String name, Instant since) {}

  /** What this person began; a cookie left by somebody else at this browser begins nothing. */
  private Optional<Begun> begun(Actor actor, HttpServletRequest request) {
    Optional<SealedCookie.Kept> kept = question.read(request);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = kept.get().text().split("\n", 3);
    return parts[0].equals(actor.id().toString())
        ? Optional.of(new Begun(parts[1], parts[2], kept.get().since()))
        : Optional.empty();
  }

  private ModelAndView rejected(Actor actor, String name, String why) {
    Form form = Form.of(Map.of("name", name));
    return View.rejected(LIST, view(actor, form.reject("name", why)));
  }

  private ListView view(Actor actor, Form form) {
    return new ListView(
        passkeys.list(actor).stream().map(one -> item(one, actor.zone())).toList(), form);
  }

  private static Item item(Passkey one, ZoneId zone) {
    return new Item(
        one.id(),
        one.name(),
        day(one.created(), zone),
        day(one.lastUsed(), zone),
        one.key().isCopied() ? "Shared by your devices" : "On one device");
  }

  private static String day(@Nullable Instant when, ZoneId zone) {
    return when == null
        ? ""
        : DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(when.atZone(zone));
  }

  private void requireOn(HttpServletRequest request) {
    if (!settings.workAt(request)) {
      throw new NotFound("passkeys");
    }
  }
}
