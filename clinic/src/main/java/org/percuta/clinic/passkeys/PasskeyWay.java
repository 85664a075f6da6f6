package org.percuta.clinic.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.percuta.clinic.staff.SignInWay;
import org.springframework.stereotype.Component;

/** The passkey's place on the sign-in page and beside the own password. */
@Component
class PasskeyWay implements SignInWay {

  static final String ID = "passkey";

  private final PasskeySettings settings;

  PasskeyWay(PasskeySettings settings) {
    this.settings = settings;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Offer> offer(HttpServletRequest request) {
    return settings.workAt(request)
        ? Optional.of(new Offer.Device(ID, "Sign in with a passkey", "/sign-in/passkey"))
        : Optional.empty();
  }

  @Override
  public Optional<Link> ownPage(HttpServletRequest request) {
    return settings.workAt(request)
        ? Optional.of(new Link("Passkeys: sign in without a password", "/account/passkeys"))
        : Optional.empty();
  }
}
