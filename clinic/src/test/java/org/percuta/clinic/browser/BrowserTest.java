package org.percuta.clinic.browser;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.OwnClinic;

/** A test of the application's pages in Chromium. */
@Tag("browser")
abstract class BrowserTest extends ClinicAppTest {

  @RegisterExtension protected final Browser browser = new Browser();

  /** Somebody in whose browser this account is signed in, in a session of its own. */
  protected Person signedIn(ClinicId clinic, UUID staff, Role role) {
    return new Person(running.address(), sessions.begin(clinic, staff, role));
  }

  protected Person signedIn(OwnClinic clinic, Role role) {
    return new Person(running.address(), clinic.session(role));
  }

  protected Person stranger() {
    return Person.stranger(running.address());
  }
}
