package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.oidc.OidcNode;
import org.percuta.clinic.oidc.TestProvider;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;

/** Signing in with a provider in Chromium, there and back. */
@Tag("browser")
class OidcInBrowserTest extends ClinicAppTest {

  private static final int PHONE = 390;
  private static final int DESK = 1280;

  @Test
  void aPersonGoesToTheProviderAndComesBackSignedIn() throws Exception {
    String email = UUID.randomUUID() + "@example.org";
    accounts.create(
        newClinic(), email, "Dr Ada Example", Role.CLINICIAN, "correct horse battery", false);
    try (Browser browser = new Browser();
        OidcNode node = new OidcNode(database, "oidc-browser-node")) {
      Page page = browser.open(node.address(), DESK, ColorScheme.LIGHT, "");
      page.navigate("/sign-in");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("../docs/manual/sign-in.png")));
      browser.check(page, "sign-in-oidc-1280");
      try (TestProvider provider = node.startProvider()) {
        provider.honest();
        page.getByText("Sign in with Rosewood ID").click();
        page.fill("[name=username]", email);
        page.fill("[name=password]", TestProvider.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(node.address() + "/today");
        assertThat(page.locator(".me")).containsText("Dr Ada Example");
        page.context().close();

        Page stranger = browser.open(node.address(), PHONE, ColorScheme.DARK, "");
        stranger.navigate("/sign-in");
        stranger.locator("#oidc").focus();
        stranger.keyboard().press("Enter");
        stranger.fill("[name=username]", "nobody@example.org");
        stranger.fill("[name=password]", TestProvider.PASSWORD);
        stranger.keyboard().press("Enter");
        assertThat(stranger.locator(".faults")).containsText("There is no account");
        assertThat(stranger.locator(".faults")).isFocused();
        browser.check(stranger, "sign-in-oidc-unknown-390-dark");
        stranger.context().close();
      }
    }
  }
}
