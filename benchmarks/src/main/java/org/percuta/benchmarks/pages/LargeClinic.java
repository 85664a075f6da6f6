package org.percuta.benchmarks.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A clinic of 10,000 patients, 12,500 courses and 50,000 booked sessions in the bundled database of
 * a data directory, made by SQL: the same every time. The application must have been started on the
 * directory before, so that the tables are there.
 */
final class LargeClinic implements AutoCloseable {

  static final int PATIENTS = 10_000;
  static final int COURSES = 12_500;
  private static final String CLINIC = "00000000-0000-4000-8000-00000000c11c";

  /** In order; each knows the clinic that the transaction names. */
  private static final List<String> SEED =
      List.of(
          "insert into clinic (clinic_id, slug, name, time_zone)"
              + " values (current_clinic(), 'benchmark', 'Benchmark clinic', 'UTC')",
          "insert into staff (clinic_id, staff_id, email, name, role, password_hash)"
              + " select current_clinic(), u(1, i), 'user' || i || '@example.org', 'User ' || i,"
              + " 'PRACTITIONER', 'no password'"
              + " from generate_series(1, 10) i",
          "insert into bookable (clinic_id, bookable_id, kind, name)"
              + " select current_clinic(), u(2, i), 'ROOM', 'Room ' || i from generate_series(1, 10) i"
              + " union all"
              + " select current_clinic(), u(3, i), 'DEVICE', 'Pen ' || i from generate_series(1, 10) i",
          "insert into patient (clinic_id, patient_id, given_name, family_name, birth_date, sex,"
              + " phototype, weight_kg, email, phone)"
              + " select current_clinic(), u(4, i),"
              + " (array['Amara','Kenji','Zofia','Idris','Leila','Mateo','Ingrid','Kwame'])[1 + i % 8],"
              + " (array['Larkmeadow','Thistledown','Juniperley','Foxglover','Quincewood','Nettleby',"
              + "'Cloudberry','Willowmere','Rowanhurst','Sagebrook'])[1 + i / 8 % 10] || ' ' || i,"
              + " date '1950-01-01' + (i * 7919) % 20000, 'FEMALE', 1 + i % 6, 50 + i % 50,"
              + " 'p' || i || '@example.org', '+44 7700 ' || lpad(i::text, 6, '0')"
              + " from generate_series(1, 10000) i",
          "insert into patient_fact (clinic_id, patient_id, fact, answer, said_by, source,"
              + " recorded_by, recorded_at)"
              + " select current_clinic(), u(4, i), f, 'NO', 'The patient', 'STAFF', 'User 1', now()"
              + " from generate_series(1, 10000) i, unnest(array['pregnant','breastfeeding',"
              + "'acne-active','open-wound','skin-infection','cold-sore-active','cold-sore-history',"
              + "'eczema','psoriasis','rosacea','keloid-history','raised-scars','bleeding-disorder',"
              + "'diabetes','blood-thinner','isotretinoin','retinoid-topical','aspirin','ibuprofen',"
              + "'sunburn']) f",
          "insert into course (clinic_id, course_id, patient_id, concern, site, state, state_since,"
              + " asked, template, knowledge_digest, knowledge_version, created_by)"
              + " select current_clinic(), u(5, c), u(4, 1 + c % 10000), 'acne-scars', 'cheeks',"
              + " 'RUNNING', current_date - 400, current_date - 400, 'course-acne-scars', 'benchmark',"
              + " 'benchmark', 'User 1' from generate_series(0, 12499) c",
          // 80 visits a day, from 500 days ago on; the sessions of one course lie 156 days apart.
          "create temporary table visit on commit drop as"
              + " select c, s, k, current_date - 500 + k / 80 as day, k % 10 as who, k % 80 / 10 as slot"
              + " from (select c, s, (s - 1) * 12500 + c as k from generate_series(0, 12499) c,"
              + " generate_series(1, 4) s) one",
          "insert into course_session (clinic_id, course_id, number, optional, planned, earliest,"
              + " latest, state, outcome, reasons, knowledge_digest, screened_at)"
              + " select current_clinic(), u(5, c), s, false, day, day, day,"
              + " case when day < current_date then 'HELD' else 'PLANNED' end, 'permitted', '',"
              + " 'benchmark', now() from visit",
          "insert into appointment (clinic_id, patient_id, kind, course_id, session_number,"
              + " practitioner_id, room_id, device_id, during, numbing_minutes, hands_on_minutes,"
              + " set_up_minutes, state, knowledge_digest, created_by)"
              + " select current_clinic(), u(4, 1 + c % 10000), 'SESSION', u(5, c), s, u(1, 1 + who),"
              + " u(2, 1 + who), u(3, 1 + who), tstzrange("
              + " (day + time '08:00' + slot * interval '75 minutes') at time zone 'UTC',"
              + " (day + time '09:15' + slot * interval '75 minutes') at time zone 'UTC'),"
              + " 30, 30, 15, case when day < current_date then 'DONE' else 'BOOKED' end,"
              + " 'benchmark', 'User 1' from visit",
          "insert into waiting_wish (clinic_id, patient_id, wish, from_day, until_day, created_by)"
              + " select current_clinic(), u(4, i * 50), 'An earlier session', current_date,"
              + " current_date + 30, 'User 1' from generate_series(1, 200) i");

  private final Connection owner;

  LargeClinic(Path data) throws IOException, SQLException {
    Properties secrets = new Properties();
    try (var text = Files.newBufferedReader(data.resolve("secrets"))) {
      secrets.load(text);
    }
    String port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3).strip();
    owner =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/percuta",
            "percuta_owner",
            secrets.getProperty("database.owner"));
    owner.setAutoCommit(false);
    enter();
  }

  /** Makes the clinic unless it is there. */
  boolean seed() throws SQLException {
    try (Statement sql = owner.createStatement()) {
      try (ResultSet there =
          sql.executeQuery("select 1 from clinic where clinic_id = current_clinic()")) {
        if (there.next()) {
          return false;
        }
      }
      sql.execute(
          "create function pg_temp.u(kind integer, i integer) returns uuid language sql immutable as"
              + " $$ select (lpad(kind::text, 8, '0') || '-0000-4000-8000-' || lpad(i::text, 12, '0'))"
              + "::uuid $$");
      for (String statement : SEED) {
        sql.execute(statement.replace(" u(", " pg_temp.u("));
      }
      owner.commit();
      owner.setAutoCommit(true);
      sql.execute("analyze");
      owner.setAutoCommit(false);
      enter();
      return true;
    }
  }

  /** Signs {@code count} members of staff in, and gives the token of each. */
  List<String> signIn(int count) throws SQLException {
    List<String> tokens = new ArrayList<>();
    try (PreparedStatement insert =
        owner.prepareStatement(
            "insert into web_session (clinic_id, token_hash, staff_id, created_at, last_seen_at,"
                + " expires_at) values (current_clinic(), ?, ?::uuid, now(), now(),"
                + " now() + interval '8 hours') on conflict do nothing")) {
      for (int user = 0; user < count; user++) {
        String token = "benchmark-" + System.nanoTime() + "-" + user;
        insert.setBytes(1, sha256(token));
        insert.setString(2, id(1, 1 + user % 10));
        insert.executeUpdate();
        tokens.add(token);
      }
    }
    owner.commit();
    enter();
    return tokens;
  }

  /** The id that the seed gives to the {@code i}-th thing of a kind. */
  static String id(int kind, int i) {
    return String.format("%08d-0000-4000-8000-%012d", kind, i);
  }

  private void enter() throws SQLException {
    try (Statement sql = owner.createStatement()) {
      sql.execute("select set_config('percuta.clinic_id', '" + CLINIC + "', false)");
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    owner.close();
  }
}
