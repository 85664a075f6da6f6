package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.protocol.model.Knowledge;

class DoseInBrowserTest extends BrowserTest {

  private static final String ALLOWED = "?ask=show&site=cheeks&device=pen-14&depth=1.25&passes=2";
  private static final String PAST = "?ask=show&site=cheeks&device=pen-14&depth=2&passes=2";

  private final Knowledge knowledge = bean(Knowledge.class);
  private ClinicId clinic;
  private UUID owner;
  private UUID patient;
  private String course;

  @BeforeEach
  void aCourseOfTheFace() {
    clinic = newClinic();
    owner = newStaff(clinic, "Dr Ada Example", Role.OWNER);
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
    course =
        visitor()
            .withSession(owner().session())
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
    browser.checkAll(
        Look.USUAL,
        owner(),
        pages,
        (page, look, name) -> {
          if (look == Look.DESK && !name.equals("dose-tool")) {
            browser.wholePicture(page, name);
          }
        });
  }

  @Test
  void aPlaceOfThePictureASettingAndTheHealingOfTheCourse() {
    Page page = browser.open(owner(), Look.DESK);
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
    browser.checkAll(List.of(Look.PAPER), owner(), Map.of("healing-course", course + "/healing"));
  }

  @Test
  void aTargetIsSoughtWithTheKeyboardOnly() {
    Page page = browser.open(owner(), Look.DESK);
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
  }

  private void keep() {
    visitor()
        .withSession(owner().session())
        .post(
            course + "/dose",
            Map.of(
                "version", "0", "site", "cheeks", "device", "pen-14", "depth", "1.25", "passes",
                "2"));
  }

  private Person owner() {
    return signedIn(clinic, owner, Role.OWNER);
  }
}
