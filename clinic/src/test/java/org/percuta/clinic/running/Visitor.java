package org.percuta.clinic.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, cookies and all, but no JavaScript. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http;
  private final String address;
  private String csrf = "";

  private Visitor(String address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** What came back, after redirects. */
  public record Answer(int status, String path, String body, String type) {

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

  public static Visitor unknown(String address) {
    return new Visitor(address);
  }

  static Visitor signedIn(String address, String email) {
    Visitor visitor = new Visitor(address);
    visitor.get("/sign-in");
    Answer answer =
        visitor.post("/sign-in", Map.of("email", email, "password", RunningClinic.PASSWORD));
    if (answer.status() != 200 || answer.path().equals("/sign-in")) {
      throw new IllegalStateException("Could not sign in as " + email + ": " + answer.text());
    }
    return visitor;
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
  }

  public Answer post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", csrf);
    String body =
        all.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Sends a form with a file in the field {@code file}. */
  public Answer upload(String path, String name, byte[] content, Map<String, String> fields) {
    String line = "----percuta-" + content.length + "-" + System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", csrf);
    all.forEach((field, value) ->
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
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "multipart/form-data; boundary=" + line)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  /** The raw answer, for what is saved and not shown. */
  public HttpResponse<byte[]> save(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      Matcher token = TOKEN.matcher(response.body());
      if (token.find()) {
        csrf = token.group(1);
      }
      return new Answer(
          response.statusCode(),
          response.uri().getPath(),
          response.body(),
          response.headers().firstValue("Content-Type").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
