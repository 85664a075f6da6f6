package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.percuta.clinic.testing.OtherContent;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Knowledge;
import org.springframework.beans.factory.annotation.Autowired;

/** The clinic works by other content than the program brings, so that an upgrade waits. */
@Tag("browser")
class GovernanceInBrowserTest extends ClinicAppTest {

  private static final Path MANUAL = Path.of("../docs/manual");
  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static Browser browser;

  @Autowired private Knowledge program;

  private ClinicId clinic;
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
  void aClinicThatWorksByOtherContent() {
    clinic = newClinic();
    clinician =
        accounts.create(
            clinic,
            UUID.randomUUID() + "@example.org",
            "Dr Ada Example",
            Role.CLINICIAN,
            "correct horse battery",
            false);
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
    Visitor self = visitor().withSession(session());
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
    for (int width : new int[] {PHONE, DESK}) {
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
      }
    }
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/knowledge");
    picture(page, "knowledge");
    page.navigate("/knowledge/settings");
    picture(page, "settings");
    page.navigate("/knowledge/settings/nsaid-before");
    picture(page, "setting");
    page.context().close();
  }

  @Test
  void aNumberIsChangedWithTheKeyboardOnly() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/knowledge");
    page.keyboard().press("/");
    page.keyboard().type("dermal filler wait");
    assertThat(page.locator("#found")).containsText("Wait after dermal filler", PATIENTLY);
    page.getByText("Wait after dermal filler").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("Wait after dermal filler", PATIENTLY);

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
    assertThat(page.locator(".notice")).containsText("Saved", PATIENTLY);
    assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("dermal filler")))
        .containsText("8 weeks");
    page.context().close();
  }

  @Test
  void waitingContentIsComparedAndAccepted() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, session());
    page.navigate("/today");
    page.navigate("/today");
    assertThat(page.locator(".banner")).containsText("New clinical content waits");
    page.getByText("See what changes").first().click();
    assertThat(page.locator(".meanings").first()).containsText("Wait after dermal filler");
    page.getByText("Compare with our patients").click();
    assertThat(page.locator("#preview")).containsText("2 patients screened", PATIENTLY);
    assertThat(page.locator("#preview")).containsText("Giulia Rossi");
    assertThat(page.locator("#preview")).not().containsText("Marco Bianchi");
    browser.check(page, "upgrade-compared-1280");
    picture(page, "knowledge-upgrade");
    page.setViewportSize(PHONE, 844);
    browser.check(page, "upgrade-compared-390");
    page.fill("#reason", "Back to the shipped four weeks.");
    page.getByText("Accept the new content").click();
    assertThat(page.locator("h1")).containsText("Content in force", PATIENTLY);
    assertThat(page.locator("main")).containsText("Back to the shipped four weeks.");
    assertThat(page.locator(".banner")).hasCount(0);
    page.context().close();
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
                        LocalDate.now(java.time.ZoneOffset.UTC).minusWeeks(weeksAgo).toString())
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
        .withSession(session())
        .post(
            "/patients/" + patient + "/courses",
            Map.of("concern", "acne-scars", "site", "cheeks", "from", ""));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(MANUAL.resolve(name + ".png")).setFullPage(true));
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private String session() {
    return sessions.begin(clinic, clinician, Role.CLINICIAN);
  }
}
