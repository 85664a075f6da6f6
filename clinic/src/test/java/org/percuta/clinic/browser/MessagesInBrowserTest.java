package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.courses.CourseState;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.running.RunningClinic;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;

/** The outbox as the staff use it, without a mail server. */
@Tag("browser")
class MessagesInBrowserTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final double PATIENCE_MS = 30_000;
  private static final Path MANUAL = Path.of("../docs/manual");

  private static Browser browser;

  private final RunningClinic running = RunningClinic.get();
  private ClinicId clinic = running.clinic();
  private UUID owner = new UUID(0, 0);
  private UUID patient = new UUID(0, 0);

  @BeforeAll
  static void launch() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void clinicWithMessages() {
    StaffAccounts accounts = running.bean(StaffAccounts.class);
    clinic = accounts.createClinic("m-" + UUID.randomUUID(), "Clinic Rosewood", "Europe/Berlin");
    owner =
        accounts.create(
            clinic,
            UUID.randomUUID() + "@example.org",
            "Dr Ada Example",
            Role.OWNER,
            "correct horse battery",
            false);
    patient = withCourse("Rossi", RunningClinic.TODAY.plusDays(5));
    withCourse("Bianchi", RunningClinic.TODAY.plusDays(21));
    UUID third = withCourse("Esposito", RunningClinic.TODAY.plusDays(2));
    state(third, "UNSURE", "The connection broke while sending. It may have been sent.");
    UUID fourth = withCourse("Ferreira", RunningClinic.TODAY.plusDays(2));
    state(fourth, "FAILED", "The mail server refused it (550).");
  }

  @Test
  void everyPageIsAccessibleAndFits() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("messages", "/messages");
    pages.put("messages-due", "/messages?show=due");
    pages.put("messages-unsure", "/messages?show=unsure");
    pages.put("messages-patient", "/patients/" + patient + "/messages");
    pages.put("messages-settings", "/messages/settings");
    pages.put("messages-one", "/messages/" + due());
    pages.put("messages-decide", "/messages/" + unsure());
    pages.put("messages-today", "/today");
    for (int width : new int[] {PHONE, DESK}) {
      for (ColorScheme scheme :
          width == PHONE
              ? new ColorScheme[] {ColorScheme.LIGHT}
              : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Page page = browser.open(running.address(), width, scheme, session());
        String suffix = "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
        pages.forEach((name, address) -> {
          page.navigate(address);
          browser.check(page, name + suffix);
          boolean shown = width == DESK && scheme == ColorScheme.LIGHT;
          if (shown && (name.equals("messages-due") || name.equals("messages-one"))) {
            page.screenshot(new Page.ScreenshotOptions().setPath(MANUAL.resolve(name + ".png")));
          }
          if (shown && name.equals("messages-patient")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(MANUAL.resolve(name + ".png")));
          }
        });
        page.context().close();
      }
    }
  }

  @Test
  void aMessageIsHandedOverWithTheKeyboardOnly() {
    Page page = browser.open(running.address(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/messages?show=due");
    assertThat(page.locator(".verdict")).containsText("No mail server is set");
    page.keyboard().press("/");
    page.keyboard().type("rossi");
    page.keyboard().press("Enter");
    assertThat(page.locator("table")).not().containsText("Bianchi", within());
    tabTo(page, "tbody tr:first-child td:first-child a");
    page.keyboard().press("Enter");
    assertThat(page.locator(".letter-text")).containsText("Hello Anna,", within());
    tabTo(page, "button[value=HANDED_OVER]");
    page.keyboard().press("Enter");
    assertThat(page.locator(".head .tag")).hasText("Handed over", text());
    assertThat(page.locator(".notice")).containsText("Saved");
    page.context().close();
  }

  @Test
  void onPaperThereIsTheLetterOnly() {
    Page page = browser.open(running.address(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/messages/" + due());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".letter-text")).isVisible();
    assertThat(page.locator(".sources")).isHidden();
    assertThat(page.locator("#decide form")).isHidden();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/messages-print.png")));
    page.context().close();
  }

  @Test
  void wishesAreSavedAndAWrongZoneIsToldBesideItsField() {
    Page page = browser.open(running.address(), PHONE, ColorScheme.LIGHT, session());
    page.navigate("/patients/" + patient + "/messages");
    page.locator("#zone").fill("Lisbon");
    page.locator("form[action$=preferences] button").click();
    assertThat(page.locator("#zone-fault")).containsText("'Lisbon' is not a time zone", within());
    assertThat(page.locator("#zone")).hasValue("Lisbon");
    browser.check(page, "messages-zone-refused-390");
    page.locator("#zone").fill("Europe/Lisbon");
    page.locator("input[name=noEmail]").check();
    page.locator("form[action$=preferences] button").click();
    assertThat(page.locator(".notice")).containsText("Saved", within());
    assertThat(page.locator("input[name=noEmail]")).isChecked();
    assertThat(page.locator("tbody")).containsText("Wants no e-mail messages.");
    page.context().close();
  }

  private static LocatorAssertions.ContainsTextOptions within() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.HasTextOptions text() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if ((boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
  }

  private String session() {
    return running.bean(Sessions.class).begin(clinic, owner, Role.OWNER);
  }

  private UUID due() {
    return one(
        "select message_id from message where patient_id = '" + patient + "' order by due limit 1");
  }

  private UUID unsure() {
    return one("select message_id from message where state = 'UNSURE' limit 1");
  }

  private UUID one(String query) {
    return running.in(clinic, () -> running.sql().sql(query).query(UUID.class).single());
  }

  /** As a mail server would have left the first of a patient's messages. */
  private void state(UUID whose, String state, String reason) {
    running.in(
        clinic,
        () ->
            running
                .sql()
                .sql(
                    "update message set state = ?, reason = ?, done_at = due, sent_to ="
                        + " 'anna@example.org', tries = 1 where message_id = (select message_id from"
                        + " message where patient_id = ? order by due limit 1)")
                .params(state, reason, whose)
                .update());
  }

  private UUID withCourse(String family, LocalDate from) {
    UUID id = running.patient(clinic, family);
    Actor actor =
        new Actor(
            clinic,
            "Clinic Rosewood",
            RunningClinic.ZONE,
            owner,
            "Dr Ada Example",
            Role.OWNER,
            false,
            "test");
    Courses courses = running.bean(Courses.class);
    running.in(
        clinic,
        () -> {
          running
              .bean(Knowledge.class)
              .facts()
              .keySet()
              .forEach(fact -> running.say(id, fact, "NO"));
          Patient record = running.bean(Patients.class).get(id);
          UUID course =
              courses.create(
                  actor, record, courses.plan(record, Goal.inClinic("acne-scars", "cheeks"), from));
          courses.step(actor, courses.get(course), CourseState.Step.OFFER, "", 1);
          return courses.step(actor, courses.get(course), CourseState.Step.ACCEPT, "", 2);
        });
    return id;
  }
}
