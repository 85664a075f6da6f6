package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is queued on courses and appointments, and what was said on them; of the clinic whose
 * transaction is open.
 */
@Repository
class PlannedMessages {

  private final JdbcClient sql;

  PlannedMessages(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those of a course or an appointment that may still be changed. */
  List<Message> listWaiting(UUID subject) {
    return sql.sql(
            MessageRows.SELECT
                + "and m.state = 'WAITING' and (m.course_id = ? or m.appointment_id = ?)"
                + " order by m.due, m.message_id")
        .params(subject, subject)
        .query((row, number) -> MessageRows.message(row))
        .list();
  }

  boolean hasLinkUnderWay(UUID patient) {
    return sql.sql(
                "select count(*) from message where clinic_id = current_clinic() and patient_id = any ((select same_person(?))::uuid[])"
                    + " and kind = 'LINK' and state in ('WAITING', 'SENDING')")
            .param(patient)
            .query(Long.class)
            .single()
        > 0;
  }

  /** What was said on a course, an appointment or, for links, a patient. */
  Said said(UUID subject) {
    return new Said(
        sql.sql(
                "select i.session_number, i.item, i.round, i.message_id, m.about, m.day,"
                    + " m.state = 'WAITING' as waiting from message_item i"
                    + " join message m on m.clinic_id = i.clinic_id and m.message_id = i.message_id"
                    + " where i.clinic_id = current_clinic() and i.subject_id = ?")
            .param(subject)
            .query((row, number) ->
                new Said.Line(
                    row.getInt("session_number"),
                    row.getString("item"),
                    row.getInt("round"),
                    row.getObject("message_id", UUID.class),
                    row.getString("about"),
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("waiting")))
            .list());
  }

  /** Queues in the record that has the course or appointment, which may be a merged one. */
  UUID insert(
      UUID patient, @Nullable UUID course, @Nullable UUID appointment, Letter letter, Instant now) {
    return sql.sql(
            "insert into message (clinic_id, patient_id, kind, course_id, session_number,"
                + " appointment_id, about, day, due, useful_until, held_back, items, subject, body,"
                + " next_try, created_at)"
                + " values (current_clinic(), coalesce((select c.patient_id from course c"
                + " where c.clinic_id = current_clinic() and c.course_id = ?),"
                + " (select a.patient_id from appointment a where a.clinic_id = current_clinic()"
                + " and a.appointment_id = ?), ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning message_id")
        .params(
            Arrays.<@Nullable Object>asList(
                course,
                appointment,
                patient,
                letter.kind().name(),
                course,
                letter.session(),
                appointment,
                letter.about(),
                letter.day(),
                MessageRows.at(letter.due()),
                MessageRows.at(letter.usefulUntil()),
                letter.heldBack(),
                letter.items().toArray(String[]::new),
                letter.subject(),
                letter.body(),
                MessageRows.at(now),
                MessageRows.at(now)))
        .query(UUID.class)
        .single();
  }

  /** Fails on a statement that another message makes in the same round. */
  void insertItems(UUID subject, UUID message, Letter letter, Said said) {
    String[] items = letter.items().toArray(String[]::new);
    Integer[] rounds =
        letter.items().stream()
            .map(item -> said.nextRound(letter.session(), item))
            .toArray(Integer[]::new);
    sql.sql(
            "insert into message_item (clinic_id, subject_id, session_number, item, round, message_id)"
                + " select current_clinic(), ?, ?, item, round, ?"
                + " from unnest(?::text[], ?::integer[]) as said (item, round)")
        .params(Arrays.<@Nullable Object>asList(subject, letter.session(), message, items, rounds))
        .update();
  }

  void deleteItems(UUID message) {
    sql.sql("delete from message_item where clinic_id = current_clinic() and message_id = ?")
        .param(message)
        .update();
  }

  /** Makes a queued message say what is right now. A due that has come stays. */
  void rewrite(UUID message, Letter letter, Instant now) {
    sql.sql(
            "update message set due = case when due <= ? then due else ? end, useful_until = ?,"
                + " held_back = ?, items = ?, subject = ?, body = ?, version = version + 1"
                + " where clinic_id = current_clinic() and message_id = ? and state = 'WAITING'")
        .params(
            Arrays.<@Nullable Object>asList(
                MessageRows.at(now),
                MessageRows.at(letter.due()),
                MessageRows.at(letter.usefulUntil()),
                letter.heldBack(),
                letter.items().toArray(String[]::new),
                letter.subject(),
                letter.body(),
                message))
        .update();
  }

  void cancel(UUID message, String reason, Instant now) {
    sql.sql(
            "update message set state = 'CANCELLED', reason = ?, done_at = ?, version = version + 1"
                + " where clinic_id = current_clinic() and message_id = ? and state = 'WAITING'")
        .params(reason, MessageRows.at(now), message)
        .update();
  }

  /** Courses that something waits for. */
  List<UUID> listWaitingCourses() {
    return sql.sql(
            "select distinct course_id from message where clinic_id = current_clinic()"
                + " and state = 'WAITING' and course_id is not null")
        .query(UUID.class)
        .list();
  }

  /** Appointments that something waits for. */
  List<UUID> listWaitingAppointments() {
    return sql.sql(
            "select distinct appointment_id from message where clinic_id = current_clinic()"
                + " and state = 'WAITING' and appointment_id is not null")
        .query(UUID.class)
        .list();
  }
}
