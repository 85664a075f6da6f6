package org.percuta.clinic.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.testing.TestFolders;

class EmbeddedPostgresTest {

  @Test
  void whatIsWrittenIsThereAfterAStopAndTheSettingsAreDurable() throws SQLException {
    Path data = TestFolders.fresh("kept");
    try (EmbeddedPostgres first = start(data)) {
      execute(first, data, "create table note (text text); insert into note values ('kept')");
    }
    try (EmbeddedPostgres second = start(data)) {
      assertThat(query(second, data, "select text from note")).isEqualTo("kept");
      for (String setting :
          List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertThat(query(second, data, "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(query(second, data, "show password_encryption")).isEqualTo("scram-sha-256");
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndTheSecretsAreTheOwnersOnly() throws IOException {
    Path data = TestFolders.fresh("secrets");
    try (EmbeddedPostgres postgres = start(data)) {
      for (String password : List.of("", "guess")) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(postgres.jdbcUrl(), Roles.OWNER, password))
            .isInstanceOf(SQLException.class);
      }
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
          .isEqualTo("rw-------");
      assertThat(Files.exists(data.resolve("initdb.password"))).isFalse();
    }
  }

  @Test
  void aSecondStartOnTheSameDirectoryIsRefusedAndTheFirstCarriesOn() throws SQLException {
    Path data = TestFolders.fresh("second");
    try (EmbeddedPostgres first = start(data)) {
      assertThatThrownBy(() -> start(data))
          .isInstanceOf(PostgresStartException.class)
          .hasMessageContaining("in use by another Percuta")
          .hasMessageContaining("--data DIR");
      assertThat(query(first, data, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void theServerOfAKilledPercutaIsStoppedAndReplaced() throws Exception {
    Path data = TestFolders.fresh("orphan");
    Process killed = ChildProcess.start(HoldOpen.class, data.toString());
    String orphan = ChildProcess.awaitLine(killed, "open ").substring("open ".length());
    killed.destroyForcibly().waitFor();
    assertThat(ServerProcesses.workingIn(data.resolve("database"))).contains(Long.valueOf(orphan));

    List<String> said = new ArrayList<>();
    try (EmbeddedPostgres next = EmbeddedPostgres.start(data, TestFolders.PROGRAMS, said::add)) {
      assertThat(said)
          .anyMatch(line -> line.contains("process " + orphan) && line.contains("stopping it"));
      assertThat(next.pid()).isNotEqualTo(Long.parseLong(orphan));
      assertThat(query(next, data, "select text from held")).isEqualTo("kept");
    }
  }

  @Test
  void aPidFileThatNamesAStrangerIsNoServerAndTheStrangerLives() throws Exception {
    Path data = TestFolders.fresh("stranger");
    try (EmbeddedPostgres first = start(data)) {
      execute(first, data, "create table note (text text)");
    }
    Process stranger = ChildProcess.start(Stranger.class);
    ChildProcess.awaitLine(stranger, "here");
    Files.writeString(
        data.resolve("database/postmaster.pid"),
        stranger.pid() + "\n" + data + "\n1700000000\n5432\n\n127.0.0.1\n  1 2\nready\n");

    long began = System.nanoTime();
    try (EmbeddedPostgres next = start(data)) {
      assertThat(query(next, data, "select count(*) from note")).isEqualTo("0");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aServerThatDiesIsStartedAgainOnTheSamePort() throws Exception {
    Path data = TestFolders.fresh("dies");
    try (EmbeddedPostgres postgres = start(data)) {
      String url = postgres.jdbcUrl();
      execute(postgres, data, "create table note (text text); insert into note values ('kept')");
      long old = postgres.pid();

      ProcessHandle.of(old).orElseThrow().destroyForcibly();

      assertThat(Wait.until(Duration.ofSeconds(30), () -> postgres.pid() != old)).isTrue();
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
      assertThat(query(postgres, data, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void aHalfMadeDatabaseIsMadeAnew() throws Exception {
    Path data = TestFolders.fresh("half");
    Files.createDirectories(data.resolve("database.new/base"));
    Files.writeString(data.resolve("database.new/PG_VERSION"), "18");
    try (EmbeddedPostgres postgres = start(data)) {
      assertThat(query(postgres, data, "select 1")).isEqualTo("1");
    }
  }

  /** Keeps a database open until it is killed. */
  static final class HoldOpen {
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
      Path data = Path.of(arguments[0]);
      EmbeddedPostgres postgres = start(data);
      execute(postgres, data, "create table held (text text); insert into held values ('kept')");
      System.out.println("open " + postgres.pid());
      System.in.read();
    }
  }

  /** A process that has nothing to do with PostgreSQL. */
  static final class Stranger {
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
      System.out.println("here");
      System.in.read();
    }
  }

  private static EmbeddedPostgres start(Path data) {
    return EmbeddedPostgres.start(data, TestFolders.PROGRAMS, line -> {});
  }

  private static void execute(EmbeddedPostgres postgres, Path data, String statement)
      throws SQLException {
    try (Connection connection = connect(postgres, data);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private static String query(EmbeddedPostgres postgres, Path data, String query)
      throws SQLException {
    try (Connection connection = connect(postgres, data);
        Statement run = connection.createStatement();
        ResultSet rows = run.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres, Path data) throws SQLException {
    String password = Secrets.in(data).get(Roles.OWNER_SECRET);
    return DriverManager.getConnection(postgres.jdbcUrl(), Roles.OWNER, password);
  }
}
