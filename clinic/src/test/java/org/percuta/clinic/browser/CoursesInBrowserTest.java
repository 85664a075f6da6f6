package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OwnClinic;
import org.percuta.clinic.testing.Visitor;

/** Courses, calendar and consent in a real browser, in a clinic of their own. */
class CoursesInBrowserTest extends BrowserTest {

  private static final String TODAY = "2026-11-23";
  private static final String BUSY_DAY = "2027-03-02";

  private static final OwnClinic CLINIC = new OwnClinic("Rosewood Skin Clinic");
  private static String room = "";

  @BeforeAll
  static void aClinicWithRooms() {
    CLINIC.staff(Role.CLINICIAN);
    CLINIC.staff(Role.PRACTITIONER);
    Visitor owner = CLINIC.as(Role.OWNER);
    owner.get("/calendar/settings");
    for (String name : new String[] {"Garden room", "Street room"}) {
      owner.post("/calendar/settings/bookables", Map.of("kind", "ROOM", "name", name));
    }
    owner.post("/calendar/settings/bookables", Map.of("kind", "DEVICE", "name", "Pen 36"));
    String form =
        owner.get("/patients/" + CLINIC.healthyPatient("Moretti") + "/appointments/new").body();
    room = found(form, "value=\"([0-9a-f-]{36})\"[^>]*>Garden room");
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDeskLightAndDark() {
    Visitor owner = CLINIC.as(Role.OWNER);
    UUID patient = CLINIC.healthyPatient("Lindqvist");
    String own = "/patients/" + patient;
    String course = acceptedCourse(owner, patient);
    String appointment =
        book(owner, patient, BUSY_DAY, "09:00", Role.CLINICIAN, session(course, 1)).path();
    book(
        owner,
        CLINIC.healthyPatient("Okafor"),
        BUSY_DAY,
        "11:00",
        Role.PRACTITIONER,
        "CONSULTATION");
    book(owner, CLINIC.healthyPatient("Haddad"), BUSY_DAY, "13:30", Role.PRACTITIONER, "REVIEW");
    book(
        owner,
        CLINIC.healthyPatient("Nguyen"),
        "2027-03-04",
        "10:00",
        Role.CLINICIAN,
        "CONSULTATION");
    owner.post(
        own + "/waiting",
        Map.of("wish", "Session 2, mornings", "from", BUSY_DAY, "until", "2027-03-30"));
    String consent = sign(owner, own);

    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("courses", own + "/courses");
    pages.put("course", course);
    pages.put("course-move", course + "/sessions/2/move");
    pages.put("appointments", own + "/appointments");
    pages.put("appointment-book", own + "/appointments/new");
    pages.put("appointment", appointment);
    pages.put("calendar-day", "/calendar?day=" + BUSY_DAY);
    pages.put("calendar-week", "/calendar/week?day=" + BUSY_DAY);
    pages.put("calendar-slot", "/calendar/book?day=" + BUSY_DAY + "&time=10:00&q=Lindqvist");
    pages.put("calendar-settings", "/calendar/settings");
    pages.put("calendar-feed", "/calendar/feed");
    pages.put("waiting", "/waiting");
    pages.put("waiting-wish", own + "/waiting");
    pages.put("consents", own + "/consents");
    pages.put("consent-sign", own + "/consents/new?concern=acne-scars&site=cheeks");
    pages.put("consent", consent);
    pages.put("consent-templates", "/consent-templates");
    browser.checkAll(
        Look.USUAL,
        owner(),
        pages,
        (page, look, name) -> {
          if (!look.isDark() && name.equals("course")) {
            browser.picture(page, look == Look.PHONE ? "clinic-course-phone" : "clinic-course");
          }
        });
  }

  @Test
  void aFormIsSentOnceHoweverOftenItsButtonIsPressed() {
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/patients/" + CLINIC.healthyPatient("Doppelt") + "/waiting");

    Object sent =
        page.evaluate(
            "() => { const form = document.querySelector('main form');"
                + " const press = () => form.dispatchEvent("
                + "new Event('submit', { bubbles: true, cancelable: true }));"
                + " return [press(), press()].join(); }");

    assertThat(sent).isEqualTo("true,false");
  }

  @Test
  void aRefusedConsentKeepsTheDrawnSignature() {
    Page page = browser.open(owner(), Look.DESK);
    page.navigate(
        "/patients/"
            + CLINIC.healthyPatient("Strich")
            + "/consents/new?concern=acne-scars&site=cheeks");
    Locator pad = page.locator("#pad");
    pad.scrollIntoViewIfNeeded();
    var area = pad.boundingBox();
    page.mouse().move(area.x + 60, area.y + 60);
    page.mouse().down();
    page.mouse().move(area.x + 300, area.y + 120);
    page.mouse().up();

    page.locator("form.card button.main").click();

    assertThat(page.locator(".faults")).containsText("Tick that you agree");
    page.waitForFunction(
        "() => document.getElementById('pad').getContext('2d')"
            + ".getImageData(0, 0, 600, 200).data.some((part) => part > 0)");
    page.locator("#agree").check();
    page.locator("#name").fill("Anna Strich");
    page.locator("form.card button.main").click();
    assertThat(page.locator("h1")).containsText("Treatment: Acne scars, cheeks");
  }

  @Test
  void aVisitIsDraggedToAnotherTimeAndAnotherDay() {
    Visitor owner = CLINIC.as(Role.OWNER);
    String day = "2027-04-06";
    UUID patient = CLINIC.healthyPatient("Ziehen");
    book(owner, patient, day, "09:00", Role.CLINICIAN, "CONSULTATION");
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/calendar?day=" + day);

    drag(
        page,
        page.locator(".visit"),
        page.locator(
            "td.free[data-time='11:00'][data-practitioner='"
                + CLINIC.staff(Role.PRACTITIONER)
                + "']"));
    page.waitForURL(Pattern.compile(".*/move\\?.*"));
    assertThat(page.locator("#day")).hasValue(day);
    assertThat(page.locator("#time")).hasValue("11:00");
    assertThat(page.locator("#practitioner")).hasValue(CLINIC.staff(Role.PRACTITIONER).toString());
    page.locator("main form button.main").click();
    assertThat(page.locator("h1")).containsText("11:00 to 12:15");

    page.navigate("/calendar/week?day=" + day);
    drag(
        page,
        page.locator(".visit"),
        page.locator(
            "td.free[data-day='2027-04-08'][data-practitioner='"
                + CLINIC.staff(Role.CLINICIAN)
                + "']"));
    page.waitForURL(Pattern.compile(".*/move\\?.*"));
    page.locator("main form button.main").click();
    assertThat(page.locator("h1")).containsText("Thursday 8 April 2027, 11:00 to 12:15");
  }

  @Test
  void aCourseIsPlannedBookedMovedAndBegunWithTheKeyboardAlone() {
    UUID patient = CLINIC.healthyPatient("Tastatur");
    String own = "/patients/" + patient;
    Page page = browser.open(owner(), Look.DESK);
    Keys keys = new Keys(page);
    page.navigate(own + "/courses");
    keys.choose("#concern", "Acne scars");
    keys.choose("#site", "Cheeks");
    keys.follow("form[action$='/courses'] button.main");
    assertThat(page.locator("h1")).containsText("Acne scars, cheeks");
    String course = page.url();
    keys.follow("form[action$='/step'] button.main");
    assertThat(page.locator(".head .tag")).hasText("Offered");
    keys.follow("form[action$='/step'] button.main");
    assertThat(page.locator(".head .tag")).hasText("Accepted");

    keys.follow("a[href*='/appointments/new']");
    keys.write("#time", "15:00");
    keys.choose("#practitioner", "Ada Clinician");
    keys.choose("#room", "Garden room");
    keys.follow("main form button.main");
    assertThat(page.locator("h1")).containsText("Session 1, Monday 23 November 2026, 15:00");

    page.navigate("/calendar?day=" + TODAY);
    keys.tabTo(".visit");
    page.keyboard().press("m");
    assertThat(page.locator("#moving")).containsText("arrow keys");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#moving")).containsText("Ada Practitioner");
    page.keyboard().press("ArrowDown");
    keys.enter();
    assertThat(page.locator("#practitioner")).hasValue(CLINIC.staff(Role.PRACTITIONER).toString());
    keys.follow("main form button.main");
    assertThat(page.locator("dl").first()).containsText("Ada Practitioner");

    page.navigate(own + "/waiting");
    keys.write("#wish", "Session 2, mornings");
    keys.tabTo("#from");
    page.keyboard().type("12012026");
    keys.tabTo("#until");
    page.keyboard().type("12312026");
    keys.follow("main form button.main");
    assertThat(page.locator("main")).containsText("Session 2, mornings");

    page.navigate(course);
    keys.follow("form[action$='/start'] button");
    assertThat(page.locator(".faults"))
        .containsText("No consent to this treatment has been signed.");
    keys.follow("a[href*='/consents/new']");
    keys.tabTo("#agree");
    page.keyboard().press("Space");
    keys.write("#name", "Anna Tastatur");
    keys.enter();
    assertThat(page.locator(".head .tag")).hasText("Valid");
    page.navigate(course);
    keys.follow("form[action$='/start'] button");
    assertThat(page.locator(".head .tag")).hasText("Running");
    assertThat(page.locator(".sessions tbody tr").first()).containsText("Held");
  }

  @Test
  void aSignatureIsDrawnAndSealedWithTheName() {
    UUID patient = CLINIC.healthyPatient("Zeichner");
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/patients/" + patient + "/consents/new?concern=acne-scars&site=cheeks");
    page.locator("#agree").check();
    page.locator("#name").fill("Anna Zeichner");
    draw(page);
    browser.check(page, "consent-drawn-1280");
    page.locator("form[action$=consents]")
        .screenshot(
            new Locator.ScreenshotOptions().setPath(Browser.manual("clinic-consent-signing")));
    page.locator("form[action$=consents] button.main").click();
    assertThat(page.locator(".head .tag")).hasText("Valid");
    String consent = page.url().substring(page.url().indexOf("/patients"));
    byte[] drawn =
        CLINIC.in(() ->
            CLINIC
                .running()
                .sql()
                .sql("select document from consent where patient_id = ?")
                .param(patient)
                .query((row, number) -> row.getBytes("document"))
                .single());
    assertThat(new String(drawn, java.nio.charset.StandardCharsets.ISO_8859_1))
        .as("the sealed document holds a picture")
        .contains("/Subtype /Image");
    assertThat(consent).contains("/consents/");

    Page phone = browser.open(owner(), Look.PHONE);
    phone.navigate("/patients/" + patient + "/consents/new?kind=PHOTO");
    phone.locator("#name").fill("Anna Zeichner");
    phone.locator("#agree").check();
    draw(phone);
    browser.check(phone, "consent-drawn-390");
    browser.picture(phone, "clinic-consent-phone");
  }

  @Test
  void theFeedOfAPractitionerIsReadByAnyCalendar() {
    Visitor owner = CLINIC.as(Role.OWNER);
    UUID patient = CLINIC.healthyPatient("Geheimnis");
    book(owner, patient, "2027-05-04", "09:00", Role.CLINICIAN, "CONSULTATION");
    Page page = browser.open(signedIn(CLINIC, Role.CLINICIAN), Look.DESK);
    page.navigate("/calendar/feed");
    page.locator("main form[action='/calendar/feed'] button").click();
    assertThat(page.locator("#address")).hasValue(Pattern.compile("/feed/.+\\.ics$"));
    String address = found(page.locator("#address").inputValue(), "(/feed/.+\\.ics)$");
    Visitor.Answer feed = Visitor.following(CLINIC.running().address()).get(address);
    assertThat(feed.type()).startsWith("text/calendar");
    assertThat(feed.body())
        .contains("BEGIN:VCALENDAR")
        .contains("DTSTART:20270504T070000Z")
        .doesNotContain("Geheimnis");
  }

  /** Press, move in steps and release, as a hand does; the page gets real drag events from it. */
  private static void drag(Page page, Locator what, Locator to) {
    what.scrollIntoViewIfNeeded();
    var from = what.boundingBox();
    page.mouse().move(from.x + 30, from.y + 10);
    page.mouse().down();
    page.mouse().move(from.x + 40, from.y + 20);
    var target = to.boundingBox();
    page.mouse()
        .move(
            target.x + target.width / 2,
            target.y + target.height / 2,
            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
    page.mouse().move(target.x + target.width / 2 + 2, target.y + target.height / 2 + 2);
    assertThat(page.locator(".target")).hasCount(1);
    page.mouse().up();
  }

  private static void draw(Page page) {
    page.locator("#pad").scrollIntoViewIfNeeded();
    var pad = page.locator("#pad").boundingBox();
    page.mouse().move(pad.x + 40, pad.y + 60);
    page.mouse().down();
    for (int i = 1; i <= 20; i++) {
      page.mouse()
          .move(pad.x + 40 + i * 10, pad.y + pad.height / 2 + 25 * Math.sin(i * 0.9) - i * 0.5);
    }
    page.mouse().up();
  }

  private Person owner() {
    return signedIn(CLINIC, Role.OWNER);
  }

  private static String acceptedCourse(Visitor owner, UUID patient) {
    String courses = "/patients/" + patient + "/courses";
    owner.get(courses);
    String made =
        owner.post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", "")).path();
    owner.post(made + "/step", Map.of("step", "OFFER", "version", "1"));
    owner.post(made + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return made;
  }

  private static String session(String course, int number) {
    return course.substring(course.lastIndexOf('/') + 1) + "#" + number;
  }

  private static Visitor.Answer book(
      Visitor owner, UUID patient, String day, String time, Role with, String what) {
    Map<String, String> fields = new HashMap<>();
    fields.put("what", what);
    fields.put("day", day);
    fields.put("time", time);
    fields.put("practitioner", CLINIC.staff(with).toString());
    fields.put("room", room);
    fields.putAll(Map.of("numbing", "30", "handsOn", "30", "setUp", "15", "note", ""));
    owner.get("/patients/" + patient + "/appointments/new");
    Visitor.Answer answer = owner.post("/patients/" + patient + "/appointments", fields);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static String sign(Visitor owner, String own) {
    String address = own + "/consents";
    String seen =
        found(
            owner.get(address + "/new?concern=acne-scars&site=cheeks").body(),
            "name=\"seen\" value=\"([0-9a-f]+)\"");
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", "TREATMENT");
    fields.put("concern", "acne-scars");
    fields.put("site", "cheeks");
    fields.put("seen", seen);
    fields.put("agree", "yes");
    fields.put("name", "Anna Lindqvist");
    return owner.post(address, fields).path();
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    return matcher.find() ? matcher.group(1) : "";
  }
}
