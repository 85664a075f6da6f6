package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.RunningClinic;

/** The public pages as somebody at home sees them; it also takes the pictures of the manual. */
class PublicPagesInBrowserTest extends BrowserTest {

  private static final long MOST_BYTES = 200_000;

  @Test
  void theWholeWayToAnAnswerOnAPhone() {
    Page page = browser.open(stranger(), Look.PHONE);
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
    page.getByText("Why we ask").first().click();
    browser.check(page, "public-topic-390");
    picture(page, "topic");
    page.click("main button.main");
    assertThat(page.locator("#errors")).isFocused();
    browser.check(page, "public-topic-refused-390");
    picture(page, "topic-refused");

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
  }

  @Test
  void theWholeWayWithTheKeyboardOnly() {
    Page page = browser.open(stranger(), Look.DESK);
    page.navigate("/");
    Keys keys = new Keys(page);
    keys.tabTo("a.main");
    enter(page);
    keys.tabTo("#concern");
    page.keyboard().press("Space");
    keys.tabTo("button.main");
    enter(page);
    keys.tabTo("button.z-forehead");
    enter(page);
    assertThat(page.locator(".caption")).containsText("forehead");
    Locator firstNo = page.locator("input[value=no]").first();
    keys.tabTo("input[value=yes]");
    page.keyboard().press("ArrowDown");
    assertThat(firstNo).isChecked();
    keys.tabTo("button[name=rest]");
    enter(page);
    assertThat(page.locator(".progress")).containsText("Page 2");
    keys.tabTo(".progress a[href='/assess/result']");
    enter(page);
    assertThat(page.locator(".verdict")).isVisible();
    keys.tabTo(".tools a.main");
    enter(page);
    assertThat(page.locator("h1")).hasText("Send this to the clinic");
  }

  @Test
  void theWholeWayWithoutJavaScript() {
    Page page = browser.withoutScript(stranger(), Look.PHONE);
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
  }

  @Test
  void everyPublicPageIsAccessibleAndFits() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("public-start", "/");
    pages.put("public-concern", "/assess");
    pages.put("public-not-offered", "/assess/not-offered/keloid");
    pages.put("public-understand", "/understand");
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
      pages.put("public-understand-" + topic, "/understand/" + topic);
    }
    pages.put("public-search", "/understand/search?q=collagen");
    pages.put("public-claim", "/understand/claims/S1-048");
    pages.put("public-recovery", "/recovery");
    pages.put("public-not-found", "/understand/nothing");
    browser.checkAll(List.of(Look.PHONE, Look.PHONE_DARK), stranger(), pages);
    Map<String, String> onPhone =
        named(
            "/assess/site",
            "/assess/questions/chemical-peel",
            "/assess/questions/phototype",
            "/assess/topics/skin",
            "/assess/check",
            "/assess/result",
            "/assess/result/course",
            "/assess/result/calendar",
            "/assess/enquiry");
    Map<String, String> onDesk =
        named(
            "/",
            "/understand",
            "/assess/site",
            "/assess/result",
            "/assess/result/course",
            "/assess/result/calendar",
            "/recovery");
    browser.inEach(
        Look.SCREENS,
        stranger(),
        (page, look) -> {
          assessed(page);
          boolean phone = look == Look.PHONE || look == Look.PHONE_DARK;
          browser.checkAll(
              page,
              look,
              phone ? onPhone : onDesk,
              (_, _, name) -> {
                if (look == Look.PHONE_DARK && name.equals("public-assess-result")) {
                  picture(page, "result-dark");
                }
              });
        });
  }

  /** Each address under the name its picture has. */
  private static Map<String, String> named(String... addresses) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String address : addresses) {
      pages.put("public" + address.replace('/', '-'), address);
    }
    return pages;
  }

  @Test
  void searchNarrowsWhileTyping() {
    Page page = browser.open(stranger(), Look.PHONE);
    page.navigate("/understand/search");
    page.locator("input[name=q]").pressSequentially("keloid");
    assertThat(page.locator("#found")).containsText("S3-106");
    assertThat(page.locator(".hits li").first()).containsText("eloid");
    picture(page, "search");
    page.navigate("/understand/mechanism");
    picture(page, "understand");
  }

  @Test
  void aSevereSignCallsAndASentEnquiryArrives() {
    newClinic();
    Page page = browser.open(stranger(), Look.PHONE);
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
  }

  @Test
  void onPaperOnlyTheContentIsLeft() {
    Page page = browser.open(stranger(), Look.DESK);
    assessed(page);
    page.navigate("/assess/result");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("header.top")).isHidden();
    assertThat(page.locator(".tools")).isHidden();
    assertThat(page.locator(".verdict")).isVisible();
  }

  private static void assessed(Page page) {
    page.navigate("/assess");
    page.locator("input[value=acne-scars]").check();
    page.click("button.main");
    page.click("button.z-cheeks");
    page.click("button[name=rest]");
  }

  /** Answers each question as {@code answers} says, else with no. */
  private static void answerAll(Page page, Map<String, String> answers) {
    int most = 20;
    while (!page.url().endsWith("/check") && most-- > 0) {
      String key = page.url().substring(page.url().lastIndexOf('/') + 1);
      switch (key) {
        case "birthDate" -> {
          page.fill("#born-day", "2");
          page.fill("#born-month", "4");
          page.fill("#born-year", "1990");
        }
        case "weight" -> page.fill("#answer", "62");
        case "phototype" -> page.locator("input[value='3']").check();
        default -> answer(page, answers);
      }
      Locator rest = page.locator("button[name=rest]");
      (rest.count() > 0 ? rest : page.locator("main button.main")).click();
    }
  }

  /** The yes of this page's topic, or when a yes was last true. */
  private static void answer(Page page, Map<String, String> answers) {
    if (page.url().contains("/questions/")) {
      var last = RunningClinic.TODAY.minusDays(3);
      page.fill("#last-day", String.valueOf(last.getDayOfMonth()));
      page.fill("#last-month", String.valueOf(last.getMonthValue()));
      page.fill("#last-year", String.valueOf(last.getYear()));
      return;
    }
    answers.forEach((key, answer) -> {
      Locator choice = page.locator("input[name=" + key + "][value=" + answer + "]");
      if (choice.count() > 0) {
        choice.check();
      }
    });
  }

  private static void enter(Page page) {
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  /** What a phone or screen shows, kept small for the manual. */
  private void picture(Page page, String name) {
    browser.picture(page, name);
    Assertions.assertThat(Browser.manual(name).toFile().length())
        .as(name)
        .isPositive()
        .isLessThan(MOST_BYTES);
  }
}
