package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** Somebody who has no mouse: comes to everything with Tab, as a person would. */
final class Keys {

  private static final int MOST_TABS = 150;
  private static final int MOST_WAITS = 1_800;
  private static final double WAIT_MS = 100;

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  void tabTo(String what) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("css => document.activeElement.matches(css)", what)) {
        return;
      }
    }
    throw new AssertionError("Tab never comes to " + what + " on " + page.url());
  }

  /** Presses Enter on it and waits until the next page is there. */
  void follow(String what) {
    tabTo(what);
    enter();
  }

  /** Presses Enter where the focus is and waits until the next page is there. */
  void enter() {
    page.evaluate("() => { window.leaving = true; }");
    page.keyboard().press("Enter");
    for (int i = 0; i < MOST_WAITS; i++) {
      page.waitForTimeout(WAIT_MS);
      if (isNext()) {
        return;
      }
    }
    throw new AssertionError("Enter leads nowhere on " + page.url());
  }

  private boolean isNext() {
    try {
      return (boolean) page.evaluate("() => !window.leaving && document.readyState === 'complete'");
    } catch (PlaywrightException betweenTwoPages) {
      return false;
    }
  }

  void write(String field, String text) {
    tabTo(field);
    page.keyboard().press("Control+a");
    page.keyboard().type(text);
  }

  void choose(String field, String option) {
    tabTo(field);
    page.keyboard().type(option);
    assertThat(page.locator(field + " option:checked")).containsText(option);
  }
}
