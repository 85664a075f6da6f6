package org.percuta.clinic.oidc;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider that staff may sign in with; absent means none.
 *
 * @param issuer its address, under which {@code /.well-known/openid-configuration} is
 * @param clientId what it calls this installation
 * @param clientSecret from the environment, {@code PERCUTA_OIDC_CLIENTSECRET}; absent for a public
 *     client, which is proven by PKCE alone
 * @param name what people call it; the issuer's host when absent
 * @param trustAddressesWithoutEmailVerified whether an address is taken for the person's own when
 *     the provider says nothing of {@code email_verified}. Right only where nobody but the
 *     practice's own administrators can put an address into an account there: whoever else can, can
 *     be anybody here
 */
@ConfigurationProperties("percuta.oidc")
record OidcSettings(
    @Nullable String issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String name,
    @DefaultValue("false") boolean trustAddressesWithoutEmailVerified) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  OidcSettings {
    if (issuer != null && !issuer.isBlank()) {
      URI address = URI.create(issuer);
      boolean safe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
      if (!safe || address.getHost() == null || address.getQuery() != null) {
        throw new IllegalArgumentException(
            "percuta.oidc.issuer: '" + issuer + "' is not an https address.");
      }
      if (clientId == null || clientId.isBlank()) {
        throw new IllegalArgumentException(
            "percuta.oidc.issuer is set, so percuta.oidc.client-id must be set too.");
      }
    } else if (trustAddressesWithoutEmailVerified) {
      throw new IllegalArgumentException(
          "percuta.oidc.trust-addresses-without-email-verified is set, and no percuta.oidc.issuer"
              + " whose addresses it would trust.");
    }
  }

  boolean isOn() {
    return issuer != null && !issuer.isBlank();
  }

  /** What the button calls the provider. */
  String title() {
    return name != null && !name.isBlank() ? name : URI.create(String.valueOf(issuer)).getHost();
  }

  @Override
  public String toString() {
    return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
  }
}
