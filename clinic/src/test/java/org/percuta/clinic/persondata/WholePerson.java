package org.percuta.clinic.persondata;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.protocol.model.Knowledge;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person with rows in every table, under a name that nobody else has. */
record WholePerson(UUID id, UUID duplicate, String family, String email, String phone) {

  static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);
  static final String SOMEBODY_ELSE = "Wilhelmina Wrongfiled";
  private static final byte[] WRONG =
      "About Wilhelmina Wrongfiled".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  static WholePerson in(
      ClinicId clinic, UUID staff, ClinicTransactions transactions, JdbcClient sql, Knowledge all) {
    String family = "Q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    String email = family + "@mail.example";
    String phone = "+39 0" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    return transactions.in(
        clinic,
        () -> {
          UUID id = patient(sql, family, email, phone, "Ottilie");
          UUID duplicate = patient(sql, family, email, phone, "Otilie");
          UUID stranger = patient(sql, "Stranger", "s@mail.example", "", "Some");
          WholePerson person = new WholePerson(id, duplicate, family, email, phone);
          person.fill(sql, staff, stranger, all);
          return person;
        });
  }

  private static UUID patient(
      JdbcClient sql, String family, String email, String phone, String given) {
    return sql.sql(
            "insert into patient (clinic_id, given_name, family_name, birth_date, sex, phototype,"
                + " weight_kg, email, phone, note) values (current_clinic(), ?, ?, '1990-04-02',"
                + " 'FEMALE', 3, 62, ?, ?, ?) returning patient_id")
        .params(given, family, email, phone, "Note of " + family)
        .query(UUID.class)
        .single();
  }

  private void fill(JdbcClient sql, UUID staff, UUID stranger, Knowledge all) {
    for (String fact : all.facts().keySet()) {
      say(sql, id, fact, "NO", null);
    }
    say(sql, duplicate, "retinoid-topical", "YES", "2026-01");
    run(
        sql,
        "insert into verdict_snapshot (clinic_id, patient_id, concern, site, as_of, verdict, facts,"
            + " knowledge_digest, settings_version, made_by, made_at) values (current_clinic(), ?,"
            + " 'acne-scars', 'cheeks', '2026-11-21', '{}', '{}', 'd', 0, 'Ada', now())");
    run(
        sql,
        "insert into clearance (clinic_id, patient_id, fact, given_by, given_role, given_on,"
            + " expires_on, reason, recorded_by, recorded_at) values (current_clinic(), ?, 'diabetes',"
            + " 'Dr A', 'PHYSICIAN', '2026-11-02', '2099-05-02', 'HbA1c: \"stable\"', 'Ada', now())");
    sql.sql(
            "insert into document (clinic_id, patient_id, title, media_type, content, sha256,"
                + " recorded_by, recorded_at) values (current_clinic(), ?, 'Letter of ' || ?,"
                + " 'image/png', ?, sha256(?), 'Ada', now())")
        .params(id, family, PNG, PNG)
        .update();
    sql.sql(
            "with wrong as (insert into document (clinic_id, patient_id, title, media_type, content,"
                + " sha256, recorded_by, recorded_at) values (current_clinic(), ?, 'Letter of ' || ?,"
                + " 'text/plain', ?, sha256(?), 'Ada', now()) returning clinic_id, document_id)"
                + " insert into document_withdrawal (clinic_id, document_id, reason, withdrawn_by,"
                + " withdrawn_at) select clinic_id, document_id, 'It is of ' || ?, 'Ada', now()"
                + " from wrong")
        .params(id, SOMEBODY_ELSE, WRONG, WRONG, SOMEBODY_ELSE)
        .update();
    run(
        sql,
        "insert into course (clinic_id, patient_id, concern, site, state_since, asked, template,"
            + " knowledge_digest, knowledge_version, created_by, note) values (current_clinic(), ?,"
            + " 'acne-scars', 'cheeks', '2026-10-01', '2026-10-01', 't', 'd', '1', 'Ada', 'A course')");
    UUID course =
        sql.sql("select course_id from course where patient_id = ?")
            .param(id)
            .query(UUID.class)
            .single();
    sql.sql(
            "insert into course_session (clinic_id, course_id, number, optional, planned, earliest,"
                + " latest, state, outcome, reasons, knowledge_digest, screened_at) values"
                + " (current_clinic(), ?, 1, false, '2026-10-05', '2026-10-05', '2026-10-05', 'HELD',"
                + " 'permitted', '', 'd', now())")
        .param(course)
        .update();
    sql.sql(
            "insert into course_step (clinic_id, course_id, step, state, reason, done_by, done_at)"
                + " values (current_clinic(), ?, 'OFFER', 'OFFERED', ?, 'Ada', now())")
        .params(course, "Asked " + family)
        .update();
    quote(sql, course);
    message(sql, course);
    sql.sql(
            "insert into course_dose (clinic_id, course_id, number, site, device, depth_mm, passes,"
                + " knowledge_digest, kept_by, kept_at) values (current_clinic(), ?, 1, 'cheeks',"
                + " 'pen-14', 1.0, 2, 'd', 'Ada', now())")
        .param(course)
        .update();
    UUID room =
        sql.sql(
                "insert into bookable (clinic_id, kind, name) values (current_clinic(), 'ROOM', ?)"
                    + " returning bookable_id")
            .param("Room " + UUID.randomUUID())
            .query(UUID.class)
            .single();
    sql.sql(
            "insert into appointment (clinic_id, patient_id, kind, course_id, session_number,"
                + " practitioner_id, room_id, during, numbing_minutes, hands_on_minutes,"
                + " set_up_minutes, note, knowledge_digest, created_by) values (current_clinic(), ?,"
                + " 'SESSION', ?, 1, ?, ?, '[2026-10-05 10:00+00,2026-10-05 11:00+00)', 20, 30, 10, ?,"
                + " 'd', 'Ada')")
        .params(id, course, staff, room, "With " + family)
        .update();
    run(
        sql,
        "insert into waiting_wish (clinic_id, patient_id, wish, from_day, until_day, created_by)"
            + " values (current_clinic(), ?, 'Mornings', '2026-11-01', '2026-12-01', 'Ada')");
    sql.sql(
            "insert into consent (clinic_id, patient_id, kind, concern, site, template_version, points,"
                + " signed_name, signed_at, expires_on, witness, knowledge_digest, document, sha256)"
                + " values (current_clinic(), ?, 'TREATMENT', 'acne-scars', 'cheeks', 1, '{a}', ?,"
                + " now(), '2099-01-01', 'Ada', 'd', ?, sha256(?))")
        .params(id, "Ottilie " + family, PDF, PDF)
        .update();
    sql.sql(
            "insert into consent_withdrawal (clinic_id, consent_id, reason, recorded_by, recorded_at)"
                + " select clinic_id, consent_id, ?, 'Ada', now() from consent where patient_id = ?")
        .params(family + " changed her mind", id)
        .update();
    sql.sql(
            "insert into enquiry (clinic_id, name, email, phone, message, concern, site, answers,"
                + " outcome, as_of, knowledge_digest, consent, consent_at, sender_hash) values"
                + " (current_clinic(), ?, ?, ?, 'Hello', 'acne-scars', 'cheeks', '{}', 'permitted',"
                + " '2026-11-01', 'd', 'yes', now(), '\\x00')")
        .params("Ottilie " + family, email.toUpperCase(java.util.Locale.ROOT), phone)
        .update();
    run(
        sql,
        "insert into legal_hold (clinic_id, patient_id, reason, placed_by, placed_at, until_day)"
            + " values (current_clinic(), ?, 'Claim, over', 'Ada', now(), '2020-01-01')");
    sql.sql(
            "insert into patient_merge (clinic_id, kept, merged, kept_before, kept_after,"
                + " merged_before, reason, merged_by, merged_at) values (current_clinic(), ?, ?,"
                + " jsonb_build_object('family_name', ?::text), '{}', '{\"state\": \"ACTIVE\"}',"
                + " 'Same', 'Ada', now() - interval '1 second')")
        .params(id, duplicate, family)
        .update();
    sql.sql("update patient set state = 'MERGED' where patient_id = ?").param(duplicate).update();
    sql.sql(
            "insert into patient_apart (clinic_id, one, other, said_by, said_at) values"
                + " (current_clinic(), least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), 'Ada', now())")
        .params(id, stranger, id, stranger)
        .update();
  }

  private void quote(JdbcClient sql, UUID course) {
    sql.sql(
            "insert into price_list (clinic_id, version, valid_from, currency, valid_days, created_by,"
                + " created_at) values (current_clinic(), 1, '2026-01-01', 'EUR', 30, 'Ada', now())"
                + " on conflict do nothing")
        .update();
    UUID quote =
        sql.sql(
                "insert into quote (clinic_id, patient_id, course_id, year, serial, kind, about,"
                    + " price_version, priced_on, offered_on, valid_until, currency, sessions, optional,"
                    + " optional_minor, total_minor, compared, offered_by, offered_at, document, seal)"
                    + " select current_clinic(), ?, ?, 2026, count(*) + 1, 'PACKAGE', ?, 1, '2026-10-01',"
                    + " '2026-10-01', '2026-10-31', 'EUR', 4, 0, 0, 10000, '', 'Ada', now(), ?,"
                    + " sha256(?) from quote returning quote_id")
            .params(id, course, "For " + family, PDF, PDF)
            .query(UUID.class)
            .single();
    sql.sql(
            "insert into quote_line (clinic_id, quote_id, position, kind, label, quantity, unit_minor,"
                + " amount_minor) values (current_clinic(), ?, 1, 'SESSION', 'Session', 4, 2500, 10000)")
        .param(quote)
        .update();
    sql.sql(
            "insert into quote_answer (clinic_id, quote_id, answer, note, answered_on, recorded_by,"
                + " recorded_at) values (current_clinic(), ?, 'ACCEPTED', ?, '2026-10-02', 'Ada', now())")
        .params(quote, family + " agreed")
        .update();
    sql.sql(
            "insert into quote_payment (clinic_id, quote_id, paid_on, how, recorded_by, recorded_at)"
                + " values (current_clinic(), ?, '2026-10-03', 'Bank transfer', 'Ada', now())")
        .param(quote)
        .update();
    sql.sql(
            "insert into package_entry (clinic_id, course_id, quote_id, kind, sessions, held_before,"
                + " reason, recorded_by, recorded_at) values (current_clinic(), ?, ?, 'BOUGHT', 4, 0, ?,"
                + " 'Ada', now())")
        .params(course, quote, "Bought by " + family)
        .update();
  }

  private void message(JdbcClient sql, UUID course) {
    run(
        sql,
        "insert into message_preference (clinic_id, patient_id, time_zone, said_at)"
            + " values (current_clinic(), ?, 'Europe/Rome', now())");
    UUID message =
        sql.sql(
                "insert into message (clinic_id, patient_id, kind, course_id, session_number, about,"
                    + " day, due, useful_until, items, subject, body, next_try, created_at) values"
                    + " (current_clinic(), ?, 'PREPARATION', ?, 1, '2026-10-05', '2026-10-01', now(),"
                    + " now() + interval '1 day', '{a}', 'Your visit', ?, now(), now())"
                    + " returning message_id")
            .params(id, course, "Dear " + family)
            .query(UUID.class)
            .single();
    sql.sql(
            "insert into message_item (clinic_id, subject_id, session_number, item, round, message_id)"
                + " values (current_clinic(), ?, 1, 'a', 1, ?)")
        .params(course, message)
        .update();
  }

  static void say(JdbcClient sql, UUID patient, String fact, String answer, @Nullable String last) {
    sql.sql(
            "insert into patient_fact (clinic_id, patient_id, fact, answer, last, said_by, source,"
                + " recorded_by, recorded_at) values (current_clinic(), ?, ?, ?, ?, 'Self', 'STAFF',"
                + " 'Ada', clock_timestamp() - interval '1 minute')")
        .params(java.util.Arrays.asList(patient, fact, answer, last))
        .update();
  }

  private void run(JdbcClient sql, String statement) {
    sql.sql(statement).param(id).update();
  }
}
