package org.percuta.clinic.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.testing.TestFolders;

/** Nothing acknowledged is lost: kill -9 of application and database in a storm of writes. */
class KillDuringWritesTest {

  private static final int WRITERS = 4;
  private static final int ENOUGH = 400;
  private static final int ROWS_A_WRITE = 3;

  @Test
  void everyAcknowledgedWriteIsThereWholeAfterBothAreKilled() throws Exception {
    Path data = TestFolders.fresh("storm");
    Path said = data.resolve("said");
    Process storm = ChildProcess.startSaying(said, Storm.class, data.toString());
    assertThat(Wait.until(Duration.ofSeconds(60), () -> acknowledged(said).size() >= ENOUGH))
        .isTrue();
    List<Long> servers = ServerProcesses.workingIn(data.resolve("database"));

    storm.destroyForcibly();
    servers.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    storm.waitFor();
    Set<Long> acknowledged = acknowledged(said);

    try (EmbeddedPostgres again = start(data);
        Connection connection = connect(again, data);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select write, count(*) from storm group by write")) {
      Set<Long> found = new HashSet<>();
      while (rows.next()) {
        assertThat(rows.getInt(2)).as("rows of write %d", rows.getLong(1)).isEqualTo(ROWS_A_WRITE);
        found.add(rows.getLong(1));
      }
      assertThat(found).containsAll(acknowledged);
    }
  }

  /** The last line may be cut short by the kill; then it acknowledged nothing. */
  private static Set<Long> acknowledged(Path said) {
    try {
      Set<Long> writes = new HashSet<>();
      for (String line : Files.readAllLines(said)) {
        if (line.length() == Storm.WIDTH) {
          writes.add(Long.valueOf(line));
        }
      }
      return writes;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Writes as fast as it can and says each write that was acknowledged. */
  static final class Storm {

    static final int WIDTH = 12;

    @SuppressWarnings({"SystemOut", "InfiniteLoopStatement"})
    public static void main(String[] arguments) throws Exception {
      Path data = Path.of(arguments[0]);
      EmbeddedPostgres postgres = start(data);
      try (Connection connection = connect(postgres, data);
          Statement statement = connection.createStatement()) {
        statement.execute("create table storm (write bigint, part int, filler text)");
      }
      for (int writer = 0; writer < WRITERS; writer++) {
        long first = (writer + 1) * 1_000_000L;
        Thread.ofPlatform().start(() -> write(postgres, data, first));
      }
    }

    @SuppressWarnings("SystemOut")
    private static void write(EmbeddedPostgres postgres, Path data, long first) {
      try (Connection connection = connect(postgres, data);
          PreparedStatement insert =
              connection.prepareStatement("insert into storm values (?, ?, repeat('x', 200))")) {
        connection.setAutoCommit(false);
        for (long write = first; ; write++) {
          for (int part = 0; part < ROWS_A_WRITE; part++) {
            insert.setLong(1, write);
            insert.setInt(2, part);
            insert.executeUpdate();
          }
          connection.commit();
          System.out.println(String.format("%0" + WIDTH + "d", write));
        }
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static EmbeddedPostgres start(Path data) {
    return EmbeddedPostgres.start(data, TestFolders.PROGRAMS, line -> {});
  }

  private static Connection connect(EmbeddedPostgres postgres, Path data)
      throws java.sql.SQLException {
    String password = Secrets.in(data).get(Roles.OWNER_SECRET);
    return DriverManager.getConnection(postgres.jdbcUrl(), Roles.OWNER, password);
  }
}
