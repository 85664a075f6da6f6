package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;

/** Asking a patient with a tablet in one hand. */
class QuestionsInBrowserTest extends BrowserTest {

  @Test
  void aYesOpensItsDetailsAndOneButtonAnswersTheRest() {
    ClinicId clinic = newClinic();
    UUID practitioner = newStaff(clinic, "Cleo Example", Role.PRACTITIONER);
    for (Look look : Look.SCREENS) {
      UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
      Page page = browser.open(signedIn(clinic, practitioner, Role.PRACTITIONER), look);
      page.navigate("/patients/" + patient);
      page.getByText("Ask what is open").click();
      page.locator("nav[aria-label=Topics] a").nth(2).click();
      assertThat(page.locator("#aspirin .reveal")).isHidden();
      page.locator("#aspirin input.yes").check();
      assertThat(page.locator("#aspirin .reveal")).isVisible();
      page.locator("[name='aspirin.last']").fill("2026-11-20");
      page.locator("#aspirin").scrollIntoViewIfNeeded();
      if (look == Look.DESK || look == Look.PHONE) {
        browser.picture(page, "record-questions" + (look == Look.PHONE ? "-phone" : ""));
      }
      page.locator("[name='aspirin.last']").fill("soon");
      page.locator("button[name=rest]").click();
      assertThat(page.locator("[name='aspirin.last']")).hasValue("soon");
      browser.check(page, "questions-refused" + look.suffix);
      page.locator("[name='aspirin.last']").fill("2026-11-20");
      page.locator("button[name=rest]").click();
      assertThat(page.locator("h1").last()).hasText("Questions: allergies");
      browser.check(page, "questions" + look.suffix);
    }
  }
}
