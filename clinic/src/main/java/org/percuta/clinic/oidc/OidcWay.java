package org.percuta.clinic.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.percuta.clinic.staff.SignInWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The provider's place on the sign-in page. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcWay implements SignInWay {

  private static final Logger LOG = LoggerFactory.getLogger(OidcWay.class);
  static final String ID = "oidc";
  private static final String SECRET = "percutaoidcclientsecret";

  private final OidcSettings settings;

  OidcWay(OidcSettings settings, ApplicationArguments arguments) {
    this.settings = settings;
    if (settings.trustAddressesWithoutEmailVerified()) {
      LOG.warn(
          "Whoever can put an e-mail address into an account of {} can sign in here as the person"
              + " with that address: percuta.oidc.trust-addresses-without-email-verified is on",
          settings.issuer());
    }
    for (String name : arguments.getOptionNames()) {
      if (name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT).equals(SECRET)) {
        throw new IllegalArgumentException(
            "The secret of percuta.oidc stands on the command line, where every user of this"
                + " machine can read it. Set PERCUTA_OIDC_CLIENTSECRET in the environment instead.");
      }
    }
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Offer> offer(HttpServletRequest request) {
    return settings.isOn()
        ? Optional.of(new Offer.Page(ID, "Sign in with " + settings.title(), "/sign-in/oidc"))
        : Optional.empty();
  }
}
