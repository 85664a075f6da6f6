package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OwnClinic;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/** A patient follows the link from the clinic, on a phone. */
class MyPageInBrowserTest extends BrowserTest {

  private final OwnClinic clinic = new OwnClinic("Rosewood Skin Clinic");

  @Test
  void fromTheLinkToTheOwnPageWithTheKeyboardOnly() {
    UUID patient = clinic.healthyPatient("Lindqvist");
    accepted(patient);
    String body =
        clinic.as(Role.FRONT_DESK).post("/patients/" + patient + "/link", Map.of()).body();
    String link = body.replaceFirst("(?s).*(/visit/[A-Za-z0-9_.-]+).*", "$1");

    browser.inEach(
        Look.SCREENS,
        stranger(),
        (page, look) -> {
          page.navigate(link);
          assertThat(page.locator("h1")).containsText("What is your date of birth?");
          browser.check(page, "visit" + look.suffix);
          page.locator("#born").focus();
          page.keyboard().type("1990-13-45");
          page.keyboard().press("Enter");
          assertThat(page.locator(".faults")).isFocused();
          browser.check(page, "visit-fault" + look.suffix);
          page.fill("#born", born(patient));
          page.locator("#born").press("Enter");
          assertThat(page.locator("h1")).containsText("Hello");
          assertThat(page.locator("main")).containsText("Before session 1");
          browser.check(page, "my" + look.suffix);
          if (look == Look.PHONE) {
            browser.wholePicture(page, "my-page");
          }
        });
  }

  @Test
  void aLinkThatNoLongerWorksAndTheLinkOfStaffAreReadable() {
    browser.inEach(
        Look.SCREENS,
        stranger(),
        (page, look) -> {
          page.navigate("/visit/x");
          browser.check(page, "visit-expired" + look.suffix);
        });
    UUID patient = clinic.healthyPatient("Wu");
    Page desk = browser.open(signedIn(clinic, Role.FRONT_DESK), Look.PHONE);
    desk.navigate("/patients/" + patient);
    desk.getByText("Make a sign-in link").click();
    assertThat(desk.locator("h1")).containsText("Sign-in link");
    browser.check(desk, "visit-link-390");
  }

  private String born(UUID patient) {
    return clinic.in(() ->
        sql.sql("select birth_date::text from patient where patient_id = ?")
            .param(patient)
            .query(String.class)
            .single());
  }

  private void accepted(UUID patient) {
    Visitor clinician = clinic.as(Role.CLINICIAN);
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String from = RunningClinic.TODAY.plusDays(3).toString();
    String course =
        clinician
            .post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", from))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
  }
}
