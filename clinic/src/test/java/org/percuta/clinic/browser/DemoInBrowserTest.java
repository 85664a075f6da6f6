package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.demo.RunningDemo;
import org.percuta.clinic.testing.TestFolders;

/** The newcomer's first walk: the demonstration, as each role, on a desk and on a phone. */
@Tag("browser")
class DemoInBrowserTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final double PATIENCE_MS = 120_000;
  private static final String MONDAY = "2026-11-23";

  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void fill() {
    demo = RunningDemo.on(TestFolders.fresh("demo-browser"));
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    demo.close();
  }

  @Test
  void theOwnerSeesALivingClinicOnDeskAndPhone() {
    for (int width : new int[] {DESK, PHONE}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Page page = signedIn("owner@example.org", width, scheme);
        pages(page)
            .forEach((name, address) -> {
              page.navigate(address);
              assertThat(page.locator(".demo-mark")).containsText("Demo: fictional people");
              String look = "demo-" + name + "-" + width;
              browser.check(page, look + (scheme == ColorScheme.DARK ? "-dark" : ""));
              if (scheme == ColorScheme.LIGHT) {
                keep(page, "staff-" + name + (width == PHONE ? "-phone" : ""));
              }
            });
        page.context().close();
      }
    }
  }

  @Test
  void everyOtherRoleWalksWhatItMaySee() {
    for (String who : List.of("clinician", "practitioner", "desk")) {
      Page page = signedIn(who + "@example.org", PHONE, ColorScheme.LIGHT);
      pages(page)
          .forEach((name, address) -> {
            page.navigate(address);
            assertThat(page.locator("h1").first()).not().containsText("Not for your role");
            browser.check(page, "demo-" + who + "-" + name);
          });
      page.context().close();
    }
    Page auditor = signedIn("auditor@example.org", DESK, ColorScheme.LIGHT);
    auditor.navigate("/today");
    assertThat(auditor.locator(".demo-mark")).isVisible();
    auditor.navigate("/audit");
    browser.check(auditor, "demo-auditor-audit");
    auditor.context().close();
  }

  @Test
  void whatSomebodySaidComesBeforeAllTheyDenied() {
    Page page = signedIn("clinician@example.org", DESK, ColorScheme.LIGHT);
    page.navigate(somebody(page));

    assertThat(page.locator("#facts article")).not().hasCount(0);
    assertThat(page.locator(".denied")).isHidden();
    page.getByText("Said no to").click();
    assertThat(page.locator(".denied")).isVisible();
    assertThat(page.locator(".denied")).containsText("Pregnancy");
    browser.check(page, "demo-record-denied-" + DESK);
    page.context().close();
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
    return pages;
  }

  /** The record of somebody who said more than no. */
  private static String somebody(Page page) {
    page.navigate("/patients?q=" + demo.somebodyWhoSaid("cold-sore-history"));
    return page.locator("#found tbody a").first().getAttribute("href");
  }

  private static Page signedIn(String email, int width, ColorScheme scheme) {
    Page page = browser.open(demo.address(), width, scheme, "");
    page.setDefaultTimeout(PATIENCE_MS);
    page.navigate("/sign-in");
    page.fill("input[name=email]", email);
    page.fill("input[name=password]", demo.password());
    page.locator("main button").first().click();
    page.waitForURL("**/today");
    return page;
  }

  private static void keep(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("../docs/manual", name + ".png")));
  }
}
