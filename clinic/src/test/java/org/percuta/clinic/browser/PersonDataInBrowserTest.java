package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.Visitor;

/** Duplicates, merge, copy, hold and erasure as the owner sees them. */
class PersonDataInBrowserTest extends BrowserTest {

  private ClinicId clinic;
  private UUID owner;
  private UUID kept;
  private UUID other;

  @BeforeEach
  void aClinicWithDuplicates() {
    clinic = newClinic();
    owner = newStaff(clinic, "Dr Ada Example", Role.OWNER);
    Visitor staff = visitor().withSession(owner().session());
    kept =
        added(
            staff,
            "Giulia",
            "phone",
            "+39 055 123456",
            "note",
            "Prefers mornings.",
            "weight",
            "62");
    other =
        added(
            staff,
            "Guilia",
            "phone",
            "+39 055 123456",
            "email",
            "giulia.rossi@example.org",
            "phototype",
            "3",
            "note",
            "Comes by bus, cannot come before nine.");
    added(staff, "Marco", "email", "rossi@example.org", "born", "1988-01-30");
    added(staff, "Marko", "email", "rossi@example.org", "born", "1988-01-03");
    for (UUID one : new UUID[] {kept, other}) {
      say(staff, one, "pregnant", one == kept ? "NO" : "UNKNOWN");
      say(staff, one, "cold-sore-history", one == kept ? "NO" : "YES");
      say(staff, one, "diabetes", "NO");
    }
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDesk() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("duplicates", "/patients/duplicates");
    pages.put("merge-records", "/patients/" + kept + "/merge?with=" + other);
    pages.put("person-data", "/patients/" + kept + "/data");
    pages.put("erase", "/patients/" + kept + "/erase");
    Visitor staff = visitor().withSession(owner().session());
    staff.post(
        "/patients/" + kept + "/holds",
        Map.of("reason", "Duty to keep treatment records", "until", "2036-12-31"));
    browser.checkAll(Look.USUAL, owner(), pages);
  }

  @Test
  void aPairIsMergedAndSeparatedAgain() {
    Page page = browser.open(owner(), Look.DESK);
    page.navigate("/patients");
    page.getByText("Possible duplicates").click();
    browser.picture(page, "duplicates");
    page.locator(".pair-list .button").first().click();
    browser.picture(page, "merge-records");
    page.fill("#reason", "Asked on the phone");
    page.click("button.main");

    assertThat(page.locator(".notice")).containsText("Merged");
    assertThat(page.locator(".patient .tag").first()).containsText("Merged records disagree");
    assertThat(page.locator("aside")).containsText("giulia.rossi@example.org");
    browser.check(page, "merged-record-1280");

    page.navigate("/patients/" + other);
    Assertions.assertThat(page.url()).endsWith("/patients/" + kept);
    page.navigate("/patients/" + kept + "/data");
    page.getByText("Undo this merge").click();
    browser.check(page, "person-data-merged-1280");
    page.getByText("Separate the records").click();
    assertThat(page.locator(".notice")).containsText("Separated again");
    assertThat(page.locator("aside")).containsText("giulia.rossi@example.org");
  }

  @Test
  void aCopyIsTakenAndThePersonErasedWithTheKeyboardOnly() {
    Page page = browser.open(owner(), Look.PHONE);
    page.navigate("/patients/" + kept + "/data");
    Download copy = page.waitForDownload(() -> page.getByText("Download the copy").click());
    Assertions.assertThat(copy.suggestedFilename()).isEqualTo("patient-" + kept + ".zip");
    browser.picture(page, "person-data");

    page.navigate("/patients/" + kept + "/erase");
    page.locator("#reason").focus();
    page.keyboard().type("Asked for it in writing");
    page.keyboard().press("Tab");
    page.keyboard().type("wrong");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    assertThat(page.locator(".faults")).containsText("Type the family name");
    browser.check(page, "erase-fault-390");
    page.locator("#family").fill("Rossi");
    page.locator("#family").focus();
    page.waitForNavigation(() -> page.keyboard().press("Enter"));

    assertThat(page.locator(".notice")).containsText("Erased");
    page.navigate("/patients/" + kept);
    assertThat(page.locator("h1")).containsText("Page not found");
  }

  private UUID added(Visitor staff, String given, String... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("given", given);
    fields.put("family", "Rossi");
    fields.put("born", "1990-04-02");
    fields.put("sex", "UNKNOWN");
    fields.put("another", "yes");
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    String location = staff.post("/patients", fields).location().orElseThrow();
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  private static void say(Visitor staff, UUID patient, String fact, String answer) {
    staff.post("/patients/" + patient + "/facts", Map.of("fact", fact, "answer", answer));
  }

  private Person owner() {
    return signedIn(clinic, owner, Role.OWNER);
  }
}
