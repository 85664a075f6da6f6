package org.percuta.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.running.RunningClinic;
import org.percuta.clinic.running.Visitor;

@Tag("browser")
class CoursesInBrowserTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final String DAY = "2027-03-02";

  private static final RunningClinic RUNNING = RunningClinic.get();
  private static Browser browser;
  private static String course = "";
  private static String appointment = "";
  private static String consent = "";
  private static UUID patient = new UUID(0, 0);

  @BeforeAll
  static void aClinicAtWork() {
    browser = new Browser();
    Visitor owner = RUNNING.as(Role.OWNER);
    owner.get("/calendar/settings");
    for (String room : new String[] {"Garden room", "Street room"}) {
      owner.post("/calendar/settings/bookables", Map.of("kind", "ROOM", "name", room));
    }
    owner.post("/calendar/settings/bookables", Map.of("kind", "DEVICE", "name", "Pen 36"));
    String rooms = owner.get("/patients/" + newPatient("Moretti") + "/appointments/new").body();
    String room = found(rooms, "value=\"([0-9a-f-]{36})\"[^>]*>Garden room");
    patient = newPatient("Lindqvist");
    course = acceptedCourse(owner);
    Map<String, String> fields = new HashMap<>();
    fields.put("what", course.substring(course.lastIndexOf('/') + 1) + "#1");
    fields.put("day", DAY);
    fields.put("time", "09:00");
    fields.put("practitioner", RUNNING.staff(Role.CLINICIAN).toString());
    fields.put("room", room);
    fields.putAll(Map.of("numbing", "30", "handsOn", "30", "setUp", "15", "note", ""));
    appointment = owner.post("/patients/" + patient + "/appointments", fields).path();
    fields.put("what", "CONSULTATION");
    fields.put("practitioner", RUNNING.staff(Role.PRACTITIONER).toString());
    fields.put("time", "11:00");
    owner.post("/patients/" + newPatient("Okafor") + "/appointments", fields);
    fields.put("time", "13:30");
    owner.post("/patients/" + newPatient("Haddad") + "/appointments", fields);
    consent = sign(owner);
    owner.post(
        "/patients/" + patient + "/waiting",
        Map.of("wish", "Session 2, mornings", "from", DAY, "until", "2027-03-30"));
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDesk() {
    Map<String, String> pages = new LinkedHashMap<>();
    String own = "/patients/" + patient;
    pages.put("courses", own + "/courses");
    pages.put("course", course);
    pages.put("course-move", course + "/sessions/2/move");
    pages.put("appointments", own + "/appointments");
    pages.put("appointment-book", own + "/appointments/new");
    pages.put("appointment", appointment);
    pages.put("calendar-day", "/calendar?day=" + DAY);
    pages.put("calendar-week", "/calendar/week?day=" + DAY);
    pages.put("calendar-settings", "/calendar/settings");
    pages.put("calendar-feed", "/calendar/feed");
    pages.put("waiting", "/waiting");
    pages.put("consents", own + "/consents");
    pages.put("consent-sign", own + "/consents/new?concern=acne-scars&site=cheeks");
    pages.put("consent", consent);
    pages.put("consent-templates", "/consent-templates");
    for (int width : new int[] {PHONE, DESK}) {
      Page page = open(width, ColorScheme.LIGHT);
      pages.forEach((name, address) -> {
        page.navigate(address);
        browser.check(page, name + "-" + width);
      });
    }
    Page dark = open(DESK, ColorScheme.DARK);
    dark.navigate("/calendar?day=" + DAY);
    browser.check(dark, "calendar-day-dark");
    dark.navigate(course);
    browser.check(dark, "course-dark");
  }

  @Test
  void aVisitIsMovedWithTheKeyboardAlone() {
    Page page = open(DESK, ColorScheme.LIGHT);
    page.navigate("/calendar?day=" + DAY);
    page.locator(".visit", new Page.LocatorOptions().setHasText("Okafor")).focus();
    page.keyboard().press("m");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#moving").textContent()).contains("Clinician Here");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/move\\?.*"));
    assertThat(page.locator("#day").inputValue()).isEqualTo(DAY);
    assertThat(page.locator("#practitioner").inputValue())
        .isEqualTo(RUNNING.staff(Role.CLINICIAN).toString());
  }

  @Test
  void aSignatureIsDrawnAndSentWithTheName() {
    Page page = open(DESK, ColorScheme.LIGHT);
    page.navigate("/patients/" + patient + "/consents/new?kind=PHOTO");
    page.locator("#agree").check();
    page.locator("#name").fill("Anna Lindqvist");
    page.locator("#pad").scrollIntoViewIfNeeded();
    var pad = page.locator("#pad").boundingBox();
    page.mouse().move(pad.x + 40, pad.y + 60);
    page.mouse().down();
    page.mouse().move(pad.x + 160, pad.y + 90);
    page.mouse().move(pad.x + 240, pad.y + 30);
    page.mouse().up();
    browser.check(page, "consent-drawn");
    page.locator("form[action$=consents] button.main").click();
    page.waitForURL(Pattern.compile(".*/consents/[0-9a-f-]{36}"));
    assertThat(page.locator("main").textContent()).contains("Valid");
  }

  private static Page open(int width, ColorScheme scheme) {
    String session =
        RUNNING.bean(Sessions.class).begin(RUNNING.clinic(), RUNNING.staff(Role.OWNER), Role.OWNER);
    return browser.open(RUNNING.address(), width, scheme, session);
  }

  private static UUID newPatient(String family) {
    return RUNNING.healthyPatient(family);
  }

  private static String acceptedCourse(Visitor owner) {
    String courses = "/patients/" + patient + "/courses";
    owner.get(courses);
    String made =
        owner.post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", "")).path();
    owner.post(made + "/step", Map.of("step", "OFFER", "version", "1"));
    owner.post(made + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return made;
  }

  private static String sign(Visitor owner) {
    String own = "/patients/" + patient + "/consents";
    String seen =
        found(
            owner.get(own + "/new?concern=acne-scars&site=cheeks").body(),
            "name=\"seen\" value=\"([0-9a-f]+)\"");
    return owner
        .post(
            own,
            Map.of(
                "kind",
                "TREATMENT",
                "concern",
                "acne-scars",
                "site",
                "cheeks",
                "seen",
                seen,
                "agree",
                "yes",
                "name",
                "Anna Lindqvist"))
        .path();
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    return matcher.find() ? matcher.group(1) : "";
  }
}
