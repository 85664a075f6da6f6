package org.percuta.clinic.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * Something that a browser brings back within minutes and can neither read nor change, in place of
 * a session on the server.
 */
public final class SealedCookie {

  private static final int MOST_CHARS = 3_000;

  private final String name;
  private final Duration life;
  private final SessionCookie cookies;
  private final Seal seal;
  private final Clock clock;

  /**
   * @param secret 32 bytes in base64url, as {@code Secrets} gives them
   */
  public SealedCookie(
      String name, Duration life, SessionCookie cookies, String secret, Clock clock) {
    this.name = name;
    this.life = life;
    this.cookies = cookies;
    this.seal = new Seal(secret, name);
    this.clock = clock;
  }

  /** What a cookie held, and since when. */
  public record Kept(String text, Instant since) {}

  public void give(HttpServletResponse response, String text) {
    String plain = clock.millis() + "\n" + text;
    cookies.set(response, name, seal.close(plain.getBytes(StandardCharsets.UTF_8)), life);
  }

  public void forget(HttpServletResponse response) {
    cookies.set(response, name, "", Duration.ZERO);
  }

  /** Empty when there is none, it is not ours or it is too old. */
  public Optional<Kept> read(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, name))
        .map(Cookie::getValue)
        .filter(value -> value.length() <= MOST_CHARS)
        .flatMap(seal::open)
        .map(plain -> kept(new String(plain, StandardCharsets.UTF_8)))
        .filter(kept -> clock.instant().isBefore(kept.since().plus(life)));
  }

  private static Kept kept(String plain) {
    int end = plain.indexOf('\n');
    Instant since = Instant.ofEpochMilli(Long.parseLong(plain.substring(0, end)));
    return new Kept(plain.substring(end + 1), since);
  }
}
