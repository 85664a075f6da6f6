package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;

/** Taking a document back, and choosing among one's clinics, in Chromium. */
@Tag("browser")
class PapersInBrowserTest extends ClinicAppTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final String PASSWORD = "correct horse battery";

  private static Browser browser;

  @BeforeAll
  static void launch() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

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
    Page page = open(DESK, ColorScheme.LIGHT, clinic, clinician);
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

    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {PHONE, DESK}) {
        Page one = open(width, scheme, clinic, clinician);
        one.navigate(documents);
        one.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
        browser.check(one, "documents-withdrawn-" + width + "-" + scheme);
        one.context().close();
      }
    }
  }

  @Test
  void whoWorksAtTwoClinicsChoosesOneAfterThePassword() {
    String email = UUID.randomUUID() + "@example.org";
    for (String name : new String[] {"Rosewood Skin Clinic", "Larkmeadow Skin Clinic"}) {
      ClinicId clinic = accounts.createClinic("c-" + UUID.randomUUID(), name, "Europe/Rome");
      Role role = name.startsWith("Rose") ? Role.CLINICIAN : Role.OWNER;
      accounts.create(clinic, email, "Dr Ada Example", role, PASSWORD, false);
    }
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {PHONE, DESK}) {
        Page page = browser.open("http://localhost:" + port, width, scheme, "");
        page.navigate("/sign-in");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Which clinic today?");
        browser.check(page, "sign-in-clinic-" + width + "-" + scheme);
        if (width == DESK && scheme == ColorScheme.LIGHT) {
          browser.picture(page, "sign-in-clinic");
        }
        page.locator("button.main").press("Enter");
        assertThat(page.locator(".faults")).containsText("Choose a clinic.");
        browser.check(page, "sign-in-clinic-fault-" + width + "-" + scheme);
        page.locator(".faults a").press("Enter");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        assertThat(page).hasURL("http://localhost:" + port + "/today");
        page.context().close();
      }
    }
  }

  private Page open(int width, ColorScheme scheme, ClinicId clinic, UUID clinician) {
    return browser.open(
        "http://localhost:" + port,
        width,
        scheme,
        sessions.begin(clinic, clinician, Role.CLINICIAN));
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
