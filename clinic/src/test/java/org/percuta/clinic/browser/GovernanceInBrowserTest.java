package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OtherContent;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Knowledge;

/** The clinic works by other content than the program brings, so that an upgrade waits. */
class GovernanceInBrowserTest extends BrowserTest {

  private final Knowledge program = bean(Knowledge.class);

  private ClinicId clinic;
  private UUID clinician;

  @BeforeEach
  void aClinicThatWorksByOtherContent() {
    clinic = newClinic();
    clinician = newStaff(clinic, "Dr Ada Example", Role.CLINICIAN);
    Knowledge other = OtherContent.knowledge();
    transactions.run(
        clinic,
        () -> {
          sql.sql(
                  "insert into knowledge_content (clinic_id, digest, version, content)"
                      + " values (current_clinic(), ?, ?, ?)")
              .params(other.digest(), other.version(), OtherContent.archive())
              .update();
          sql.sql(
                  "insert into knowledge_acceptance (clinic_id, number, digest, accepted_by,"
                      + " accepted_name, reason, accepted_at) values (current_clinic(), 1, ?, ?,"
                      + " 'Dr Ada Example', 'Six weeks after filler, as the trial did.',"
                      + " clock_timestamp())")
              .params(other.digest(), clinician)
              .update();
        });
    patient("Giulia", "Rossi", 5);
    patient("Marco", "Bianchi", 20);
    Visitor self = visitor().withSession(clinician().session());
    self.post("/knowledge/settings/alcohol-before", Map.of("value", "3", "seen", "0"));
    self.post(
        "/knowledge/settings/nsaid-before",
        Map.of("value", "14", "reason", "The trial shut out 14 days.", "seen", "0"));
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDesk() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("knowledge", "/knowledge");
    pages.put("knowledge-search", "/knowledge?q=filler");
    pages.put("knowledge-rules", "/knowledge/kinds/rules");
    pages.put("knowledge-rule", "/knowledge/kinds/rules/filler-recent");
    pages.put("knowledge-red-flags", "/knowledge/kinds/red-flags?open=1");
    pages.put("knowledge-conflict", "/knowledge/kinds/conflicts/A06");
    pages.put("knowledge-source-list", "/knowledge/kinds/sources");
    pages.put("settings", "/knowledge/settings");
    pages.put("setting", "/knowledge/settings/nsaid-before");
    pages.put("upgrade", "/knowledge/upgrade");
    Set<String> shown = Set.of("knowledge", "settings", "setting");
    browser.checkAll(
        Look.USUAL,
        clinician(),
        pages,
        (page, look, name) -> {
          if (look == Look.DESK && shown.contains(name)) {
            browser.wholePicture(page, name);
          }
        });
  }

  @Test
  void aNumberIsChangedWithTheKeyboardOnly() {
    Page page = browser.open(clinician(), Look.DESK);
    page.navigate("/knowledge");
    page.keyboard().press("/");
    page.keyboard().type("dermal filler wait");
    assertThat(page.locator("#found")).containsText("Wait after dermal filler");
    page.getByText("Wait after dermal filler").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("Wait after dermal filler");

    page.locator("#value").focus();
    page.keyboard().press("Control+A");
    page.keyboard().type("99");
    page.keyboard().press("Enter");
    assertThat(page.locator(".faults")).isFocused();
    assertThat(page.locator("#value-fault")).containsText("99 weeks is outside 2 to 52 weeks");
    browser.check(page, "setting-refused-1280");

    page.locator("#value").focus();
    page.keyboard().press("Control+A");
    page.keyboard().type("8");
    page.keyboard().press("Tab");
    page.keyboard().type("Two clinics nearby wait longer.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".notice")).containsText("Saved");
    assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("dermal filler")))
        .containsText("8 weeks");
  }

  @Test
  void waitingContentIsComparedAndAccepted() {
    Page page = browser.open(clinician(), Look.DESK);
    page.navigate("/today");
    page.navigate("/today");
    assertThat(page.locator(".banner")).containsText("New clinical content waits");
    page.getByText("See what changes").first().click();
    assertThat(page.locator(".meanings").first()).containsText("Wait after dermal filler");
    page.getByText("Compare with our patients").click();
    assertThat(page.locator("#preview")).containsText("2 patients screened");
    assertThat(page.locator("#preview")).containsText("Giulia Rossi");
    assertThat(page.locator("#preview")).not().containsText("Marco Bianchi");
    browser.check(page, "upgrade-compared-1280");
    browser.wholePicture(page, "knowledge-upgrade");
    page.setViewportSize(Look.PHONE.width, Look.PHONE.height);
    browser.check(page, "upgrade-compared-390");
    page.fill("#reason", "Back to the shipped four weeks.");
    page.getByText("Accept the new content").click();
    assertThat(page.locator("h1")).containsText("Content in force");
    assertThat(page.locator("main")).containsText("Back to the shipped four weeks.");
    assertThat(page.locator(".banner")).hasCount(0);
  }

  private void patient(String given, String family, int weeksAgo) {
    UUID patient = newPatient(clinic, given, family, "1990-04-02");
    transactions.run(
        clinic,
        () -> {
          sql.sql("update patient set phototype = 3, weight_kg = 62").update();
          for (String fact : program.facts().keySet()) {
            boolean filler = fact.equals("dermal-filler");
            List<@Nullable Object> said =
                filler
                    ? Arrays.<@Nullable Object>asList(
                        patient,
                        fact,
                        "cheeks",
                        "YES",
                        RunningClinic.TODAY.minusWeeks(weeksAgo).toString())
                    : Arrays.<@Nullable Object>asList(patient, fact, null, "NO", null);
            sql.sql(
                    "insert into patient_fact (clinic_id, patient_id, fact, site, answer, last,"
                        + " said_by, source, recorded_by, recorded_at) values (current_clinic(), ?,"
                        + " ?, ?, ?, ?, 'Anna', 'STAFF', 'Test', clock_timestamp())")
                .params(said)
                .update();
          }
        });
    visitor()
        .withSession(clinician().session())
        .post(
            "/patients/" + patient + "/courses",
            Map.of("concern", "acne-scars", "site", "cheeks", "from", ""));
  }

  private Person clinician() {
    return signedIn(clinic, clinician, Role.CLINICIAN);
  }
}
