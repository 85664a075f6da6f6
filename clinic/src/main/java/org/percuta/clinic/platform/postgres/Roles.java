package org.percuta.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.percuta.clinic.platform.settings.Secrets;

/**
 * The two log-in roles of a database: the owner, who migrates it, and the application, which owns
 * nothing and cannot bypass row-level security. The superuser is used here and nowhere else.
 */
public final class Roles {

  public static final String DATABASE = "percuta";
  public static final String OWNER = "percuta_owner";
  public static final String APPLICATION = "percuta_app";
  public static final String OWNER_SECRET = "database.owner";
  public static final String APPLICATION_SECRET = "database.application";

  private Roles() {}

  static void ensure(Path database, int port, Secrets secrets) {
    Path done = database.resolve("percuta.roles");
    if (Files.exists(done)) {
      return;
    }
    try (Connection connection =
            DriverManager.getConnection(
                url(port, "postgres"), Cluster.SUPERUSER, secrets.get("database.superuser"));
        Statement statement = connection.createStatement()) {
      role(statement, OWNER, secrets.get(OWNER_SECRET));
      role(statement, APPLICATION, secrets.get(APPLICATION_SECRET));
      if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + OWNER);
      }
      statement.execute("revoke all on database " + DATABASE + " from public");
      statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
      Files.createFile(done);
    } catch (SQLException e) {
      throw new PostgresStartException("Cannot create the database's roles: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String url(int port, String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** The password is ours, of URL-safe Base64, so it needs no quoting. */
  private static void role(Statement statement, String name, String password) throws SQLException {
    String verb =
        exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")
            ? "alter"
            : "create";
    statement.execute(
        verb
            + " role "
            + name
            + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
            + password
            + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
