package org.percuta.clinic.staff;

import java.security.SecureRandom;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.Progress;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** Makes the clinic and its owner on an empty database, and says where to go. */
@Component
class FirstStart implements ApplicationRunner {

  /** No letters that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final StaffAccounts accounts;
  private final ServerSettings settings;
  private final WebServerApplicationContext context;

  FirstStart(StaffAccounts accounts, ServerSettings settings, WebServerApplicationContext context) {
    this.accounts = accounts;
    this.settings = settings;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!accounts.hasClinics()) {
      ClinicId clinic = accounts.createClinic("clinic", settings.clinic(), settings.timeZone());
      String password = password();
      accounts.create(clinic, settings.ownerEmail(), "Owner", Role.OWNER, password, true);
      Progress.say("First log-in: " + settings.ownerEmail() + "   password: " + password);
      Progress.say("You choose your own password when you sign in.");
    }
    var server = context.getWebServer();
    if (server != null) {
      Progress.say("Percuta is ready: http://localhost:" + server.getPort() + "/");
    }
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
