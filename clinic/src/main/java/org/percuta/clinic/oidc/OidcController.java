package org.percuta.clinic.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.SealedCookie;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.SignInThrottle;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.clinic.staff.StaffSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Staff sign in with the practice's own provider. It says who somebody is; who works here is said
 * by the accounts alone, so no account is ever made by it.
 */
@Controller
@Allow(everybody = true)
class OidcController {

  private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);
  private static final String BEGIN = "/sign-in/oidc";
  private static final String COME_BACK = BEGIN + "/return";
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final OidcSettings settings;
  private final StaffAccounts accounts;
  private final StaffSignIn signIn;
  private final SignInThrottle throttle;
  private final SealedCookie underWay;
  private final boolean secure;
  private @Nullable Provider loaded;

  OidcController(
      OidcSettings settings,
      ServerSettings server,
      StaffAccounts accounts,
      StaffSignIn signIn,
      SignInThrottle throttle,
      SessionCookie cookies,
      Secrets secrets,
      Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.signIn = signIn;
    this.throttle = throttle;
    this.secure = server.secureCookies();
    this.underWay =
        new SealedCookie("percuta_oidc", LIFE, cookies, secrets.get("sealed-cookies"), clock);
  }

  @GetMapping(BEGIN)
  ModelAndView begin(HttpServletRequest request, HttpServletResponse response) {
    try {
      Provider.Begun begun = provider().begin(comeBack(request));
      underWay.give(response, begun.pending().text());
      return View.redirect(begun.address().toString());
    } catch (ProviderSilent e) {
      return silent(e, request);
    }
  }

  @GetMapping(COME_BACK)
  ModelAndView end(HttpServletRequest request, HttpServletResponse response) {
    Provider provider = provider();
    Optional<Pending> pending = underWay.read(request).flatMap(kept -> Pending.of(kept.text()));
    underWay.forget(response);
    if (pending.isEmpty()) {
      return refused(
          "That took longer than ten minutes, or began in another browser. Try again.", request);
    }
    String address = request.getRemoteAddr();
    Optional<Instant> blocked = throttle.blockedUntil(OidcWay.ID, address);
    if (blocked.isPresent()) {
      return refused(signIn.waitUntil(blocked.get()), request);
    }
    try {
      return switch (provider.finish(comeBack(request), parameters(request), pending.get())) {
        case Provider.Result.Cancelled _ ->
            refused(title() + " did not sign you in. Try again, or use your password.", request);
        case Provider.Result.Refused tried -> {
          throttle.failed(OidcWay.ID, address);
          LOG.warn("Sign-in with {} refused: {}", settings.issuer(), tried.why());
          yield refused(
              "The answer of "
                  + title()
                  + " could not be checked. Try again, or use your password.",
              request);
        }
        case Provider.Result.Person person -> enter(person, request, response);
      };
    } catch (ProviderSilent e) {
      return silent(e, request);
    }
  }

  private ModelAndView enter(
      Provider.Result.Person person, HttpServletRequest request, HttpServletResponse response) {
    String email = person.email();
    if (!believes(person.verified())) {
      return refused(
          person.verified() == Provider.Verified.NO
              ? title()
                  + " has not checked that "
                  + email
                  + " is your address. Confirm it there first, or use your password."
              : title()
                  + " does not say whether it has checked that "
                  + email
                  + " is your address. Use your password, and tell whoever runs Percuta.",
          request);
    }
    List<StaffAccounts.Known> known = accounts.listByEmail(email);
    List<StaffSignIn.Person> open =
        known.stream()
            .filter(StaffAccounts.Known::active)
            .map(StaffAccounts.Known::person)
            .toList();
    if (open.isEmpty()) {
      known.forEach(one ->
          signIn.refused(one.person(), how(person.verified()) + ": account closed", request));
      return refused(
          known.isEmpty()
              ? "There is no account for " + email + " here. Ask the owner of your clinic for one."
              : "The account for " + email + " is closed. Ask the owner of your clinic to open it.",
          request);
    }
    return signIn.enter(open, how(person.verified()), request, response);
  }

  /**
   * A provider that says nothing is believed where whoever runs Percuta said so; a no always is.
   */
  private boolean believes(Provider.Verified verified) {
    return switch (verified) {
      case YES -> true;
      case NO -> false;
      case NOT_SAID -> settings.trustAddressesWithoutEmailVerified();
    };
  }

  /** As the audit keeps it. */
  private String how(Provider.Verified verified) {
    return "oidc "
        + settings.issuer()
        + (verified == Provider.Verified.YES ? "" : " without email_verified");
  }

  private String title() {
    return settings.title();
  }

  private ModelAndView silent(ProviderSilent why, HttpServletRequest request) {
    LOG.warn("{} does not answer: {}", settings.issuer(), String.valueOf(why.getCause()));
    return signIn.unavailable(
        Form.empty()
            .reject(
                OidcWay.ID,
                title() + " does not answer. Try again in a minute, or use your password."),
        request);
  }

  private ModelAndView refused(String why, HttpServletRequest request) {
    return signIn.rejected(Form.empty().reject(OidcWay.ID, why), request);
  }

  /** Our address as the browser knows it, which the provider compares with the one it was told. */
  private URI comeBack(HttpServletRequest request) {
    String host = request.getHeader("Host");
    try {
      return URI.create((secure ? "https" : request.getScheme()) + "://" + host + COME_BACK);
    } catch (IllegalArgumentException e) {
      throw new NotFound("address");
    }
  }

  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Arrays.asList(one.getValue())));
  }

  /** Made when first used: nothing of it is loaded or asked at a start. */
  private synchronized Provider provider() {
    String issuer = settings.issuer();
    String client = settings.clientId();
    if (!settings.isOn() || issuer == null || client == null) {
      throw new NotFound("provider");
    }
    if (loaded == null) {
      loaded = new Provider(issuer, client, settings.clientSecret());
    }
    return loaded;
  }
}
