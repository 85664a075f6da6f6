package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.percuta.clinic.demo.RunningDemo;

/** The newcomer's first walk: the demonstration, as each role, on a desk and on a phone. */
@Tag("browser")
class DemoInBrowserTest {

  private static final String MONDAY = "2026-11-23";

  private static final RunningDemo DEMO = RunningDemo.get();

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void theOwnerSeesALivingClinicOnDeskAndPhone() {
    for (Look look : Look.SCREENS) {
      Page page = signedIn("owner@example.org", look);
      pages(page)
          .forEach((name, address) -> {
            page.navigate(address);
            assertThat(page.locator(".demo-mark")).containsText("Demo: fictional people");
            browser.check(page, "demo-" + name + look.suffix);
            if (!look.isDark()) {
              browser.picture(page, "staff-" + name + (look == Look.PHONE ? "-phone" : ""));
            }
          });
    }
  }

  @Test
  void everyOtherRoleWalksWhatItMaySee() {
    for (String who : List.of("clinician", "practitioner", "desk")) {
      Page page = signedIn(who + "@example.org", Look.PHONE);
      pages(page)
          .forEach((name, address) -> {
            page.navigate(address);
            assertThat(page.locator("h1").first()).not().containsText("Not for your role");
            browser.check(page, "demo-" + who + "-" + name);
          });
    }
    Page auditor = signedIn("auditor@example.org", Look.DESK);
    auditor.navigate("/today");
    assertThat(auditor.locator(".demo-mark")).isVisible();
    auditor.navigate("/audit");
    browser.check(auditor, "demo-auditor-audit");
  }

  @Test
  void whatSomebodySaidComesBeforeAllTheyDenied() {
    Page page = signedIn("clinician@example.org", Look.DESK);
    page.navigate(somebody(page));

    assertThat(page.locator("#facts article")).not().hasCount(0);
    assertThat(page.locator(".denied")).isHidden();
    page.getByText("Said no to").click();
    assertThat(page.locator(".denied")).isVisible();
    assertThat(page.locator(".denied")).containsText("Pregnancy");
    browser.check(page, "demo-record-denied-1280");
  }

  private static Map<String, String> pages(Page page) {
    String somebody = somebody(page);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("today", "/today");
    pages.put("patients", "/patients");
    pages.put("patient", somebody);
    pages.put("calendar-day", "/calendar");
    pages.put("calendar-week", "/calendar/week?day=" + MONDAY);
    pages.put("waiting", "/waiting");
    pages.put("enquiries", "/enquiries");
    page.navigate("/enquiries");
    pages.put("enquiry", page.locator("tbody a").nth(2).getAttribute("href"));
    return pages;
  }

  /** The record of somebody who said more than no. */
  private static String somebody(Page page) {
    page.navigate("/patients?q=" + DEMO.somebodyWhoSaid("cold-sore-history"));
    return page.locator("#found tbody a").first().getAttribute("href");
  }

  private Page signedIn(String email, Look look) {
    Page page = browser.open(Person.stranger(DEMO.address()), look);
    page.navigate("/sign-in");
    page.fill("input[name=email]", email);
    page.fill("input[name=password]", DEMO.password());
    page.locator("main button").first().click();
    page.waitForURL("**/today");
    return page;
  }
}
