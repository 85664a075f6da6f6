package org.percuta.clinic.staff;

import java.nio.charset.StandardCharsets;
import org.percuta.clinic.platform.database.Progress;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Makes the clinic and its owner on an empty database before the first page is served, and says
 * where to go. The first password comes from the secrets kept beside the data and is said at every
 * start until it has been changed, so that a start killed half-way locks nobody out.
 */
@Component
class FirstStart implements SmartInitializingSingleton, ApplicationRunner {

  /** No letters that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final StaffAccounts accounts;
  private final ServerSettings settings;
  private final Secrets secrets;
  private final WebServerApplicationContext context;

  FirstStart(
      StaffAccounts accounts,
      ServerSettings settings,
      Secrets secrets,
      WebServerApplicationContext context) {
    this.accounts = accounts;
    this.settings = settings;
    this.secrets = secrets;
    this.context = context;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!accounts.hasClinics()) {
      accounts.createClinicWithOwner(
          settings.clinic(), settings.timeZone(), settings.ownerEmail(), firstPassword());
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.awaitsFirstSignIn(settings.ownerEmail())) {
      Progress.say("First log-in: " + settings.ownerEmail() + "   password: " + firstPassword());
      Progress.say("You choose your own password when you sign in.");
    }
    var server = context.getWebServer();
    if (server != null && server.getPort() > 0) {
      Progress.say("Percuta is ready: http://localhost:" + server.getPort() + "/");
    }
  }

  /** Short enough to type; 16 characters of 31, from a secret of 256 random bits. */
  private String firstPassword() {
    byte[] random = secrets.get("first-password").getBytes(StandardCharsets.US_ASCII);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      // Two characters of the secret each, so that nearly all of the alphabet is equally likely.
      int two = random[2 * i] * 128 + random[2 * i + 1];
      text.append(ALPHABET.charAt(two % ALPHABET.length()));
    }
    return text.toString();
  }
}
