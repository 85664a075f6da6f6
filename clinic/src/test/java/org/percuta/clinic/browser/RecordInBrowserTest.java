package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.protocol.model.Knowledge;
import org.springframework.beans.factory.annotation.Autowired;

/** Verdict, clearances, documents and imports as a clinician meets them. */
@Tag("browser")
class RecordInBrowserTest extends ClinicAppTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final double PATIENCE_MS = 60_000;

  private static Browser browser;

  @Autowired private Knowledge knowledge;
  @Autowired private Clock clock;

  private ClinicId clinic;
  private UUID patient;
  private UUID clinician;

  @BeforeAll
  static void launch() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void aPatientWhoNeedsAClearance() {
    clinic = newClinic();
    clinician =
        accounts.create(
            clinic,
            UUID.randomUUID() + "@example.org",
            "Dr Ada Example",
            Role.CLINICIAN,
            "correct horse battery",
            false);
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
    Page page = open(DESK, ColorScheme.LIGHT);
    page.navigate(record() + "/verdict?concern=acne-scars&site=cheeks");
    assertThat(page.locator(".verdict h1")).containsText("Not before");
    page.locator(".why summary").first().focus();
    page.keyboard().press("Enter");
    picture(page, "verdict");

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
    picture(page, "clearance");
    page.getByText("Record it").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("Titanium needle");

    page.navigate(record() + "/verdict?concern=acne-scars&site=cheeks");
    assertThat(page.locator("#keep")).containsText("is lifted by a clearance of Dr Ada Example");
    page.context().close();
  }

  @Test
  void aBundleIsLookedAtBeforeItIsAdded() {
    Page page = open(DESK, ColorScheme.LIGHT);
    page.navigate("/patients/import");
    page.setInputFiles("#file", Path.of("../examples/fhir/diabetes.json"));
    page.getByText("Look at it").click();
    assertThat(page.locator("h1")).containsText("Winford225");
    picture(page, "import");
    page.getByText("Add this person").last().click();
    assertThat(page.locator(".patient")).containsText("O'Connell601");
    assertThat(page.locator("#facts")).containsText("SNOMED CT");
    page.context().close();
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDesk() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("verdict-empty", "/verdict");
    pages.put("verdict", "/verdict?concern=acne-scars&site=cheeks");
    pages.put("verdict-refused", "/verdict?concern=acne-scars&site=scalp&as-of=soon");
    pages.put("clearances", "/clearances");
    pages.put(
        "clearance-new",
        "/clearances/new?concern=acne-scars&site=cheeks&about=metal-allergy-review");
    pages.put("documents", "/documents");
    pages.put("import", "/import");
    Page first = open(DESK, ColorScheme.LIGHT);
    first.navigate(record() + "/documents");
    first.setInputFiles("#file", Path.of("../examples/fhir/README.md"));
    first.fill("#title", "Where the examples come from");
    first.click("aside button.main");
    assertThat(first.locator("main")).containsText("Where the examples come from");
    picture(first, "documents");
    first.context().close();

    for (int width : new int[] {PHONE, DESK}) {
      for (ColorScheme scheme : ColorScheme.values()) {
        if (scheme == ColorScheme.NO_PREFERENCE || (width == PHONE && scheme == ColorScheme.DARK)) {
          continue;
        }
        String suffix = "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
        Page page = open(width, scheme);
        pages.forEach((name, address) -> {
          page.navigate(record() + address);
          browser.check(page, "record-" + name + suffix);
        });
        page.navigate(record() + "/verdict?concern=acne-scars&site=cheeks");
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
        browser.check(page, "record-verdict-open" + suffix);
        page.navigate(record() + "/import");
        page.setInputFiles("#file", Path.of("../examples/fhir/chemotherapy.json"));
        page.getByText("Look at it").click();
        assertThat(page.locator("main")).containsText("Is it the same person?");
        browser.check(page, "record-import-review" + suffix);
        page.context().close();
      }
    }
  }

  private Page open(int width, ColorScheme scheme) {
    Page page =
        browser.open(
            "http://localhost:" + port,
            width,
            scheme,
            sessions.begin(clinic, clinician, Role.CLINICIAN));
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("../docs/manual", "record-" + name + ".png"))
            .setFullPage(true));
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
