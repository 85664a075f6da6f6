package org.percuta.clinic.platform.database;

import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.postgres.EmbeddedPostgres;
import org.percuta.clinic.platform.postgres.PostgresStartException;
import org.percuta.clinic.platform.postgres.Roles;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;

/** Where the database is and the two log-ins to it; runs the bundled server if that is the one. */
public final class DatabaseAccess implements AutoCloseable {

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
    Secrets secrets = Secrets.in(settings.data());
    return new DatabaseAccess(
        postgres.jdbcUrl(),
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
