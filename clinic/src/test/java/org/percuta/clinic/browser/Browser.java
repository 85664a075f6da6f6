package org.percuta.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Chromium as a person uses it, for one test: what the test opened is closed after it, and it fails
 * when a page complained. Chromium itself starts once, with the first test of a run that asks.
 */
final class Browser implements BeforeEachCallback, AfterEachCallback {

  /** A machine may be busy with other tests; nothing here is about speed. */
  private static final double PATIENCE_MS = 180_000;

  private static final Namespace HERE = Namespace.create(Browser.class);
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final List<String> complaints = new ArrayList<>();
  private com.microsoft.playwright.@Nullable Browser chromium;

  /** What else is to be seen of a page in one look, after it was checked. */
  interface Sight {
    void see(Page page, Look look, String name);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    chromium =
        test.getStore(StoreScope.LAUNCHER_SESSION, HERE)
            .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class)
            .browser();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    List.copyOf(chromium().contexts()).forEach(BrowserContext::close);
    if (test.getExecutionException().isEmpty()) {
      assertThat(complaints).as("console, to the end of the test").isEmpty();
    }
  }

  /** Opens a window that shares nothing with another. */
  Page open(Person who, Look look) {
    return open(who, look, true);
  }

  /** A window in which no script runs. */
  Page withoutScript(Person who, Look look) {
    return open(who, look, false);
  }

  private Page open(Person who, Look look, boolean script) {
    BrowserContext context =
        chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(who.address())
                    .setColorScheme(look.scheme)
                    .setJavaScriptEnabled(script)
                    .setViewportSize(look.width, look.height));
    if (!who.session().isEmpty()) {
      context.addCookies(
          List.of(new Cookie("percuta_session", who.session()).setUrl(who.address())));
    }
    Page page = context.newPage();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(look.media));
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

  /** Does the same in a new window of each look. */
  void inEach(List<Look> looks, Person who, BiConsumer<Page, Look> visit) {
    for (Look look : looks) {
      Page page = open(who, look);
      visit.accept(page, look);
      page.context().close();
    }
  }

  /** Goes to every page in every look and checks it. */
  void checkAll(List<Look> looks, Person who, Map<String, String> addressOf) {
    checkAll(looks, who, addressOf, (page, look, name) -> {});
  }

  void checkAll(List<Look> looks, Person who, Map<String, String> addressOf, Sight also) {
    inEach(looks, who, (page, look) -> checkAll(page, look, addressOf, also));
  }

  /** Goes to every page in an open window and checks it. */
  void checkAll(Page page, Look look, Map<String, String> addressOf, Sight also) {
    addressOf.forEach((name, address) -> {
      page.navigate(address);
      check(page, name + look.suffix);
      also.see(page, look, name);
    });
  }

  /** No fault of accessibility, nothing wider than the screen, nothing in the console. */
  void check(Page page, String name) {
    // Axe otherwise opens a second window a page, to put together what it found in its frames.
    assertThat(page.frames()).as("frames of %s", name).hasSize(1);
    List<String> faults =
        new AxeBuilder(page)
            .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
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

  /** A picture for the manual, of the page from top to bottom. */
  void wholePicture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(manual(name)).setFullPage(true));
  }

  static Path manual(String name) {
    return Path.of("../docs/manual", name + ".png");
  }

  private com.microsoft.playwright.Browser chromium() {
    return Objects.requireNonNull(chromium, "Chromium is there while a test runs.");
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList();
  }
}
