package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.Visitor;

class PagesInBrowserTest extends BrowserTest {

  private ClinicId clinic;
  private UUID patient;
  private UUID owner;

  @BeforeEach
  void clinicWithPatients() {
    clinic = newClinic();
    owner = newStaff(clinic, "Dr Ada Example", Role.OWNER);
    String[] names = {
      "Giulia Rossi", "Marco Bianchi", "Chiara Esposito", "Ana Sofia Ferreira", "Tom Wu"
    };
    for (int i = 0; i < names.length; i++) {
      int space = names[i].lastIndexOf(' ');
      patient =
          newPatient(
              clinic,
              names[i].substring(0, space),
              names[i].substring(space + 1),
              "199" + i + "-04-0" + (i + 1));
    }
    Visitor clinician = visitor().withSession(sessions.begin(clinic, owner, Role.OWNER));
    clinician.post(
        "/patients/" + patient + "/facts",
        Map.of("fact", "cold-sore-history", "answer", "NO", "saidBy", "Tom Wu"));
    clinician.post(
        "/patients/" + patient + "/facts",
        Map.of(
            "fact",
            "cold-sore-history",
            "answer",
            "YES",
            "last",
            "2025-06",
            "note",
            "Upper lip, once a year."));
    clinician.post(
        "/patients/" + patient + "/facts",
        Map.of("fact", "isotretinoin", "answer", "NO", "saidBy", "Tom Wu"));
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDesk() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("today", "/today");
    pages.put("patients", "/patients");
    pages.put("patient", "/patients/" + patient);
    pages.put("patient-edit", "/patients/" + patient + "/edit");
    pages.put("patient-new", "/patients/new");
    pages.put("staff", "/staff");
    pages.put("audit", "/audit");
    pages.put("password", "/account/password");
    pages.put("not-found", "/nothing");
    browser.checkAll(Look.USUAL, owner(), pages);
    browser.checkAll(
        Look.USUAL, stranger(), Map.of("start", "/", "sign-in", "/sign-in", "visit", "/visit"));
  }

  @Test
  void searchingNarrowsTheListWhileTyping() {
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/patients");

    page.keyboard().press("/");
    page.keyboard().type("espo");

    assertThat(page.locator("#found tbody tr")).hasCount(1);
    assertThat(page.locator("#found")).containsText("Esposito, Chiara");
    assertThat(page).hasURL(java.util.regex.Pattern.compile("q=espo"));
  }

  @Test
  void aPatientIsAddedWithTheKeyboardOnly() {
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/patients/new");
    page.locator("#given").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".faults")).isFocused();
    browser.check(page, "patient-new-refused-1280");

    page.locator("#given").focus();
    page.keyboard().type("Lea");
    page.keyboard().press("Tab");
    page.keyboard().type("Moreau");
    page.keyboard().press("Tab");
    page.keyboard().type("1985-11-30");
    page.keyboard().press("Enter");

    assertThat(page.locator(".patient")).containsText("Lea Moreau");
    assertThat(page.locator(".notice")).containsText("Added");
  }

  @Test
  void theSecondEditorChoosesOnAMergePage() {
    Page mine = browser.open(owner(), Look.PHONE);
    Page theirs = browser.open(owner(), Look.DESK);
    mine.navigate("/patients/" + patient + "/edit");
    theirs.navigate("/patients/" + patient + "/edit");

    theirs.fill("#phone", "111");
    theirs.fill("#note", "Prefers mornings");
    theirs.click("main button.main");
    mine.fill("#note", "Prefers evenings");
    mine.fill("#email", "tom@example.org");
    mine.click("main button.main");

    assertThat(mine.locator("h1")).containsText("Somebody else saved first");
    browser.check(mine, "merge-390");
    mine.getByText("Prefers evenings").click();
    mine.click("main button.main");
    assertThat(mine.locator("aside")).containsText("Prefers evenings");
    assertThat(mine.locator("aside")).containsText("111");
    assertThat(mine.locator("aside")).containsText("tom@example.org");
  }

  @Test
  void theAuditSaysItIsIntact() {
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/audit");
    page.getByText("Check that nothing was changed").click();
    assertThat(page.locator(".verdict")).containsText("Intact");
    browser.check(page, "audit-verified-1280");
  }

  private Person owner() {
    return signedIn(clinic, owner, Role.OWNER);
  }
}
