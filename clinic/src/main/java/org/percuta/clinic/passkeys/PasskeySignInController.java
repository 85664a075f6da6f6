package org.percuta.clinic.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.passkeys.Ceremony.Asked;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.SealedCookie;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.SignInThrottle;
import org.percuta.clinic.platform.security.Tokens;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.staff.StaffSignIn;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff sign in with a passkey. */
@Controller
@Allow(everybody = true)
class PasskeySignInController {

  static final int LONGEST = 16_000;

  /** Before the passkey's id, as wrong tries are counted by. */
  private static final String ACCOUNT = "passkey:";

  private static final String NO_PROOF =
      "The answer of your device could not be checked. Try again, or use your password.";
  private static final String COPIED =
      "This passkey counts backwards, as a copied one does. Use your password, remove the passkey"
          + " and add a new one.";

  private final Passkeys passkeys;
  private final PasskeySettings settings;
  private final StaffSignIn signIn;
  private final SignInThrottle throttle;
  private final SealedCookie question;

  PasskeySignInController(
      Passkeys passkeys,
      PasskeySettings settings,
      StaffSignIn signIn,
      SignInThrottle throttle,
      SessionCookie cookies,
      Secrets secrets,
      Clock clock) {
    this.passkeys = passkeys;
    this.settings = settings;
    this.signIn = signIn;
    this.throttle = throttle;
    this.question =
        new SealedCookie(
            "percuta_passkey", Passkeys.LIFE, cookies, secrets.get("sealed-cookies"), clock);
  }

  /** The question to sign. The browser keeps it sealed, so that nothing is stored for a visitor. */
  @GetMapping("/sign-in/passkey")
  ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
    if (!settings.workAt(request)) {
      throw new NotFound("passkeys");
    }
    String challenge = Tokens.random();
    question.give(response, challenge);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(passkeys.optionsToSign(challenge));
  }

  @PostMapping("/sign-in/passkey")
  ModelAndView answer(
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!settings.workAt(request)) {
      throw new NotFound("passkeys");
    }
    Optional<SealedCookie.Kept> asked = question.read(request);
    question.forget(response);
    if (asked.isEmpty()) {
      return refused("That took longer than five minutes. Try again.", request);
    }
    String json = sent.getOrDefault("credential", "");
    String address = request.getRemoteAddr();
    byte[] credentialId;
    try {
      if (json.length() > LONGEST) {
        throw new NotProven("too long", false);
      }
      credentialId = passkeys.credentialId(json);
    } catch (NotProven e) {
      throttle.failed(ACCOUNT, address);
      return refused(NO_PROOF, request);
    }
    String account = ACCOUNT + Base64.getUrlEncoder().encodeToString(credentialId);
    Optional<Instant> blocked = throttle.blockedUntil(account, address);
    if (blocked.isPresent()) {
      return refused(signIn.waitUntil(blocked.get()), request);
    }
    Asked question = new Asked(asked.get().text(), settings.allowed(request));
    return switch (passkeys.signIn(credentialId, json, question, asked.get().since())) {
      case Passkeys.Outcome.Unknown _ -> {
        throttle.failed(account, address);
        yield refused(
            "This passkey is not known here. Maybe it was removed? Use your password.", request);
      }
      case Passkeys.Outcome.Refused tried -> {
        throttle.failed(account, address);
        String how = detail(tried.passkey()) + ": " + tried.why();
        signIn.refused(tried.account().person(), how, request);
        yield refused(tried.copied() ? COPIED : NO_PROOF, request);
      }
      case Passkeys.Outcome.Proven proven -> {
        throttle.succeeded(account, address);
        String how = detail(proven.passkey());
        if (!proven.account().active()) {
          signIn.refused(proven.account().person(), how + ": account closed", request);
          yield refused(
              "Your account is closed. Ask the owner of your clinic to open it.", request);
        }
        yield signIn.enter(proven.account().person(), how, request, response);
      }
    };
  }

  private static String detail(Passkey passkey) {
    return "passkey " + passkey.id();
  }

  private ModelAndView refused(String why, HttpServletRequest request) {
    return signIn.rejected(Form.empty().reject(PasskeyWay.ID, why), request);
  }
}
