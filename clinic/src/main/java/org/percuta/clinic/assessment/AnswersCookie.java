package org.percuta.clinic.assessment;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Seal;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.percuta.protocol.model.Knowledge;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries the answers in the browser: packed, encrypted and sealed (AES-256-GCM), only to {@code
 * /assess}, gone when the browser closes or two hours after the last answer. The server keeps
 * nothing, no address holds an answer, and back, reload and print still work, which a hidden field
 * would not allow.
 */
@Component
class AnswersCookie {

  static final String NAME = "percuta_answers";

  private static final String PATH = "/assess";
  private static final Duration LIFE = Duration.ofHours(2);
  // A browser keeps 4,096 bytes; all facts answered with every detail take about 2,000.
  private static final int MOST_CHARS = 3_800;
  private static final int MOST_BYTES = 32_768;

  private final Seal seal;
  private final boolean secure;
  private final Clock clock;

  AnswersCookie(ServerSettings settings, DatabaseAccess database, Clock clock) {
    this.seal = new Seal(database.secrets().get("answers"), NAME);
    this.secure = settings.secureCookies();
    this.clock = clock;
  }

  /** The answers so far, as far as this knowledge asks for them; none when they cannot be read. */
  Answers read(HttpServletRequest request, Knowledge knowledge) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie == null ? Answers.NONE : open(cookie.getValue(), knowledge).orElse(Answers.NONE);
  }

  void write(HttpServletResponse response, Answers answers) {
    send(response, seal(answers), null);
  }

  void forget(HttpServletResponse response) {
    send(response, "", Duration.ZERO);
  }

  private void send(
      HttpServletResponse response,
      String value,
      @org.jspecify.annotations.Nullable Duration life) {
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(NAME, value).httpOnly(true).secure(secure).sameSite("Lax").path(PATH);
    if (life != null) {
      cookie.maxAge(life);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  String seal(Answers answers) {
    String plain = clock.instant().getEpochSecond() + "\n" + AnswersText.write(answers);
    String value = seal.close(pack(plain.getBytes(StandardCharsets.UTF_8)));
    if (value.length() > MOST_CHARS) {
      throw new IllegalStateException("Answers of " + value.length() + " characters.");
    }
    return value;
  }

  Optional<Answers> open(String value, Knowledge knowledge) {
    if (value.length() > MOST_CHARS) {
      return Optional.empty();
    }
    Optional<byte[]> packed = seal.open(value);
    if (packed.isEmpty()) {
      return Optional.empty();
    }
    try {
      String plain = new String(unpack(packed.get()), StandardCharsets.UTF_8);
      int end = plain.indexOf('\n');
      Instant written = Instant.ofEpochSecond(Long.parseLong(plain.substring(0, Math.max(0, end))));
      return written.plus(LIFE).isBefore(clock.instant())
          ? Optional.empty()
          : Optional.of(new AnswersText(knowledge).read(plain.substring(end + 1)));
    } catch (IllegalArgumentException | DataFormatException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] pack(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[MOST_CHARS];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    }
  }

  private static byte[] unpack(byte[] packed) throws DataFormatException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] plain = new byte[MOST_BYTES];
      int length = inflater.inflate(plain);
      return Arrays.copyOf(plain, length);
    }
  }
}
