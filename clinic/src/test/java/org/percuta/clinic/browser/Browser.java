package org.percuta.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chromium as a person uses it; notes what the page complains of. */
final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  /** A machine may be busy with other tests; nothing here is about speed. */
  private static final double PATIENCE_MS = 180_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new ArrayList<>();

  Browser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String chromium = System.getProperty("chromium", "/usr/bin/chromium");
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(FLAGS));
  }

  Page open(String base, int width, ColorScheme scheme, String session) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setColorScheme(scheme)
                .setViewportSize(width, width < 600 ? 844 : 800));
    if (!session.isEmpty()) {
      context.addCookies(List.of(new Cookie("percuta_session", session).setUrl(base)));
    }
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onConsoleMessage(message -> {
      boolean wanted = message.type().equals("error") && !message.text().contains("status of 4");
      if (wanted) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  /** A browser in which no script runs. */
  BrowserContext withoutScript(String base, int width) {
    return browser.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setBaseURL(base)
            .setJavaScriptEnabled(false)
            .setViewportSize(width, 844));
  }

  /** No fault of accessibility, nothing wider than the screen, nothing in the console. */
  void check(Page page, String name) {
    List<String> faults =
        new AxeBuilder(page)
                .withTags(
                    List.of(
                        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations()
                .stream()
                .map(Browser::words)
                .toList();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots", name + ".png"))
            .setFullPage(true));
    Object overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(faults).as("accessibility of %s", name).isEmpty();
    assertThat(((Number) overflow).intValue()).as("width of %s", name).isLessThanOrEqualTo(0);
    assertThat(complaints).as("console of %s", name).isEmpty();
  }

  /** A picture for the manual, of as much as is seen at once. */
  void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(manual(name)));
  }

  static Path manual(String name) {
    return Path.of("../docs/manual", name + ".png");
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
