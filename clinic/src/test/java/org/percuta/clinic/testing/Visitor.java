package org.percuta.clinic.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript: keeps cookies and sends forms with their token. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** A machine may be busy with other tests; nothing here is about speed. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String base;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private String token = "";
  private String tokenCookie = "";

  /** Stays where it is sent away from, and sees the redirect. */
  public Visitor(String base) {
    this(base, HttpClient.Redirect.NEVER);
  }

  private Visitor(String base, HttpClient.Redirect redirect) {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(redirect)
            .connectTimeout(PATIENCE)
            .build();
  }

  /** Goes where it is sent, as a browser does. */
  public static Visitor following(String base) {
    return new Visitor(base, HttpClient.Redirect.NORMAL);
  }

  /**
   * What came back.
   *
   * @param path of the page that answered, after redirects if they were followed
   * @param location where a redirect leads, without the address of the application
   */
  public record Answer(
      int status, String path, String body, Optional<String> location, HttpResponse<String> raw) {

    public String type() {
      return raw.headers().firstValue("Content-Type").orElse("");
    }

    public boolean says(String words) {
      return text().contains(words);
    }

    /** The page without its tags, with single spaces. */
    public String text() {
      return body.replaceAll("<[^>]*>", " ")
          .replace("&#39;", "'")
          .replace("&#34;", "\"")
          .replace("&amp;", "&")
          .replaceAll("\\s+", " ");
    }
  }

  public Visitor withSession(String secret) {
    return withCookie("percuta_session", secret);
  }

  public Visitor withCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
    return this;
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  public Answer get(String path, String... headers) {
    HttpRequest.Builder request = request(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Sends a form with the token of the last page that had one. */
  public Answer post(String path, Map<String, String> fields) {
    return postWithoutToken(path, withToken(fields));
  }

  public Answer postWithoutToken(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a form with a file in the field {@code file}. */
  public Answer upload(String path, String name, byte[] content, Map<String, String> fields) {
    String line = "----percuta-" + content.length + "-" + System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    withToken(fields)
        .forEach((field, value) ->
            body.writeBytes(
                ("--"
                        + line
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--"
                + line
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + line)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** The raw answer, for what is saved and not shown. */
  public HttpResponse<byte[]> save(String path) {
    return exchange(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private Map<String, String> withToken(Map<String, String> fields) {
    if (token.isEmpty() || !tokenCookie.equals(tokenCookieNow())) {
      Answer page = get("/sign-in");
      if (page.status() == 302) {
        get("/account/password");
      }
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", token);
    return all;
  }

  /** A token belongs to its cookie, which signing in or out may change. */
  private String tokenCookieNow() {
    return cookies().stream()
        .filter(cookie -> cookie.getName().equals("percuta_csrf"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
      tokenCookie = tokenCookieNow();
    }
    return new Answer(
        response.statusCode(),
        response.uri().getPath(),
        response.body(),
        response.headers().firstValue("location").map(where -> where.replace(base, "")),
        response);
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> how) {
    try {
      return client.send(request.build(), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
