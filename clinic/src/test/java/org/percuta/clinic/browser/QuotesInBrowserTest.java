package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OwnClinic;
import org.percuta.clinic.testing.Visitor;

/** Prices, quotes and packages in a real browser. */
class QuotesInBrowserTest extends BrowserTest {

  @Test
  void pricesAreEnteredAndAPackageIsQuotedAndAcceptedWithTheKeyboardAlone() {
    OwnClinic clinic = new OwnClinic("Rosewood Skin Clinic");
    String course = course(clinic);
    Page page = browser.open(signedIn(clinic, Role.OWNER), Look.DESK);
    Keys keys = new Keys(page);
    page.navigate("/prices");
    keys.follow("main a.button.main");
    keys.write("#currency", "EUR");
    keys.tabTo("#concern-0");
    page.keyboard().type("Acne scars");
    keys.write("#amount-0", "free");
    keys.enter();
    assertThat(page.locator(".faults")).isFocused();
    assertThat(page.locator("#amount-0-fault")).containsText("'free' is not an amount");
    browser.check(page, "prices-refused-1280");
    keys.write("#amount-0", "250");
    keys.write("#bundle-0", "4");
    keys.write("#bundlePercent-0", "10");
    keys.enter();
    assertThat(page.locator("table.prices")).containsText("250.00 EUR");

    page.navigate(course);
    keys.follow("a[href$='/quotes']");
    keys.follow("a[href$='/quotes/new']");
    assertThat(page.locator(".bill tfoot")).containsText("1,000.00 EUR");
    keys.tabTo("#kind");
    page.keyboard().type("Package");
    keys.follow("form[action$='/quotes/new'] button");
    assertThat(page.locator(".bill tfoot")).containsText("900.00 EUR");
    keys.follow("form[action$='/quotes'] button.main");
    assertThat(page.locator("h1")).hasText("Quote 2026-0001");
    keys.follow("button[value='ACCEPTED']");
    assertThat(page.locator(".head .tag")).hasText("Accepted");
    keys.follow("a[href$='/quotes']");
    assertThat(page.locator(".balance")).containsText("4 left");
  }

  @Test
  void everyPageIsAccessibleAndFitsOnPhoneAndDeskLightAndDarkAndPrinted() {
    OwnClinic clinic = new OwnClinic("Rosewood Skin Clinic");
    String course = course(clinic);
    Visitor owner = clinic.as(Role.OWNER);
    Page empty = browser.open(signedIn(clinic, Role.OWNER), Look.PHONE);
    empty.navigate("/prices");
    browser.check(empty, "prices-empty-390");
    empty.navigate(course + "/quotes/new");
    browser.check(empty, "quote-without-price-390");
    empty.navigate(course + "/quotes");
    browser.check(empty, "quotes-empty-390");
    String quote = quoted(owner, course);

    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("prices", "/prices");
    pages.put("prices-edit", "/prices/edit");
    pages.put("quotes", course + "/quotes");
    pages.put("quote-new", course + "/quotes/new?kind=PACKAGE&sessions=4&extra-0=yes");
    pages.put("quote", quote);
    browser.checkAll(
        Look.USUAL,
        signedIn(clinic, Role.OWNER),
        pages,
        (page, look, name) -> {
          if (look == Look.DESK) {
            browser.picture(page, "clinic-" + name);
          } else if (look == Look.PHONE && name.equals("quote")) {
            browser.picture(page, "clinic-quote-phone");
          }
        });
    browser.checkAll(
        List.of(Look.PAPER),
        signedIn(clinic, Role.OWNER),
        Map.of("quote", quote),
        (page, look, name) -> {
          assertThat(page.locator(".bill")).isVisible();
          assertThat(page.locator("form[action$='/paid']")).isHidden();
        });
  }

  @Test
  void theSecondEditorOfPricesChoosesOnAMergePage() {
    OwnClinic clinic = new OwnClinic("Rosewood Skin Clinic");
    Page mine = browser.open(signedIn(clinic, Role.OWNER), Look.PHONE);
    Page theirs = browser.open(signedIn(clinic, Role.OWNER), Look.DESK);
    for (Page page : new Page[] {mine, theirs}) {
      page.navigate("/prices/edit");
      page.fill("#currency", "EUR");
    }
    theirs.fill("#amount-0", "300");
    theirs.getByText("Save as a new version").click();
    assertThat(theirs.locator("table.prices")).containsText("300.00 EUR");
    mine.fill("#amount-0", "320");
    mine.getByText("Save as a new version").click();
    assertThat(mine.locator("h1")).containsText("Somebody else saved first");
    browser.check(mine, "prices-merge-390");
    mine.getByText("Save mine over it").click();
    assertThat(mine.locator("table.prices")).containsText("320.00 EUR");
  }

  private static String course(OwnClinic clinic) {
    UUID patient = clinic.healthyPatient("Lindqvist");
    Visitor owner = clinic.as(Role.OWNER);
    String courses = "/patients/" + patient + "/courses";
    owner.get(courses);
    String made =
        owner.post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", "")).path();
    owner.post(made + "/step", Map.of("step", "OFFER", "version", "1"));
    owner.post(made + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return made;
  }

  /** Prices, an accepted package of which one session was returned, and what was paid for it. */
  private static String quoted(Visitor owner, String course) {
    owner.get("/prices/edit");
    Map<String, String> prices = new LinkedHashMap<>();
    prices.put("version", "0");
    prices.put("validFrom", "2026-11-23");
    prices.put("validDays", "30");
    prices.put("currency", "EUR");
    String[][] rows = {
      {"acne-scars", "cheeks", "280.00"},
      {"acne-scars", "", "250.00"},
      {"", "face", "240.00"},
      {"", "", "220.00"}
    };
    for (int i = 0; i < rows.length; i++) {
      prices.put("concern-" + i, rows[i][0]);
      prices.put("site-" + i, rows[i][1]);
      prices.put("amount-" + i, rows[i][2]);
    }
    prices.put("extra-0", "Numbing cream");
    prices.put("extraAmount-0", "15.00");
    prices.put("extraPer-0", "SESSION");
    prices.put("bundle-0", "4");
    prices.put("bundlePercent-0", "10");
    prices.put("taxName", "VAT");
    prices.put("taxPercent", "19");
    prices.put("taxHow", "INCLUDED");
    owner.post("/prices", prices);
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(owner.get(course + "/quotes/new?kind=PACKAGE&sessions=4&extra-0=yes").body());
    Map<String, String> offer = new LinkedHashMap<>();
    while (field.find()) {
      offer.put(field.group(1), field.group(2));
    }
    String quote = owner.post(course + "/quotes", offer).path();
    owner.post(quote + "/answer", Map.of("answer", "ACCEPTED"));
    owner.post(quote + "/paid", Map.of("on", "2026-11-23", "how", "1,068.00 by bank transfer"));
    owner.post(
        course + "/package",
        Map.of("kind", "RETURN", "sessions", "1", "reason", "Moves away in March"));
    return quote;
  }
}
