package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.courses.CourseState;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;

/** The outbox as the staff use it, without a mail server. */
class MessagesInBrowserTest extends BrowserTest {

  private ClinicId clinic;
  private UUID owner;
  private UUID patient;

  @BeforeEach
  void clinicWithMessages() {
    clinic = accounts.createClinic("m-" + UUID.randomUUID(), "Clinic Rosewood", "Europe/Berlin");
    owner = newStaff(clinic, "Dr Ada Example", Role.OWNER);
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
    Set<String> shown = Set.of("messages-due", "messages-one", "messages-patient");
    browser.checkAll(
        Look.USUAL,
        owner(),
        pages,
        (page, look, name) -> {
          if (look == Look.DESK && shown.contains(name)) {
            browser.picture(page, name);
          }
        });
  }

  @Test
  void aMessageIsHandedOverWithTheKeyboardOnly() {
    Page page = browser.open(owner(), Look.DESK);
    Keys keys = new Keys(page);
    page.navigate("/messages?show=due");
    assertThat(page.locator(".verdict")).containsText("No mail server is set");
    page.keyboard().press("/");
    page.keyboard().type("rossi");
    page.keyboard().press("Enter");
    assertThat(page.locator("table")).not().containsText("Bianchi");
    keys.tabTo("tbody tr:first-child td:first-child a");
    page.keyboard().press("Enter");
    assertThat(page.locator(".letter-text")).containsText("Hello Anna,");
    keys.tabTo("button[value=HANDED_OVER]");
    page.keyboard().press("Enter");
    assertThat(page.locator(".head .tag")).hasText("Handed over");
    assertThat(page.locator(".notice")).containsText("Saved");
  }

  @Test
  void onPaperThereIsTheLetterOnly() {
    Page page = browser.open(owner(), Look.PAPER);
    page.navigate("/messages/" + due());
    assertThat(page.locator(".letter-text")).isVisible();
    assertThat(page.locator(".sources")).isHidden();
    assertThat(page.locator("#decide form")).isHidden();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/messages-print.png")));
  }

  @Test
  void wishesAreSavedAndAWrongZoneIsToldBesideItsField() {
    Page page = browser.open(owner(), Look.PHONE);
    page.navigate("/patients/" + patient + "/messages");
    page.locator("#zone").fill("Lisbon");
    page.locator("form[action$=preferences] button").click();
    assertThat(page.locator("#zone-fault")).containsText("'Lisbon' is not a time zone");
    assertThat(page.locator("#zone")).hasValue("Lisbon");
    browser.check(page, "messages-zone-refused-390");
    page.locator("#zone").fill("Europe/Lisbon");
    page.locator("input[name=noEmail]").check();
    page.locator("form[action$=preferences] button").click();
    assertThat(page.locator(".notice")).containsText("Saved");
    assertThat(page.locator("input[name=noEmail]")).isChecked();
    assertThat(page.locator("tbody")).containsText("Wants no e-mail messages.");
  }

  private Person owner() {
    return signedIn(clinic, owner, Role.OWNER);
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
