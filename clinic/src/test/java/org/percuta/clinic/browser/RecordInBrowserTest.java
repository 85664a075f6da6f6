package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.protocol.model.Knowledge;

/** Verdict, clearances, documents and imports as a clinician meets them. */
class RecordInBrowserTest extends BrowserTest {

  private final Knowledge knowledge = bean(Knowledge.class);
  private final Clock clock = bean(Clock.class);

  private ClinicId clinic;
  private UUID patient;
  private UUID clinician;

  @BeforeEach
  void aPatientWhoNeedsAClearance() {
    clinic = newClinic();
    clinician = newStaff(clinic, "Dr Ada Example", Role.CLINICIAN);
    patient = newPatient(clinic, "Tom", "Wu", "1990-04-02");
    transactions.run(
        clinic,
        () -> {
          sql.sql("update patient set phototype = 3, weight_kg = 70").update();
          knowledge.facts().keySet().forEach(fact -> said(fact, "NO", null));
          said("metal-allergy", "YES", null);
          said("exfoliation", "YES", today().minusDays(1));
          said("cold-sore-history", "UNKNOWN", null);
        });
  }

  @Test
  void fromTheVerdictToAClearanceWithTheKeyboardOnly() {
    Page page = browser.open(clinician(), Look.DESK);
    page.navigate(record() + "/verdict?concern=acne-scars&site=cheeks");
    assertThat(page.locator(".verdict h1")).containsText("Not before");
    page.locator(".why summary").first().focus();
    page.keyboard().press("Enter");
    browser.wholePicture(page, "record-verdict");

    page.getByText("Keep this verdict").last().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".notice")).containsText("Saved");
    assertThat(page.locator("#keep")).containsText("Nothing changed.");

    page.locator(".why summary", new Page.LocatorOptions().setHasText("Allergy to metal")).focus();
    page.keyboard().press("Enter");
    page.getByText("Record the clearance").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("Record a clearance");
    page.locator("#expires").focus();
    page.keyboard().type(today().plusMonths(6).toString());
    page.keyboard().press("Tab");
    page.keyboard().type("Titanium needle, patch test clear.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("Is this what you mean?");
    browser.wholePicture(page, "record-clearance");
    page.getByText("Record it").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("Titanium needle");

    page.navigate(record() + "/verdict?concern=acne-scars&site=cheeks");
    assertThat(page.locator("#keep")).containsText("is lifted by a clearance of Dr Ada Example");

    page.locator("main a[href*='/verdict/']").last().press("Enter");
    page.getByText("Give it again").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/replay\\??$"));
    browser.check(page, "verdict-replayed-1280");
  }

  @Test
  void aFirstVisitIsAskedOnOnePageWithTheKeyboardOnly() {
    UUID fresh = newPatient(clinic, "Eva", "Neu", "1990-04-02");
    Page page = browser.open(clinician(), Look.DESK);
    page.navigate("/patients/" + fresh);
    page.locator("#facts a.button.main").press("Enter");
    assertThat(page.locator("h1")).containsText("Open questions");
    assertThat(page.locator("#cold-sore-history-last")).isHidden();
    page.locator("#cold-sore-history-answer").press("Space");
    page.locator("#cold-sore-history-last").fill("2025-06");
    page.evaluate("window.scrollTo(0, 0)");
    browser.picture(page, "record-questions");
    for (var rest : page.locator("input[name^=rest-]").all()) {
      rest.press("Space");
    }
    page.locator("form[action$=questions] button.main").press("Enter");
    assertThat(page.locator(".notice")).containsText("Saved");

    page.navigate("/patients/" + fresh + "/verdict?concern=acne-scars&site=cheeks");
    assertThat(page.locator("main")).not().containsText("What is missing");
    assertThat(page.locator("main")).containsText("Cold sores in the past");
  }

  @Test
  void aBundleIsLookedAtBeforeItIsAdded() {
    Page page = browser.open(clinician(), Look.DESK);
    page.navigate("/patients/import");
    page.setInputFiles("#file", Path.of("../examples/fhir/diabetes.json"));
    page.getByText("Look at it").click();
    assertThat(page.locator("h1")).containsText("Winford225");
    browser.wholePicture(page, "record-import");
    page.getByText("Add this person").last().click();
    assertThat(page.locator(".patient")).containsText("O'Connell601");
    assertThat(page.locator("#facts")).containsText("SNOMED CT");
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDesk() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("record-verdict-empty", record() + "/verdict");
    pages.put("record-verdict", record() + "/verdict?concern=acne-scars&site=cheeks");
    pages.put(
        "record-verdict-refused", record() + "/verdict?concern=acne-scars&site=scalp&as-of=soon");
    UUID fresh = newPatient(clinic, "Eva", "Neu", "1990-04-02");
    pages.put("record-questions", "/patients/" + fresh + "/questions");
    pages.put("record-questions-empty", record() + "/questions?concern=acne-scars&site=cheeks");
    pages.put("record-clearances", record() + "/clearances");
    pages.put(
        "record-clearance-new",
        record() + "/clearances/new?concern=acne-scars&site=cheeks&about=metal-allergy-review");
    pages.put("record-documents", record() + "/documents");
    pages.put("record-import", record() + "/import");
    Page first = browser.open(clinician(), Look.DESK);
    first.navigate(record() + "/documents");
    first.setInputFiles("#file", Path.of("../examples/fhir/README.md"));
    first.fill("#title", "Where the examples come from");
    first.click("aside button.main");
    assertThat(first.locator("main")).containsText("Where the examples come from");
    browser.wholePicture(first, "record-documents");

    browser.checkAll(Look.USUAL, clinician(), pages);
    browser.inEach(
        Look.USUAL,
        clinician(),
        (page, look) -> {
          page.navigate(record() + "/verdict?concern=acne-scars&site=cheeks");
          page.evaluate(
              "document.querySelectorAll('main details').forEach(one => one.open = true)");
          browser.check(page, "record-verdict-open" + look.suffix);
          page.navigate(record() + "/import");
          page.setInputFiles("#file", Path.of("../examples/fhir/chemotherapy.json"));
          page.getByText("Look at it").click();
          assertThat(page.locator("main")).containsText("Is it the same person?");
          browser.check(page, "record-import-review" + look.suffix);
        });
  }

  private Person clinician() {
    return signedIn(clinic, clinician, Role.CLINICIAN);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private String record() {
    return "/patients/" + patient;
  }

  private void said(String fact, String answer, @Nullable LocalDate last) {
    sql.sql(
            "insert into patient_fact (clinic_id, patient_id, fact, answer, last, said_by, source,"
                + " recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, ?, 'Tom Wu',"
                + " 'STAFF', 'Test', clock_timestamp())")
        .params(
            Arrays.<@Nullable Object>asList(
                patient, fact, answer, last == null ? null : last.toString()))
        .update();
  }
}
