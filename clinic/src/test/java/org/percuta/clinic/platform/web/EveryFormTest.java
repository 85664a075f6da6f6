package org.percuta.clinic.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.TestFolders;
import org.percuta.clinic.testing.Visitor;

/**
 * Walks every page that links lead to and types wrong things into every form it meets: no answer is
 * a failure of the server, and none shows the inside of one.
 */
class EveryFormTest {

  private static final int MOST_PAGES = 400;
  private static final List<String> NASTY =
      List.of(
          "",
          "-1",
          "NaN",
          "1e400",
          "99999999999999999999",
          "2026-02-30",
          "+999999999-12-31",
          "0000-01-01",
          "25:61",
          "'; drop table patient; --",
          "<script>alert(1)</script>",
          "a\u0000b",
          "\uD800 half a character",
          "\u202Egnitirw thgir",
          "%00%ff..%2f..%2f",
          "é".repeat(20_000));

  /** Its own: what is typed here would stand in the lists that other tests read. */
  private final RunningClinic running = RunningClinic.start(TestFolders.fresh("every-form"));

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void noFormOfAnyPageFailsWhateverIsTyped() {
    UUID patient = running.healthyPatient("Wrongly");
    Visitor clinician = running.as(Role.CLINICIAN);
    Visitor.Answer course =
        clinician.post(
            "/patients/" + patient + "/courses",
            Map.of("concern", "acne-scars", "site", "cheeks", "setting", "CLINIC"));
    assertThat(course.path()).contains("/courses/");

    List<String> failures = new ArrayList<>();
    Map<String, Forms.Form> forms = new TreeMap<>();
    for (Role role : List.of(Role.OWNER, Role.CLINICIAN)) {
      walk(
          running.as(role),
          List.of("/today", "/", course.path(), "/patients/" + patient),
          forms,
          failures);
    }
    assertThat(forms).as("forms found").hasSizeGreaterThan(25);

    Map<String, Visitor> owners = new LinkedHashMap<>();
    forms.values().forEach(form -> attack(form, owners, failures));

    assertThat(failures).isEmpty();
  }

  private void walk(
      Visitor visitor, List<String> start, Map<String, Forms.Form> forms, List<String> failures) {
    Deque<String> waiting = new ArrayDeque<>(start);
    Set<String> seen = new HashSet<>();
    int pages = 0;
    while (!waiting.isEmpty() && pages < MOST_PAGES) {
      String address = waiting.poll();
      if (!seen.add(Forms.general(address)) || address.startsWith("/understand/claims/")) {
        continue;
      }
      pages++;
      Visitor.Answer page = visitor.get(address);
      check("GET " + address, page, failures);
      if (page.type().startsWith("text/html")) {
        Forms.of(page.path(), page.body()).forEach(form -> forms.putIfAbsent(form.kind(), form));
        waiting.addAll(Forms.links(page.body()));
      }
    }
  }

  private void attack(Forms.Form form, Map<String, Visitor> visitors, List<String> failures) {
    if (form.action().equals("/sign-out")) {
      return;
    }
    Visitor owner = visitors.computeIfAbsent("owner", _ -> running.as(Role.OWNER));
    Visitor clinician = visitors.computeIfAbsent("clinician", _ -> running.as(Role.CLINICIAN));
    for (String nasty : NASTY) {
      Map<String, String> all = new LinkedHashMap<>();
      form.fields().keySet().forEach(name -> all.put(name, nasty));
      send(form, all, owner, failures);
      send(form, all, clinician, failures);
    }
    // One wrong field among right ones goes past the first check.
    for (String field : form.fields().keySet()) {
      for (String nasty : NASTY) {
        Map<String, String> one = new LinkedHashMap<>(form.fields());
        one.put(field, nasty);
        send(form, one, owner, failures);
      }
    }
  }

  private static void send(
      Forms.Form form, Map<String, String> fields, Visitor visitor, List<String> failures) {
    if (form.method().equals("post")) {
      check(
          "POST " + form.kind() + " " + brief(fields),
          visitor.post(form.action(), fields),
          failures);
    } else {
      StringBuilder query = new StringBuilder(form.action()).append('?');
      fields.forEach((name, value) ->
          query
              .append(name)
              .append('=')
              .append(
                  URLEncoder.encode(
                      value.substring(0, Math.min(value.length(), 500)), StandardCharsets.UTF_8))
              .append('&'));
      check("GET " + form.kind() + " " + brief(fields), visitor.get(query.toString()), failures);
    }
  }

  private static void check(String what, Visitor.Answer answer, List<String> failures) {
    boolean inside =
        answer.body().contains("java.lang.") || answer.body().contains("at org.percuta");
    boolean script =
        answer.type().startsWith("text/html") && answer.body().contains("<script>alert(1)");
    if (answer.status() >= 500 || inside || script) {
      failures.add(
          what
              + " -> "
              + answer.status()
              + (inside ? " shows its inside" : "")
              + (script ? " unescaped" : ""));
    }
  }

  private static String brief(Map<String, String> fields) {
    String text = fields.toString();
    return text.substring(0, Math.min(text.length(), 200));
  }
}
