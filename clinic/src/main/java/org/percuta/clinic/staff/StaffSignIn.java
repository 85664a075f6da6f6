package org.percuta.clinic.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.SealedCookie;
import org.percuta.clinic.platform.security.SessionCookie;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every way to sign in ends with: a session of ours and an entry in the audit, or the page.
 */
@Component
public class StaffSignIn {

  private static final String TEMPLATE = "staff/signin";
  private static final String CLINIC = "staff/clinic";

  /** How long a person may take to choose one of their clinics. */
  private static final Duration CHOOSING = Duration.ofMinutes(5);

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Audit audit;
  private final ClinicTransactions transactions;
  private final Clock clock;
  private final StaffAccounts accounts;
  private final SealedCookie choosing;
  private final List<SignInWay> ways;
  private final CookieRequestCache requests = new CookieRequestCache();

  StaffSignIn(
      Sessions sessions,
      SessionCookie cookie,
      Audit audit,
      ClinicTransactions transactions,
      Clock clock,
      StaffAccounts accounts,
      Secrets secrets,
      ObjectProvider<SignInWay> ways) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.accounts = accounts;
    this.choosing =
        new SealedCookie(
            "percuta_choosing", CHOOSING, cookie, secrets.get("sealed-cookies"), clock);
    this.ways = ways.stream().sorted(Comparator.comparingInt(SignInWay::order)).toList();
  }

  /** An open account whose owner proved to be who they say. */
  public record Person(ClinicId clinic, UUID id, String name, Role role) {}

  record SignInView(Form form, List<SignInWay.Offer> offers) {}

  ModelAndView page(HttpServletRequest request) {
    return View.of(TEMPLATE, view(Form.empty(), request));
  }

  /** The sign-in page again, with what is wrong. */
  public ModelAndView rejected(Form form, HttpServletRequest request) {
    return View.rejected(TEMPLATE, view(form, request));
  }

  /** The sign-in page where something we rely on does not answer. */
  public ModelAndView unavailable(Form form, HttpServletRequest request) {
    return View.with(HttpStatus.SERVICE_UNAVAILABLE, TEMPLATE, view(form, request));
  }

  List<SignInWay.Link> ownPages(HttpServletRequest request) {
    return ways.stream().flatMap(way -> way.ownPage(request).stream()).toList();
  }

  /**
   * Begins a session and leads to the page that was wanted.
   *
   * @param how the proof, as the audit keeps it
   */
  public ModelAndView enter(
      Person person, String how, HttpServletRequest request, HttpServletResponse response) {
    cookie.give(response, sessions.begin(person.clinic(), person.id(), person.role()));
    record(person, Audit.Action.SIGN_IN, how, request);
    SavedRequest wanted = requests.getRequest(request, response);
    requests.removeRequest(request, response);
    return View.redirect(wanted == null ? "/today" : pathOf(wanted));
  }

  /**
   * Begins a session for somebody who proved to be the owner of each of these accounts. Of several,
   * they choose one on the next page; which those are, only their browser keeps, sealed.
   *
   * @param proven one at least, all open
   * @param how the proof, as the audit keeps it
   */
  public ModelAndView enter(
      List<Person> proven, String how, HttpServletRequest request, HttpServletResponse response) {
    if (proven.size() == 1) {
      return enter(proven.getFirst(), how, request, response);
    }
    List<StaffAccounts.Known> known =
        proven.stream().flatMap(one -> accounts.find(one.clinic(), one.id()).stream()).toList();
    choosing.give(response, Proven.by(known, how).text());
    return View.redirect("/sign-in/clinic");
  }

  /** Which accounts somebody proved to be theirs a moment ago, and how. */
  private record Proven(List<Account> accounts, String how) {

    /**
     * @param version it was proven at: a proof from before another password counts no more
     */
    private record Account(ClinicId clinic, UUID id, int version) {

      boolean is(StaffAccounts.Known now) {
        return now.active() && now.version() == version;
      }
    }

    static Proven by(List<StaffAccounts.Known> known, String how) {
      return new Proven(
          known.stream()
              .map(one -> new Account(one.person().clinic(), one.person().id(), one.version()))
              .toList(),
          how);
    }

    String text() {
      return how
          + accounts.stream()
              .map(one -> "\n" + one.clinic().value() + " " + one.id() + " " + one.version())
              .collect(Collectors.joining());
    }

    static Proven of(String text) {
      String[] lines = text.split("\n");
      return new Proven(
          Arrays.stream(lines)
              .skip(1)
              .map(line -> line.split(" "))
              .map(ids ->
                  new Account(
                      new ClinicId(UUID.fromString(ids[0])),
                      UUID.fromString(ids[1]),
                      Integer.parseInt(ids[2])))
              .toList(),
          lines[0]);
    }
  }

  /** One of the clinics to choose from. */
  record Choice(UUID account, String clinic, String role) {}

  record ChoiceView(Form form, List<Choice> choices) {}

  /** Asks which of the proven accounts is meant. */
  ModelAndView choose(HttpServletRequest request) {
    List<Person> open = proven(request);
    return open.isEmpty() ? tooLate(request) : View.of(CLINIC, choices(Form.empty(), open));
  }

  ModelAndView chosen(Form form, HttpServletRequest request, HttpServletResponse response) {
    List<Person> open = proven(request);
    if (open.isEmpty()) {
      return tooLate(request);
    }
    for (Person one : open) {
      if (form.is("account", one.id())) {
        String how = choosing.read(request).map(kept -> Proven.of(kept.text()).how()).orElse("");
        choosing.forget(response);
        return enter(one, how, request, response);
      }
    }
    return View.rejected(CLINIC, choices(form.reject("account", "Choose a clinic."), open));
  }

  /** Those of the proven accounts that are still as they were proven. */
  private List<Person> proven(HttpServletRequest request) {
    return choosing
        .read(request)
        .map(kept -> Proven.of(kept.text()).accounts())
        .orElse(List.of())
        .stream()
        .flatMap(one -> accounts.find(one.clinic(), one.id()).filter(one::is).stream())
        .map(StaffAccounts.Known::person)
        .toList();
  }

  private ChoiceView choices(Form form, List<Person> open) {
    return new ChoiceView(
        form,
        open.stream()
            .map(one -> new Choice(one.id(), accounts.clinicName(one.clinic()), one.role().word()))
            .toList());
  }

  private ModelAndView tooLate(HttpServletRequest request) {
    return rejected(
        Form.empty()
            .reject("email", "Choosing a clinic took longer than five minutes. Sign in again."),
        request);
  }

  /** Keeps in the audit that somebody of the clinic was not let in. */
  public void refused(Person person, String how, HttpServletRequest request) {
    record(person, Audit.Action.SIGN_IN_REFUSED, how, request);
  }

  /** How long somebody who tried too often has to wait, in words. */
  public String waitUntil(Instant until) {
    long minutes = Duration.between(clock.instant(), until).toMinutes() + 1;
    return "Too many tries from here. Wait "
        + minutes
        + (minutes == 1 ? " minute" : " minutes")
        + ", then try again.";
  }

  private void record(Person person, Audit.Action action, String how, HttpServletRequest request) {
    Actor actor =
        new Actor(
            person.clinic(),
            "",
            ZoneOffset.UTC,
            person.id(),
            person.name(),
            person.role(),
            false,
            request.getRemoteAddr());
    transactions.run(person.clinic(), () -> audit.record(actor, action, actor.label(), null, how));
  }

  private SignInView view(Form form, HttpServletRequest request) {
    return new SignInView(form, ways.stream().flatMap(way -> way.offer(request).stream()).toList());
  }

  /** The path only: a forged cookie must not send the browser to another site. */
  private static String pathOf(SavedRequest wanted) {
    URI address = URI.create(wanted.getRedirectUrl());
    String path = address.getRawPath();
    String query = address.getRawQuery();
    boolean ours = path != null && path.startsWith("/") && !path.startsWith("//");
    return ours ? path + (query == null ? "" : "?" + query) : "/today";
  }
}
