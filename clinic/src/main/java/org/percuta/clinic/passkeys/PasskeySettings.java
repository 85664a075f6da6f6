package org.percuta.clinic.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where passkeys work.
 *
 * @param rpId the name of the host that passkeys belong to, for ever; empty turns them off
 * @param origins the addresses whose pages may use them; {@code https://} and the name when not
 *     given, and for localhost the port of this server
 */
@ConfigurationProperties("percuta.passkeys")
record PasskeySettings(
    @DefaultValue(PasskeySettings.LOCALHOST) String rpId, @DefaultValue List<String> origins) {

  private static final String LOCALHOST = "localhost";

  PasskeySettings {
    origins = List.copyOf(origins);
    for (String origin : origins) {
      if (!isOf(rpId, origin)) {
        throw new IllegalArgumentException(
            "percuta.passkeys.origins: '"
                + origin
                + "' is not an https address of "
                + rpId
                + ". Maybe https://"
                + rpId
                + "?");
      }
    }
  }

  private static boolean isOf(String rpId, String origin) {
    URI address = URI.create(origin);
    String host = String.valueOf(address.getHost());
    boolean safe = "https".equals(address.getScheme()) || host.equals(LOCALHOST);
    return safe && (host.equals(rpId) || host.endsWith("." + rpId)) && address.getPath().isEmpty();
  }

  /** The addresses whose pages may use passkeys of this server. */
  Set<String> allowed(HttpServletRequest request) {
    if (!origins.isEmpty()) {
      return Set.copyOf(origins);
    }
    return Set.of(
        rpId.equals(LOCALHOST)
            // The server's own port, not the one the browser names: another program's page on
            // another port of this machine must not pass on what it got signed.
            ? "http://" + LOCALHOST + ":" + request.getLocalPort()
            : "https://" + rpId);
  }

  /** Whether a page at this address can use them; a browser refuses all others. */
  boolean workAt(HttpServletRequest request) {
    return !rpId.isBlank()
        && allowed(request).stream()
            .anyMatch(origin -> request.getServerName().equals(URI.create(origin).getHost()));
  }
}
