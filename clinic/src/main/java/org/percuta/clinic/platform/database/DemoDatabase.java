package org.percuta.clinic.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.percuta.clinic.platform.postgres.PostgresStartException;

/** Keeps demonstrations and real clinics apart, before a start writes anything. */
final class DemoDatabase {

  private DemoDatabase() {}

  /** What a database holds. */
  enum Holds {
    NOTHING,
    REAL,
    DEMO,
    /** A demonstration whose filling was cut short. */
    PART_OF_A_DEMO
  }

  /**
   * Looks without writing.
   *
   * @throws PostgresStartException when a demonstration is asked for on a real clinic's database,
   *     or the other way round
   */
  static Holds check(DatabaseAccess access, boolean demo) {
    Holds holds = look(access);
    if (demo && holds == Holds.REAL) {
      throw new PostgresStartException(
          "A real clinic is kept here, so it is not filled with fictional people; nothing was"
              + " written. Maybe --data with an empty folder?");
    }
    if (!demo && (holds == Holds.DEMO || holds == Holds.PART_OF_A_DEMO)) {
      throw new PostgresStartException(
          "A demonstration with fictional people is kept here, so no real clinic works on it. Maybe"
              + " --demo, or --data with another folder?");
    }
    return holds;
  }

  private static Holds look(DatabaseAccess access) {
    try (Connection owner =
            DriverManager.getConnection(
                access.url(), access.owner().role(), access.owner().password());
        Statement statement = owner.createStatement()) {
      // Clinics and the mark are open to reading before a clinic is known; people are not.
      if (!is(statement, "to_regclass('clinic') is not null")
          || !is(statement, "exists (select 1 from clinic)")) {
        return Holds.NOTHING;
      }
      if (!is(statement, "to_regclass('demo') is not null")
          || !is(statement, "exists (select 1 from demo)")) {
        return Holds.REAL;
      }
      return is(statement, "exists (select 1 from demo where filled_at is not null)")
          ? Holds.DEMO
          : Holds.PART_OF_A_DEMO;
    } catch (SQLException e) {
      throw new PostgresStartException(
          "The database at " + access.url() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean is(Statement statement, String condition) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select " + condition)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
