package org.percuta.clinic.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of docs/clinic/access.md is what the running application does. */
class AccessTableTest extends ClinicAppTest {

  private static final Path TABLE = Path.of("../docs/clinic/access.md");
  private static final int FIRST_ROLE = 3;

  private final RequestMappingHandlerMapping mapping =
      running.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);

  private record Row(String method, String route, boolean visitor, Set<Role> roles) {}

  @Test
  void everyRouteIsInTheTableAndNoRowIsWithoutARoute() throws IOException {
    Set<String> mapped = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .keySet()
        .forEach(info -> {
          Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
          for (String route : info.getPatternValues()) {
            if (methods.isEmpty()) {
              mapped.add("ANY " + route);
            }
            methods.forEach(method -> mapped.add(method + " " + route));
          }
        });

    Set<String> listed = new TreeSet<>();
    rows().forEach(row -> listed.add(row.method() + " " + row.route()));

    assertThat(listed).isEqualTo(mapped);
  }

  @Test
  void everyRouteAnswersEveryRoleAsTheTableSays() throws IOException {
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Walk", "Through", "1990-04-02");
    Map<Role, UUID> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, role == Role.PATIENT ? patient : account(clinic, role));
    }
    List<String> wrong = new ArrayList<>();

    for (Row row : rows()) {
      String path = row.route().replace("{patientId}", patient.toString());
      path = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());

      Visitor.Answer visitor = call(visitor(), row.method(), path);
      boolean sentToSignIn =
          visitor.status() == 302 && visitor.location().orElse("").equals("/sign-in");
      check(wrong, row, "VISITOR", row.visitor(), !sentToSignIn, visitor);

      for (Role role : Role.values()) {
        Visitor one =
            visitor().withSession(sessions.begin(clinic, people.getOrDefault(role, patient), role));
        Visitor.Answer answer = call(one, row.method(), path);
        check(wrong, row, role.name(), row.roles().contains(role), answer.status() != 403, answer);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private UUID account(ClinicId clinic, Role role) {
    String email = UUID.randomUUID() + "@example.org";
    return accounts.create(clinic, email, role.word(), role, "correct horse battery", false);
  }

  private static Visitor.Answer call(Visitor visitor, String method, String path) {
    return method.equals("POST") ? visitor.post(path, Map.of()) : visitor.get(path);
  }

  private static void check(
      List<String> wrong,
      Row row,
      String who,
      boolean expected,
      boolean letIn,
      Visitor.Answer answer) {
    if (expected != letIn || answer.status() >= 500) {
      wrong.add(
          row.method()
              + " "
              + row.route()
              + " as "
              + who
              + ": the table says "
              + (expected ? "in" : "out")
              + ", the answer was "
              + answer.status());
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    Map<Integer, Role> columns = new LinkedHashMap<>();
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.startsWith("|") || line.startsWith("|---")) {
        continue;
      }
      List<String> cells =
          Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
      if (cells.getFirst().equals("Method")) {
        for (Role role : Role.values()) {
          columns.put(cells.indexOf(role.name()), role);
        }
        continue;
      }
      Set<Role> roles = EnumSet.noneOf(Role.class);
      columns.forEach((column, role) -> {
        if (cells.get(column).equals("x")) {
          roles.add(role);
        }
      });
      rows.add(
          new Row(
              cells.get(0),
              cells.get(1).replace("`", ""),
              cells.get(FIRST_ROLE - 1).equals("x"),
              roles));
    }
    return rows;
  }
}
