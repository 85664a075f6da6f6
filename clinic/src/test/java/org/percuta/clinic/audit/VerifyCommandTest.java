package org.percuta.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.TestFolders;
import org.springframework.core.env.Environment;

/** The command beside the running application. */
class VerifyCommandTest extends ClinicAppTest {

  private final Audit audit = bean(Audit.class);

  private final Path data = Path.of(bean(Environment.class).getRequiredProperty("percuta.data"));

  private record Answer(int exit, String text) {}

  @Test
  void aChangedEntryEndsWithExitFourAndIsNamed() throws SQLException {
    ClinicId clinic = accounts.createClinic("verify-command", "Clinic Verbena", "Europe/Rome");
    Actor actor = Actor.system(clinic, "Zoë");
    for (int i = 0; i < 3; i++) {
      transactions.run(
          clinic, () -> audit.record(actor, Audit.Action.READ, "patient:x", null, "one"));
    }
    assertThat(verify(data).text()).contains("Clinic Verbena: 3 entries, intact; last hash ");

    tamper(
        "update audit_entry set detail = 'another' where clinic_id = '" + clinic + "' and seq = 2");
    Answer found = verify(data);
    tamper("update audit_entry set detail = 'one' where clinic_id = '" + clinic + "' and seq = 2");

    assertThat(found.exit()).isEqualTo(4);
    assertThat(found.text())
        .contains("Clinic Verbena: 3 entries, NOT INTACT")
        .contains("Entry 2 was changed after it was written.");
  }

  @Test
  void aFolderWithoutADatabaseIsNotMadeIntoOne(@TempDir Path empty) {
    Answer answer = verify(empty);

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.text()).contains("There is no database in " + empty);
    assertThat(empty).isEmptyDirectory();
  }

  private static Answer verify(Path data) {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      int exit =
          VerifyCommand.run("--percuta.data=" + data, "--percuta.programs=" + TestFolders.PROGRAMS);
      return new Answer(exit, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
    }
  }

  private void tamper(String statement) throws SQLException {
    try (Connection connection = superuser();
        Statement change = connection.createStatement()) {
      change.execute("set session_replication_role = replica");
      change.execute(statement);
    }
  }
}
