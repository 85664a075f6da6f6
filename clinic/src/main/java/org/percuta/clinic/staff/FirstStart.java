package org.percuta.clinic.staff;

import org.percuta.clinic.platform.database.Progress;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.beans.factory.ObjectProvider;
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

  private final StaffAccounts accounts;
  private final ServerSettings settings;
  private final Secrets secrets;
  private final WebServerApplicationContext context;
  private final ObjectProvider<InsteadOfFirstStart> instead;

  FirstStart(
      StaffAccounts accounts,
      ServerSettings settings,
      Secrets secrets,
      WebServerApplicationContext context,
      ObjectProvider<InsteadOfFirstStart> instead) {
    this.accounts = accounts;
    this.settings = settings;
    this.secrets = secrets;
    this.context = context;
    this.instead = instead;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (instead.getIfAvailable() != null) {
      instead.getObject().fill();
    } else if (!accounts.hasClinics()) {
      accounts.createClinicWithOwner(
          settings.clinic(), settings.timeZone(), settings.ownerEmail(), firstPassword());
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    instead.ifAvailable(InsteadOfFirstStart::greet);
    if (accounts.awaitsFirstSignIn(settings.ownerEmail())) {
      Progress.say("First log-in: " + settings.ownerEmail() + "   password: " + firstPassword());
      Progress.say("You choose your own password when you sign in.");
    }
    var server = context.getWebServer();
    if (server != null && server.getPort() > 0) {
      Progress.say("Percuta is ready: http://localhost:" + server.getPort() + "/");
    }
  }

  private String firstPassword() {
    return ReadablePassword.of(secrets.get("first-password"));
  }
}
