package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.ClinicAppTest;

/** The public pages as somebody at home sees them; it also takes the pictures of the manual. */
@Tag("browser")
class PublicPagesInBrowserTest extends ClinicAppTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;
  private static final Path MANUAL = Path.of("../docs/manual");
  private static final long MOST_BYTES = 200_000;

  private static Browser browser;

  @BeforeAll
  static void launch() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void theWholeWayToAnAnswerOnAPhone() throws IOException {
    Page page = browser.open(base(), PHONE, ColorScheme.LIGHT, "");
    page.navigate("/");
    browser.check(page, "public-start-390");
    picture(page, "start");
    page.getByText("Find out if microneedling is for you").click();
    browser.check(page, "public-concern-390");
    picture(page, "concern");
    page.getByText("Acne scars").click();
    page.click("button.main");
    browser.check(page, "public-site-390");
    picture(page, "site");
    page.click("button.z-cheeks");
    page.getByText("Why we ask").click();
    browser.check(page, "public-question-390");
    picture(page, "question");
    page.click("button.main");
    assertThat(page.locator("#errors")).isFocused();
    browser.check(page, "public-question-refused-390");
    picture(page, "question-refused");

    answerAll(page, Map.of("chemical-peel", "yes"));

    assertThat(page.locator("h1")).hasText("Check your answers");
    browser.check(page, "public-check-390");
    page.click("a.main");
    assertThat(page.locator(".verdict h1")).containsText("Permitted from");
    page.locator(".reason summary").first().click();
    page.locator(".reason .trace summary").first().click();
    browser.check(page, "public-result-390");
    page.evaluate("scrollTo(0, 0)");
    picture(page, "result");
    for (String part :
        new String[] {
          "course", "calendar", "healing", "results", "cost", "alternatives", "safety"
        }) {
      page.navigate("/assess/result/" + part);
      browser.check(page, "public-" + part + "-390");
      picture(page, part);
    }
    page.navigate("/assess/result");
    Download plan = page.waitForDownload(() -> page.getByText("Save as PDF").click());
    Assertions.assertThat(plan.suggestedFilename()).isEqualTo("microneedling-plan.pdf");
    plan.saveAs(Path.of("target/screenshots/plan.pdf"));
    page.context().close();
  }

  @Test
  void theWholeWayWithTheKeyboardOnly() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, "");
    page.navigate("/");
    tabTo(page, "a.main");
    enter(page);
    tabTo(page, "#concern");
    page.keyboard().press("Space");
    tabTo(page, "button.main");
    enter(page);
    tabTo(page, "button.z-forehead");
    enter(page);
    assertThat(page.locator(".caption")).containsText("forehead");
    tabTo(page, "#answer");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#answer-no")).isChecked();
    tabTo(page, "button.main");
    enter(page);
    assertThat(page.locator(".progress")).containsText("Question 2");
    tabTo(page, ".progress a[href='/assess/result']");
    enter(page);
    assertThat(page.locator(".verdict")).isVisible();
    tabTo(page, ".tools a.main");
    enter(page);
    assertThat(page.locator("h1")).hasText("Send this to the clinic");
    page.context().close();
  }

  @Test
  void theWholeWayWithoutJavaScript() {
    BrowserContext context = browser.withoutScript(base(), PHONE);
    Page page = context.newPage();
    page.navigate("/assess");
    page.locator("input[value=stretch-marks]").check();
    page.click("button.main");
    page.click("button.z-abdomen");
    answerAll(page, Map.of());
    page.click("a.main");
    assertThat(page.locator(".verdict h1")).containsText("Permitted from");
    page.navigate("/understand/search");
    page.fill("input[name=q]", "S1-046");
    page.click(".search button");
    assertThat(page.locator(".hits")).containsText("S1-046");
    page.navigate("/recovery");
    page.fill("#day", "1");
    page.locator("[name=has-wheeze]").check();
    page.click("main button.main");
    assertThat(page.locator("h1")).containsText("Get emergency help now");
    context.close();
  }

  @Test
  void everyPublicPageIsAccessibleAndFits() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("start", "/");
    pages.put("concern", "/assess");
    pages.put("not-offered", "/assess/not-offered/keloid");
    pages.put("understand", "/understand");
    for (String topic :
        new String[] {
          "mechanism",
          "benefits",
          "devices",
          "risks",
          "costs",
          "practitioners",
          "evidence",
          "comparisons",
          "recovery",
          "disagreements"
        }) {
      pages.put("understand-" + topic, "/understand/" + topic);
    }
    pages.put("search", "/understand/search?q=collagen");
    pages.put("claim", "/understand/claims/S1-048");
    pages.put("recovery", "/recovery");
    pages.put("public-not-found", "/understand/nothing");
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
      Page phone = browser.open(base(), PHONE, scheme, "");
      pages.forEach((name, address) -> {
        phone.navigate(address);
        browser.check(phone, "public-" + name + "-390" + suffix);
      });
      assessed(phone);
      for (String address :
          new String[] {
            "/assess/site",
            "/assess/questions/chemical-peel",
            "/assess/questions/phototype",
            "/assess/questions",
            "/assess/check",
            "/assess/result",
            "/assess/result/course",
            "/assess/result/calendar",
            "/assess/enquiry"
          }) {
        phone.navigate(address);
        browser.check(phone, "public" + address.replace('/', '-') + "-390" + suffix);
      }
      if (scheme == ColorScheme.DARK) {
        phone.navigate("/assess/result");
        picture(phone, "result-dark");
      }
      phone.context().close();
      Page desk = browser.open(base(), DESK, scheme, "");
      assessed(desk);
      for (String address :
          new String[] {
            "/",
            "/understand",
            "/assess/site",
            "/assess/result",
            "/assess/result/course",
            "/assess/result/calendar",
            "/recovery"
          }) {
        desk.navigate(address);
        browser.check(desk, "public" + address.replace('/', '-') + "-1280" + suffix);
      }
      desk.context().close();
    }
  }

  @Test
  void searchNarrowsWhileTyping() throws IOException {
    Page page = browser.open(base(), PHONE, ColorScheme.LIGHT, "");
    page.navigate("/understand/search");
    page.locator("input[name=q]").pressSequentially("keloid");
    assertThat(page.locator("#found")).containsText("S3-106");
    assertThat(page.locator(".hits li").first()).containsText("eloid");
    picture(page, "search");
    page.navigate("/understand/mechanism");
    picture(page, "understand");
    page.context().close();
  }

  @Test
  void aSevereSignCallsAndASentEnquiryArrives() throws IOException {
    newClinic();
    Page page = browser.open(base(), PHONE, ColorScheme.LIGHT, "");
    page.navigate("/recovery");
    page.fill("#day", "2");
    page.locator("[name=has-redness]").check();
    page.locator("[name=how-redness][value=severe]").check();
    picture(page, "recovery");
    page.click("main button.main");
    assertThat(page.locator("h1")).containsText("Call the clinic today");
    browser.check(page, "public-recovery-answer-390");
    picture(page, "recovery-answer");

    assessed(page);
    page.navigate("/assess/enquiry");
    Locator clinics = page.locator("#clinic");
    if (clinics.count() > 0) {
      clinics.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    }
    page.fill("#name", "Anna Example");
    page.fill("#phone", "+44 20 7946 0000");
    page.locator("#consent").check();
    picture(page, "enquiry");
    page.click("main button.main");
    assertThat(page.locator("h1")).containsText("The clinic has your enquiry");
    browser.check(page, "public-sent-390");
    page.context().close();
  }

  @Test
  void onPaperOnlyTheContentIsLeft() {
    Page page = browser.open(base(), DESK, ColorScheme.LIGHT, "");
    assessed(page);
    page.navigate("/assess/result");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("header.top")).isHidden();
    assertThat(page.locator(".tools")).isHidden();
    assertThat(page.locator(".verdict")).isVisible();
    page.context().close();
  }

  private static void assessed(Page page) {
    page.navigate("/assess");
    page.locator("input[value=acne-scars]").check();
    page.click("button.main");
    page.click("button.z-cheeks");
    page.locator("#answer-no").check();
    page.click("button.main");
  }

  /** Answers each question as {@code answers} says, else with no. */
  private static void answerAll(Page page, Map<String, String> answers) {
    int most = 80;
    while (page.url().contains("/questions/") && most-- > 0) {
      String key = page.url().substring(page.url().lastIndexOf('/') + 1);
      switch (key) {
        case "birthDate" -> {
          page.fill("#born-day", "2");
          page.fill("#born-month", "4");
          page.fill("#born-year", "1990");
        }
        case "weight" -> page.fill("#answer", "62");
        case "phototype" -> page.locator("input[value='3']").check();
        default -> {
          String answer = answers.getOrDefault(key, "no");
          page.locator("input[name=answer][value=" + answer + "]").check();
          if (answer.equals("yes")) {
            var last = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3);
            page.fill("#last-day", String.valueOf(last.getDayOfMonth()));
            page.fill("#last-month", String.valueOf(last.getMonthValue()));
            page.fill("#last-year", String.valueOf(last.getYear()));
          }
        }
      }
      page.click("main button.main");
    }
  }

  private static void enter(Page page) {
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      Object here = page.evaluate("selector => document.activeElement.matches(selector)", selector);
      if (Boolean.TRUE.equals(here)) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
  }

  /** What a phone or screen shows, kept small for the manual. */
  private static void picture(Page page, String name) throws IOException {
    Path file = MANUAL.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    Assertions.assertThat(Files.size(file)).as(name).isLessThan(MOST_BYTES);
  }

  private String base() {
    return "http://localhost:" + port;
  }
}
