package org.percuta.clinic.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.testing.ClinicAppTest;
import org.springframework.boot.SpringApplication;

/** Starts that cannot succeed, each told in a sentence. */
class StartFailureTest extends ClinicAppTest {

  @TempDir private Path data;

  @Test
  void anAddressOfAnotherKindIsNamed() {
    assertThat(reason("--percuta.database.url=postgres:percuta"))
        .isEqualTo(
            "'postgres:percuta' is not the address of a database."
                + " Maybe jdbc:postgresql://host/percuta?");
  }

  @Test
  void aServerNeedsThePasswordsOfBothRoles() {
    assertThat(reason("--percuta.database.url=" + database.url()))
        .contains("PERCUTA_DATABASE_OWNERPASSWORD is not set");
  }

  @Test
  void aWrongPasswordIsNamedWithTheRole() {
    assertThat(
            reason(
                "--percuta.database.url=" + database.url(),
                "--percuta.database.owner-password=wrong",
                "--percuta.database.application-password=wrong"))
        .contains(database.url())
        .contains("password authentication failed for user \"percuta_owner\"");
  }

  @Test
  void aTakenPortIsNamedWithTheNextOne() {
    assertThat(
            reason(
                "--server.port=" + port,
                "--percuta.database.url=" + database.url(),
                "--percuta.database.owner-password=" + database.owner().password(),
                "--percuta.database.application-password=" + database.application().password()))
        .isEqualTo(
            "Port " + port + " is in use by another program. Maybe --port " + (port + 1) + "?");
  }

  private String reason(String... settings) {
    String[] arguments = java.util.Arrays.copyOf(settings, settings.length + 1);
    arguments[settings.length] = "--percuta.data=" + data;
    StringBuilder reason = new StringBuilder();
    assertThatThrownBy(() -> SpringApplication.run(ClinicApplication.class, arguments))
        .satisfies(e -> reason.append(StartFailure.reason(e)));
    return reason.toString();
  }
}
