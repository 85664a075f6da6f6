package org.percuta.clinic.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.percuta.clinic.platform.postgres.PostgresStartException;

/** Refuses to serve with a role that could see past row-level security. */
final class ApplicationRole {

  private static final String QUERY =
      """
      select current_user,
             rolsuper or rolbypassrls as bypasses,
             exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and pg_has_role(c.relowner, 'usage')) as owns
      from pg_roles where rolname = current_user\
      """;

  private ApplicationRole() {}

  static void verify(DataSource pool) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      if (row.getBoolean("bypasses") || row.getBoolean("owns")) {
        throw new PostgresStartException(
            "The application's database role "
                + row.getString("current_user")
                + " can see past row-level security (superuser, BYPASSRLS, or owner of a table)."
                + " Use one that cannot: create role percuta_app login nobypassrls password '…';");
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new PostgresStartException("Cannot check the database role: " + e.getMessage(), e);
    }
  }
}
