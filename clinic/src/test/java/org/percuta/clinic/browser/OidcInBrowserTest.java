package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.oidc.OidcNode;
import org.percuta.clinic.oidc.TestProvider;
import org.percuta.clinic.platform.security.Role;

/** Signing in with a provider in Chromium, there and back. */
class OidcInBrowserTest extends BrowserTest {

  @Test
  void aPersonGoesToTheProviderAndComesBackSignedIn() throws Exception {
    String email = UUID.randomUUID() + "@example.org";
    accounts.create(
        newClinic(), email, "Dr Ada Example", Role.CLINICIAN, "correct horse battery", false);
    try (OidcNode node = new OidcNode(running, "oidc-browser-node")) {
      Person somebody = Person.stranger(node.address());
      Page page = browser.open(somebody, Look.DESK);
      page.navigate("/sign-in");
      browser.picture(page, "sign-in");
      browser.check(page, "sign-in-oidc-1280");
      try (TestProvider provider = node.startProvider()) {
        provider.honest();
        page.getByText("Sign in with Rosewood ID").click();
        page.fill("[name=username]", email);
        page.fill("[name=password]", TestProvider.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(node.address() + "/today");
        assertThat(page.locator(".me")).containsText("Dr Ada Example");

        Page stranger = browser.open(somebody, Look.PHONE_DARK);
        stranger.navigate("/sign-in");
        stranger.locator("#oidc").focus();
        stranger.keyboard().press("Enter");
        stranger.fill("[name=username]", "nobody@example.org");
        stranger.fill("[name=password]", TestProvider.PASSWORD);
        stranger.keyboard().press("Enter");
        assertThat(stranger.locator(".faults")).containsText("There is no account");
        assertThat(stranger.locator(".faults")).isFocused();
        browser.check(stranger, "sign-in-oidc-unknown-390-dark");
      }
    }
  }
}
