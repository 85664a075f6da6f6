package org.percuta.clinic.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.postgres.EmbeddedPostgres;
import org.percuta.clinic.platform.postgres.PostgresStartException;
import org.percuta.clinic.platform.postgres.Roles;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;

/** Where the database is and the two log-ins to it; runs the bundled server if that is the one. */
public final class DatabaseAccess implements AutoCloseable {

  private static final String ADDRESS = "jdbc:postgresql:";

  private final String url;
  private final Login owner;
  private final Login application;
  private final Secrets secrets;
  private final @Nullable EmbeddedPostgres embedded;

  private DatabaseAccess(
      String url,
      Login owner,
      Login application,
      Secrets secrets,
      @Nullable EmbeddedPostgres embedded) {
    this.url = url;
    this.owner = owner;
    this.application = application;
    this.secrets = secrets;
    this.embedded = embedded;
  }

  /** A role and its password. */
  public record Login(String role, String password) {
    @Override
    public String toString() {
      return "Login[" + role + "]";
    }
  }

  static DatabaseAccess open(ServerSettings settings) {
    ServerSettings.Database database = settings.database();
    String url = database.url();
    if (url != null) {
      if (!url.startsWith(ADDRESS)) {
        throw new PostgresStartException(
            "'" + url + "' is not the address of a database. Maybe " + ADDRESS + "//host/percuta?");
      }
      return new DatabaseAccess(
          url,
          new Login(database.owner(), required(database.ownerPassword(), "OWNERPASSWORD")),
          new Login(
              database.application(),
              required(database.applicationPassword(), "APPLICATIONPASSWORD")),
          Secrets.in(settings.data()),
          null);
    }
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(settings.data(), settings.programsFolder(), Progress::say);
    return bundled(postgres.jdbcUrl(), Secrets.in(settings.data()), postgres);
  }

  /**
   * The database of an installation as it is, for a command beside the application: of one that
   * runs if it does, otherwise started for as long as this is open. Makes and migrates nothing.
   */
  static DatabaseAccess attach(ServerSettings settings) {
    Path data = settings.data();
    if (settings.database().url() != null) {
      return open(settings);
    }
    if (!EmbeddedPostgres.existsIn(data)) {
      throw new PostgresStartException(
          "There is no database in " + data.toAbsolutePath() + ". Maybe another --data DIR?");
    }
    return EmbeddedPostgres.runningElsewhere(data)
        .map(url -> bundled(url, Secrets.in(data), null))
        .orElseGet(() -> open(settings));
  }

  private static DatabaseAccess bundled(
      String url, Secrets secrets, @Nullable EmbeddedPostgres postgres) {
    return new DatabaseAccess(
        url,
        new Login(Roles.OWNER, secrets.get(Roles.OWNER_SECRET)),
        new Login(Roles.APPLICATION, secrets.get(Roles.APPLICATION_SECRET)),
        secrets,
        postgres);
  }

  private static String required(@Nullable String password, String name) {
    if (password == null || password.isEmpty()) {
      throw new PostgresStartException(
          "A database server needs the password of each of its two roles in the environment:"
              + " PERCUTA_DATABASE_"
              + name
              + " is not set. Make the roles once, as a superuser:\n"
              + "  create role percuta_owner login password '…';\n"
              + "  create role percuta_app login nobypassrls password '…';\n"
              + "  create database percuta owner percuta_owner;");
    }
    return password;
  }

  public String url() {
    return url;
  }

  public Login owner() {
    return owner;
  }

  public Login application() {
    return application;
  }

  /** The secrets kept beside the data. */
  public Secrets secrets() {
    return secrets;
  }

  /**
   * Has the planner know what the tables hold now. The database finds out by itself, but minutes
   * after they were filled.
   */
  public void analyze() {
    try (Connection connection = DriverManager.getConnection(url, owner.role(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    } catch (SQLException e) {
      throw new PostgresStartException(
          "The database at " + url + " cannot be analysed: " + e.getMessage(), e);
    }
  }

  /** The bundled server's process, if it is the one used. */
  public @Nullable Long serverProcess() {
    return embedded == null ? null : embedded.pid();
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
