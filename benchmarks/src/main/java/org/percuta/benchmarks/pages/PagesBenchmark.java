package org.percuta.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Loads a running Percuta with members of staff who open pages and pause between them. The method
 * is in {@code docs/performance/pages.md}.
 */
public final class PagesBenchmark {

  private static final int OK = 200;

  private final String address;
  private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

  private PagesBenchmark(String address) {
    this.address = address;
  }

  /** A page, and how often of a hundred it is opened. */
  private record PageKind(String name, int weight) {}

  private static final List<PageKind> PAGES =
      List.of(
          new PageKind("patients", 12),
          new PageKind("patients, a later page", 6),
          new PageKind("patients, searched", 14),
          new PageKind("patient", 20),
          new PageKind("courses", 8),
          new PageKind("course", 8),
          new PageKind("appointments", 6),
          new PageKind("calendar, day", 10),
          new PageKind("calendar, week", 8),
          new PageKind("today", 5),
          new PageKind("waiting", 3));

  /**
   * Arguments: data directory, port, users, pause in milliseconds, seconds of warm-up, seconds
   * measured.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    if (arguments.length != 6) {
      System.err.println("Usage: PagesBenchmark DATA PORT USERS PAUSE_MS WARM_UP_S MEASURED_S");
      System.exit(2);
    }
    int users = Integer.parseInt(arguments[2]);
    Duration pause = Duration.ofMillis(Long.parseLong(arguments[3]));
    PagesBenchmark benchmark = new PagesBenchmark("http://localhost:" + arguments[1]);
    List<String> tokens;
    try (LargeClinic clinic = new LargeClinic(Path.of(arguments[0]))) {
      long began = System.nanoTime();
      boolean made = clinic.seed();
      System.out.println(
          made
              ? "seeded in " + (System.nanoTime() - began) / 1_000_000_000 + " s"
              : "seeded before");
      tokens = clinic.signIn(users);
    }
    benchmark.run(tokens, pause, Duration.ofSeconds(Long.parseLong(arguments[4])));
    benchmark.nanos.clear();
    benchmark.errors.clear();
    Duration measured = Duration.ofSeconds(Long.parseLong(arguments[5]));
    benchmark.run(tokens, pause, measured);
    benchmark.report(users, pause, measured);
  }

  private void run(List<String> tokens, Duration pause, Duration length)
      throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (int user = 0; user < tokens.size(); user++) {
        Random chance = new Random(user);
        String token = tokens.get(user);
        working.add(
            users.submit(() -> {
              while (System.nanoTime() < end) {
                open(http, token, chance);
                pause(pause, chance);
              }
            }));
      }
      for (Future<?> one : working) {
        try {
          one.get();
        } catch (java.util.concurrent.ExecutionException e) {
          errors.add(String.valueOf(e.getCause()));
        }
      }
    }
  }

  /** Between half and one and a half of the pause, so that users do not march in step. */
  private static void pause(Duration pause, Random chance) {
    try {
      Thread.sleep((long) (pause.toMillis() * (0.5 + chance.nextDouble())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(HttpClient http, String token, Random chance) {
    PageKind page = choose(chance);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path(page.name(), chance)))
            .header("Cookie", "percuta_session=" + token)
            .timeout(Duration.ofSeconds(30))
            .build();
    long began = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      nanos
          .computeIfAbsent(page.name(), _ -> new ConcurrentLinkedQueue<>())
          .add(System.nanoTime() - began);
      if (response.statusCode() != OK) {
        errors.add(page.name() + " " + response.statusCode());
      }
    } catch (IOException e) {
      errors.add(page.name() + " " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PageKind choose(Random chance) {
    int point = chance.nextInt(PAGES.stream().mapToInt(PageKind::weight).sum());
    for (PageKind page : PAGES) {
      point -= page.weight();
      if (point < 0) {
        return page;
      }
    }
    return PAGES.getLast();
  }

  private static String path(String page, Random chance) {
    int course = chance.nextInt(LargeClinic.COURSES);
    String patient = "/patients/" + LargeClinic.id(4, 1 + course % LargeClinic.PATIENTS);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(chance.nextInt(60) - 30L);
    return switch (page) {
      case "patients" -> "/patients";
      case "patients, a later page" -> "/patients?page=" + (2 + chance.nextInt(190));
      case "patients, searched" ->
          "/patients?q="
              + List.of("thi", "amara", "juniper%2077", "1987-0", "zof").get(chance.nextInt(5));
      case "patient" -> patient;
      case "courses" -> patient + "/courses";
      case "course" -> patient + "/courses/" + LargeClinic.id(5, course);
      case "appointments" -> patient + "/appointments";
      case "calendar, day" -> "/calendar?day=" + day;
      case "calendar, week" -> "/calendar/week?day=" + day;
      case "today" -> "/today";
      case "waiting" -> "/waiting";
      default -> throw new IllegalArgumentException(page);
    };
  }

  @SuppressWarnings("SystemOut")
  private void report(int users, Duration pause, Duration measured) {
    int all = nanos.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
    System.out.printf(
        Locale.ROOT,
        "%d users, pause about %d ms, %d s: %d pages, %.1f a second%n%n",
        users,
        pause.toMillis(),
        measured.toSeconds(),
        all,
        all / (double) measured.toSeconds());
    System.out.println("| page | n | p50 ms | p95 ms | p99 ms |\n|---|--:|--:|--:|--:|");
    Map<String, List<Long>> sorted = new TreeMap<>();
    nanos.forEach((page, times) -> sorted.put(page, times.stream().sorted().toList()));
    sorted.forEach((page, times) ->
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f | %.1f |%n",
            page,
            times.size(),
            at(times, 0.50),
            at(times, 0.95),
            at(times, 0.99)));
    System.out.println("\nerrors: " + errors.size());
    errors.stream().distinct().limit(10).forEach(error -> System.out.println("  " + error));
  }

  /** The smallest time that this part of all did not exceed, in ms. */
  private static double at(List<Long> sorted, double part) {
    int rank = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.max(0, rank)) / 1e6;
  }
}
