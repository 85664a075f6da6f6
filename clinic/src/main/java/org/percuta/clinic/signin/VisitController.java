package org.percuta.clinic.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.platform.security.SignInThrottle;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** A patient comes in by the link the clinic sent and the date of birth. */
@Controller
@Allow(everybody = true)
class VisitController {

  private static final String COOKIE = "percuta_visit";
  private static final Duration COOKIE_LIFE = Duration.ofMinutes(15);
  private static final String TEMPLATE = "signin/visit";

  private final LinkSigner signer;
  private final VisitLinks links;
  private final Patients patients;
  private final Sessions sessions;
  private final SessionCookie cookies;
  private final SignInThrottle throttle;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Clock clock;

  VisitController(
      LinkSigner signer,
      VisitLinks links,
      Patients patients,
      Sessions sessions,
      SessionCookie cookies,
      SignInThrottle throttle,
      ClinicTransactions transactions,
      Audit audit,
      Clock clock) {
    this.signer = signer;
    this.links = links;
    this.patients = patients;
    this.sessions = sessions;
    this.cookies = cookies;
    this.throttle = throttle;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  record LinkView(PatientBanner banner, String link, String until) {}

  /** Takes the link out of the address bar, and so out of history and logs, at once. */
  @GetMapping("/visit/{token}")
  ModelAndView arrive(@PathVariable String token, HttpServletResponse response) {
    boolean valid =
        VisitLink.read(token, signer)
            .filter(link -> clock.instant().isBefore(link.expires()))
            .isPresent();
    cookies.set(response, COOKIE, valid ? token : "", valid ? COOKIE_LIFE : Duration.ZERO);
    return View.redirect("/visit");
  }

  @GetMapping("/visit")
  ModelAndView page(HttpServletRequest request) {
    return link(request).isPresent()
        ? View.of(TEMPLATE, Form.empty())
        : View.of("signin/expired", "");
  }

  @PostMapping("/visit")
  ModelAndView enter(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<VisitLink> link = link(request);
    if (link.isEmpty()) {
      return View.of("signin/expired", "");
    }
    Form form = Form.of(typed);
    Optional<LocalDate> born = form.day("born", "your date of birth");
    if (born.isEmpty()) {
      return View.rejected(TEMPLATE, form);
    }
    String account = "patient:" + link.get().patient();
    String address = request.getRemoteAddr();
    if (throttle.blockedUntil(account, address).isPresent()) {
      form.reject("born", "Too many tries. Wait a quarter of an hour, or call the clinic.");
      return View.rejected(TEMPLATE, form);
    }
    if (!isBorn(link.get(), born.get(), address)) {
      throttle.failed(account, address);
      form.reject("born", "This is not the date of birth we have. Check it, or call the clinic.");
      return View.rejected(TEMPLATE, form);
    }
    throttle.succeeded(account, address);
    cookies.set(response, COOKIE, "", Duration.ZERO);
    cookies.give(response, sessions.begin(link.get().clinic(), link.get().patient(), Role.PATIENT));
    return View.redirect("/my");
  }

  @PostMapping("/patients/{patientId}/link")
  @Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
  ModelAndView makeLink(Actor actor, @PathVariable UUID patientId) {
    Instant expires = clock.instant().plus(links.life());
    return transactions.in(
        actor.clinic(),
        () -> {
          Patient patient = patients.get(patientId);
          audit.record(actor, Audit.Action.CREATE, "visit-link:" + patientId, patientId, "14 days");
          String address =
              ServletUriComponentsBuilder.fromCurrentContextPath()
                  .path(links.make(actor.clinic(), patientId))
                  .toUriString();
          LocalDate until = LocalDate.ofInstant(expires, actor.zone());
          return View.of(
              "signin/link",
              new LinkView(patients.banner(actor, patient), address, Dates.day(until)));
        });
  }

  private boolean isBorn(VisitLink link, LocalDate born, String address) {
    return transactions.in(
        link.clinic(),
        () -> {
          Patient patient = patients.get(link.patient());
          boolean right = patient.birthDate().equals(born);
          Actor visitor =
              new Actor(
                  link.clinic(),
                  "",
                  java.time.ZoneOffset.UTC,
                  patient.id(),
                  patient.name(),
                  Role.PATIENT,
                  false,
                  address);
          audit.record(
              visitor,
              right ? Audit.Action.SIGN_IN : Audit.Action.SIGN_IN_REFUSED,
              visitor.label(),
              patient.id(),
              "link and date of birth");
          return right;
        });
  }

  private Optional<VisitLink> link(HttpServletRequest request) {
    @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null
        ? Optional.empty()
        : VisitLink.read(cookie.getValue(), signer)
            .filter(link -> clock.instant().isBefore(link.expires()));
  }
}
