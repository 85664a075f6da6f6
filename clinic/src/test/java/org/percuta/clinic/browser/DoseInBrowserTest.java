package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
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
import org.percuta.protocol.model.Knowledge;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("browser")
class DoseInBrowserTest extends ClinicAppTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final String ALLOWED = "?ask=show&site=cheeks&device=pen-14&depth=1.25&passes=2";
  private static final String PAST = "?ask=show&site=cheeks&device=pen-14&depth=2&passes=2";

  private static Browser browser;

  @Autowired private Knowledge knowledge;
  private ClinicId clinic;
  private UUID owner;
  private UUID patient;
  private String course;

  @BeforeAll
  static void launch() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void aCourseOfTheFace() {
    clinic = newClinic();
    owner =
        accounts.create(
            clinic,
            UUID.randomUUID() + "@example.org",
            "Dr Ada Example",
            Role.OWNER,
            "correct horse battery",
            false);
    patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    transactions.in(
        clinic,
        () -> {
          for (String fact : knowledge.facts().keySet()) {
            sql.sql(
                    "insert into patient_fact (clinic_id, patient_id, fact, answer, said_by, source,"
                        + " recorded_by, recorded_at) values (current_clinic(), ?, ?, 'NO',"
                        + " 'Giulia', 'STAFF', 'Test', clock_timestamp())")
                .params(patient, fact)
                .update();
          }
          return sql.sql("update patient set sex = 'FEMALE', phototype = 3 where patient_id = ?")
              .param(patient)
              .update();
        });
    Visitor visitor = visitor().withSession(session());
    course =
        visitor
            .post(
                "/patients/" + patient + "/courses",
                Map.of("concern", "acne-scars", "site", "face", "from", ""))
            .location()
            .orElseThrow();
  }

  @Test
  void everyPageIsAccessibleAndFits() {
    keep();
    Map<String, String> pages =
        Map.of(
            "dose", course + "/dose" + ALLOWED,
            "dose-refused", course + "/dose" + PAST,
            "healing-course", course + "/healing",
            "healing-patient", "/patients/" + patient + "/healing",
            "dose-tool", "/dose",
            "dose-model", "/dose/model");
    for (int width : new int[] {PHONE, DESK}) {
      Page page = browser.open(base(), width, ColorScheme.LIGHT, session());
      pages.forEach((name, address) -> {
        page.navigate(address);
        browser.check(page, name + "-" + width);
        if (width == DESK && !name.equals("dose-tool")) {
          picture(page, name);
        }
      });
      page.context().close();
    }
    Page dark = browser.open(base(), DESK, ColorScheme.DARK, session());
    pages.forEach((name, address) -> {
      dark.navigate(address);
      browser.check(dark, name + "-1280-dark");
    });
    dark.context().close();
  }

  @Test
  void aPlaceOfThePictureASettingAndTheHealingOfTheCourse() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate(course);
    page.getByText("Dose preview").click();
    assertThat(page.locator("#limits-title")).containsText("face");
    page.locator("button.z-cheeks").first().click();
    assertThat(page.locator("#limits-title")).containsText("cheeks");
    assertThat(page.locator("#site-cheeks")).isChecked();
    page.selectOption("#device", "pen-14");
    page.fill("#depth", "2");
    page.fill("#passes", "2");
    page.click("button.main");
    assertThat(page.locator(".verdict.refused")).containsText("Refused by the protocol");
    assertThat(page.locator("table.figures")).hasCount(0);
    assertThat(page.locator("#depth")).hasValue("2");
    page.fill("#depth", "1.25");
    page.click("button.main");
    assertThat(page.locator("#figures")).containsText("1.25 mm, 2 passes");
    page.getByText("Keep for the healing timeline").click();
    assertThat(page.locator(".timeline svg")).hasCount(3);

    page.navigate(course);
    assertThat(page.locator(".panel .timeline svg")).hasCount(3);
    browser.check(page, "course-with-healing-1280");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.navigate(course + "/healing");
    browser.check(page, "healing-course-print");
    page.context().close();
  }

  @Test
  void aTargetIsSoughtWithTheKeyboardOnly() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate(course + "/dose?zone=cheeks");
    page.locator("#device").focus();
    page.keyboard().type("Pen, 14");
    page.locator(".aim summary").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().type("400");
    page.keyboard().press("Tab");
    page.keyboard().type("Papillary");
    page.keyboard().press("Tab");
    page.keyboard().type("90");
    page.keyboard().press("Enter");
    assertThat(page.locator("#figures")).containsText("A setting that reaches the target");
    assertThat(page.locator("#depth")).hasValue("");
    browser.check(page, "dose-suggested-1280");
    page.context().close();
  }

  private void keep() {
    visitor()
        .withSession(session())
        .post(
            course + "/dose",
            Map.of(
                "version", "0", "site", "cheeks", "device", "pen-14", "depth", "1.25", "passes",
                "2"));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("../docs/manual", name + ".png"))
            .setFullPage(true));
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private String session() {
    return sessions.begin(clinic, owner, Role.OWNER);
  }
}
