package org.percuta.clinic.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.SessionCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Says once, on the next page, what an action did: "Saved 14:02". The cookie holds which notice and
 * when, never free text, so that nobody can put words into our page.
 */
@Component
public class Notices {

  private static final String COOKIE = "percuta_notice";
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final SessionCookie cookies;

  Notices(SessionCookie cookies) {
    this.cookies = cookies;
  }

  /** What can be said. */
  public enum Notice {
    SAVED("Saved"),
    ADDED("Added"),
    WITHDRAWN("Withdrawn"),
    REMOVED("Removed"),
    MERGED("Merged"),
    SEPARATED("Separated again"),
    ERASED("Erased"),
    PASSWORD_CHANGED("Password changed"),
    SIGNED_OUT("You have signed out");

    private final String words;

    Notice(String words) {
      this.words = words;
    }
  }

  public void say(HttpServletResponse response, Notice notice, Instant when) {
    cookies.set(response, COOKIE, notice.name() + "." + when.getEpochSecond(), LIFE);
  }

  @Nullable String take(HttpServletRequest request, HttpServletResponse response, ZoneId zone) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null) {
      return null;
    }
    cookies.set(response, COOKIE, "", Duration.ZERO);
    return read(cookie.getValue(), zone).orElse(null);
  }

  private static Optional<String> read(String value, ZoneId zone) {
    try {
      int dot = value.indexOf('.');
      Notice notice = Notice.valueOf(value.substring(0, Math.max(dot, 0)));
      Instant when = Instant.ofEpochSecond(Long.parseLong(value.substring(dot + 1)));
      return Optional.of(
          notice.words + " " + DateTimeFormatter.ofPattern("HH:mm").format(when.atZone(zone)));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
