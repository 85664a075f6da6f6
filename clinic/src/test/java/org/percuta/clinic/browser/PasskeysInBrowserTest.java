package org.percuta.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;

/** Passkeys in Chromium, with the device that its DevTools protocol plays. */
class PasskeysInBrowserTest extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";

  private ClinicId clinic;
  private String email;
  private UUID person;

  @BeforeEach
  void somebody() {
    clinic = newClinic();
    email = "ada." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    person = accounts.create(clinic, email, "Dr Ada Example", Role.CLINICIAN, PASSWORD, false);
  }

  @Test
  void aPasskeyIsMadeUsedAndRemoved() {
    Page page = browser.open(ada(), Look.DESK);
    playDevice(page, true);
    page.navigate("/account/password");
    page.getByText("Passkeys: sign in without a password").click();
    browser.check(page, "passkeys-none-1280");
    page.fill("#name", "Laptop in room 2");
    page.fill("#password", "wrong");
    page.click("main button.main");
    assertThat(page.locator(".faults")).containsText("This is not your password");
    page.fill("#password", PASSWORD);
    page.click("main button.main");
    assertThat(page.locator("h1")).containsText("Laptop in room 2");
    browser.check(page, "passkey-make-1280");
    page.getByText("Make the passkey").click();
    assertThat(page.locator("table")).containsText("Laptop in room 2");
    assertThat(page.locator(".notice")).containsText("Added");
    browser.picture(page, "passkeys");
    browser.check(page, "passkeys-1280");

    page.getByText("Sign out").click();
    page.navigate("/sign-in");
    page.getByText("Sign in with a passkey").click();
    assertThat(page).hasURL(running.address() + "/today");
    page.navigate("/account/passkeys");
    assertThat(page.locator("table")).not().containsText("Never used");

    page.locator("main td button").click();
    assertThat(page.locator(".notice")).containsText("Removed");
    page.getByText("Sign out").click();
    page.navigate("/sign-in");
    page.getByText("Sign in with a passkey").click();
    assertThat(page.locator(".faults")).containsText("not known here");
    assertThat(page.locator(".faults")).isFocused();
    browser.check(page, "sign-in-passkey-refused-1280");
  }

  @Test
  void withTheKeyboardOnlyAndADeviceThatVerifiesNobodyOneIsToldAndKeepsThePassword() {
    Page page = browser.open(stranger(), Look.PHONE);
    playDevice(page, false);
    page.navigate("/sign-in");
    page.locator("#passkey").focus();
    page.keyboard().press("Enter");
    assertThat(page.getByText("No passkey was used.")).isVisible();
    assertThat(page.locator("#passkey")).isFocused();
    browser.check(page, "sign-in-passkey-cancelled-390");
    page.fill("#email", email);
    page.fill("#password", PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(running.address() + "/today");
  }

  @Test
  void withoutJavaScriptThereIsThePasswordAndNoDeadButton() {
    Page page = browser.withoutScript(stranger(), Look.PHONE);
    page.navigate("/sign-in");
    assertThat(page.locator("#passkey")).isHidden();
    page.fill("#email", email);
    page.fill("#password", PASSWORD);
    page.click("main button.main");
    assertThat(page).hasURL(running.address() + "/today");
  }

  @Test
  void thePagesAreAccessibleOnPhoneAndDeskInBothThemes() {
    Page maker = browser.open(ada(), Look.DESK);
    playDevice(maker, true);
    maker.navigate("/account/passkeys");
    maker.fill("#name", "Front desk computer by the window");
    maker.fill("#password", PASSWORD);
    maker.click("main button.main");
    maker.getByText("Make the passkey").click();
    assertThat(maker.locator("table")).containsText("Front desk");
    browser.inEach(
        Look.SCREENS,
        ada(),
        (page, look) -> {
          page.navigate("/account/passkeys");
          browser.check(page, "passkeys" + look.suffix);
          page.fill("#name", "Phone");
          page.fill("#password", PASSWORD);
          page.click("main button.main");
          assertThat(page.getByText("Make the passkey")).isVisible();
          browser.check(page, "passkey-make" + look.suffix);
        });
    browser.inEach(
        Look.SCREENS,
        stranger(),
        (page, look) -> {
          page.navigate("/sign-in");
          assertThat(page.locator("#passkey")).isVisible();
          browser.check(page, "sign-in-ways" + look.suffix);
        });
  }

  private static void playDevice(Page page, boolean verifies) {
    CDPSession device = page.context().newCDPSession(page);
    device.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", verifies);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wanted = new JsonObject();
    wanted.add("options", options);
    device.send("WebAuthn.addVirtualAuthenticator", wanted);
  }

  private Person ada() {
    return signedIn(clinic, person, Role.CLINICIAN);
  }
}
