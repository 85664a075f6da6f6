package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;

/** Taking a document back, and choosing among one's clinics, in Chromium. */
class PapersInBrowserTest extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void aDocumentOfTheWrongPatientIsWithdrawnWithTheKeyboardOnly() {
    ClinicId clinic = newClinic();
    UUID clinician =
        accounts.create(
            clinic,
            UUID.randomUUID() + "@example.org",
            "Dr Ada Example",
            Role.CLINICIAN,
            PASSWORD,
            false);
    String documents = "/patients/" + newPatient(clinic, "Tom", "Wu", "1990-04-02") + "/documents";
    Person ada = signedIn(clinic, clinician, Role.CLINICIAN);
    Page page = browser.open(ada, Look.DESK);
    page.navigate(documents);
    add(page, "Laboratory, 3 November");
    add(page, "Letter of Dr Perez");

    page.locator("summary", new Page.LocatorOptions().setHasText("Withdraw Letter")).focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".faults")).containsText("Enter why it is withdrawn.");
    page.locator(".faults a").press("Enter");
    page.keyboard().type("Added to the wrong record.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".notice")).containsText("Withdrawn");
    assertThat(page.locator("main"))
        .containsText("by Dr Ada Example because: Added to the wrong record.");
    browser.picture(page, "record-document-withdrawn");
    page.context().close();

    browser.inEach(
        Look.SCREENS,
        ada,
        (one, look) -> {
          one.navigate(documents);
          one.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
          browser.check(one, "documents-withdrawn" + look.suffix);
        });
  }

  @Test
  void whoWorksAtTwoClinicsChoosesOneAfterThePassword() {
    String email = UUID.randomUUID() + "@example.org";
    for (String name : new String[] {"Rosewood Skin Clinic", "Larkmeadow Skin Clinic"}) {
      ClinicId clinic = accounts.createClinic("c-" + UUID.randomUUID(), name, "Europe/Rome");
      Role role = name.startsWith("Rose") ? Role.CLINICIAN : Role.OWNER;
      accounts.create(clinic, email, "Dr Ada Example", role, PASSWORD, false);
    }
    browser.inEach(
        Look.SCREENS,
        stranger(),
        (page, look) -> {
          page.navigate("/sign-in");
          page.fill("#email", email);
          page.fill("#password", PASSWORD);
          page.keyboard().press("Enter");
          assertThat(page.locator("h1")).containsText("Which clinic today?");
          browser.check(page, "sign-in-clinic" + look.suffix);
          if (look == Look.DESK) {
            browser.picture(page, "sign-in-clinic");
          }
          page.locator("button.main").press("Enter");
          assertThat(page.locator(".faults")).containsText("Choose a clinic.");
          browser.check(page, "sign-in-clinic-fault" + look.suffix);
          page.locator(".faults a").press("Enter");
          page.keyboard().press("Space");
          page.keyboard().press("Enter");
          assertThat(page).hasURL(running.address() + "/today");
        });
  }

  private static void add(Page page, String title) {
    page.setInputFiles(
        "#file",
        new FilePayload("letter.txt", "text/plain", title.getBytes(StandardCharsets.UTF_8)));
    page.fill("#title", title);
    page.click("aside button.main");
    assertThat(page.locator("main")).containsText(title);
  }
}
