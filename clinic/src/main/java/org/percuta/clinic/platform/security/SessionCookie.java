package org.percuta.clinic.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Puts a session's token into the browser, out of reach of scripts and of other sites. */
@Component
public class SessionCookie {

  private static final String NAME = "percuta_session";

  private final Sessions sessions;
  private final boolean secure;

  SessionCookie(Sessions sessions, ServerSettings settings) {
    this.sessions = sessions;
    this.secure = settings.secureCookies();
  }

  /** Gives the browser a token; it goes when the browser closes. */
  public void give(HttpServletResponse response, String token) {
    set(response, NAME, token, null);
  }

  /** Ends the session at hand and takes its cookie back. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    CurrentActor.find()
        .ifPresent(actor -> read(request).ifPresent(token -> sessions.end(actor.clinic(), token)));
    SecurityContextHolder.clearContext();
    set(response, NAME, "", Duration.ZERO);
  }

  Optional<Actor> actor(HttpServletRequest request) {
    return read(request).flatMap(token -> sessions.find(token, request.getRemoteAddr()));
  }

  boolean isIn(HttpServletRequest request) {
    return read(request).isPresent();
  }

  /** Sets any cookie of ours in the one safe way. */
  public void set(
      HttpServletResponse response,
      String name,
      String value,
      @org.jspecify.annotations.Nullable Duration life) {
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(name, value).httpOnly(true).secure(secure).sameSite("Lax").path("/");
    if (life != null) {
      cookie.maxAge(life);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  private static Optional<String> read(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isBlank());
  }
}
