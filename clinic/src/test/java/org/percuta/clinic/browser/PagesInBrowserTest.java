package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

@Tag("browser")
class PagesInBrowserTest extends ClinicAppTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;

  private static Browser browser;

  private ClinicId clinic;
  private UUID patient;
  private UUID owner;

  @BeforeAll
  static void launch() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void clinicWithPatients() {
    clinic = newClinic();
    owner = account(Role.OWNER);
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
    for (int width : new int[] {PHONE, DESK}) {
      // The phone once in the light, the desk in both: colours do not depend on the width.
      for (ColorScheme scheme :
          width == PHONE
              ? new ColorScheme[] {ColorScheme.LIGHT}
              : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Page page = browser.open(base(), width, scheme, session());
        String suffix = "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
        pages.forEach((name, address) -> {
          page.navigate(address);
          browser.check(page, name + suffix);
        });
        page.context().close();
        Page open = browser.open(base(), width, scheme, "");
        for (String address : new String[] {"/", "/sign-in", "/visit"}) {
          open.navigate(address);
          browser.check(open, (address.equals("/") ? "start" : address.substring(1)) + suffix);
        }
        open.context().close();
      }
    }
  }

  @Test
  void searchingNarrowsTheListWhileTyping() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/patients");

    page.keyboard().press("/");
    page.keyboard().type("espo");

    assertThat(page.locator("#found tbody tr")).hasCount(1);
    assertThat(page.locator("#found")).containsText("Esposito, Chiara");
    assertThat(page).hasURL(java.util.regex.Pattern.compile("q=espo"));
    page.context().close();
  }

  @Test
  void aPatientIsAddedWithTheKeyboardOnly() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
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
    page.context().close();
  }

  @Test
  void theSecondEditorChoosesOnAMergePage() {
    Page mine = browser.open(base(), PHONE, ColorScheme.LIGHT, session());
    Page theirs = browser.open(base(), DESK, ColorScheme.LIGHT, session());
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
    mine.context().close();
    theirs.context().close();
  }

  @Test
  void theAuditSaysItIsIntact() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/audit");
    page.getByText("Check that nothing was changed").click();
    assertThat(page.locator(".verdict")).containsText("Intact");
    browser.check(page, "audit-verified-1280");
    page.context().close();
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private String session() {
    return sessions.begin(clinic, owner, Role.OWNER);
  }

  private UUID account(Role role) {
    String email = UUID.randomUUID() + "@example.org";
    return accounts.create(clinic, email, "Dr Ada Example", role, "correct horse battery", false);
  }
}
