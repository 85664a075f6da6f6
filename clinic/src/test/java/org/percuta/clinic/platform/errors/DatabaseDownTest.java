package org.percuta.clinic.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** The database stops answering: pages say so soon, and work again when it does. */
class DatabaseDownTest extends ClinicAppTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void whileTheDatabaseHangsPagesSaySoAndWritesResumeAfterwards() throws Exception {
    ClinicId clinic = newClinic();
    Visitor owner = signedIn(clinic, Role.OWNER);
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String record = "/patients/" + patient;
    assertThat(owner.get(record).status()).isEqualTo(200);

    signalServer("STOP");
    try {
      for (String page : List.of("/patients", record, "/today")) {
        long began = System.nanoTime();
        Visitor.Answer answer = owner.get(page);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(page).isLessThan(LIMIT);
        assertThat(answer.status()).as(page).isEqualTo(503);
        assertThat(answer.body()).contains("The database is not answering");
      }
      assertThat(owner.get("/ready").status()).isEqualTo(503);
      assertThat(owner.get("/health").status()).isEqualTo(200);
      assertThat(owner.get("/").status()).as("the start page still has the caller").isIn(200, 503);
    } finally {
      signalServer("CONT");
    }

    assertThat(ready()).isTrue();
    Visitor.Answer written =
        owner.post(record + "/facts", Map.of("fact", "smoking", "answer", "NO"));
    assertThat(written.status()).isEqualTo(302);
  }

  @Test
  void whenTheServerIsKilledItComesBackAndSoDoWrites() {
    ClinicId clinic = newClinic();
    Visitor owner = signedIn(clinic, Role.OWNER);
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");

    ProcessHandle killed = ProcessHandle.of(server()).orElseThrow();
    killed.destroyForcibly();
    killed.onExit().join();

    assertThat(ready()).isTrue();
    assertThat(owner.get("/patients/" + patient).body()).contains("Giulia Rossi");
  }

  /** Ready twice in a row, as the first answer may come from a server about to go. */
  private boolean ready() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int inARow = 0;
    while (System.nanoTime() < end) {
      inARow = visitor().get("/ready").status() == 200 ? inARow + 1 : 0;
      if (inARow == 3) {
        return true;
      }
    }
    return false;
  }

  private long server() {
    Long pid = database.serverProcess();
    if (pid == null) {
      throw new IllegalStateException("These tests run on the bundled server.");
    }
    return pid;
  }

  private void signalServer(String signal) throws IOException, InterruptedException {
    ProcessHandle server = ProcessHandle.of(server()).orElseThrow();
    for (ProcessHandle one : Stream.concat(Stream.of(server), server.descendants()).toList()) {
      int code =
          new ProcessBuilder("kill", "-" + signal, Long.toString(one.pid())).start().waitFor();
      assertThat(code).isIn(0, 1);
    }
  }
}
