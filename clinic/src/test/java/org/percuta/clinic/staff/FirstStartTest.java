package org.percuta.clinic.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.springframework.boot.DefaultApplicationArguments;

class FirstStartTest extends ClinicAppTest {

  private final FirstStart start = bean(FirstStart.class);

  @Test
  void theFirstPasswordIsSaidAtEveryStartUntilItIsChangedAndOpensTheClinic() {
    String said = startAgain();
    String password = said.replaceFirst("(?s).*password: (\\S+).*", "$1");
    Visitor owner = visitor();

    owner.post("/sign-in", Map.of("email", "owner@example.org", "password", password));
    assertThat(owner.get("/today").location()).contains("/account/password");
    owner.post(
        "/account/password",
        Map.of("current", password, "password", "four new words", "again", "four new words"));

    assertThat(owner.get("/today").status()).isEqualTo(200);
    assertThat(startAgain()).doesNotContain("password").contains("Percuta is ready");
  }

  private String startAgain() {
    PrintStream terminal = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      start.afterSingletonsInstantiated();
      start.run(new DefaultApplicationArguments());
    } finally {
      System.setOut(terminal);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
