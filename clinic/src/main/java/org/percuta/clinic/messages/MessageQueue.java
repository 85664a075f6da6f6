package org.percuta.clinic.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue as the worker goes through it, of the clinic whose transaction is open. */
@Repository
class MessageQueue {

  /** Due now, to somebody it may be sent to. */
  private static final String SENDABLE =
      "and m.state = 'WAITING' and not m.held_back and m.due <= ? and m.next_try <= ?"
          + " and p.state = 'ACTIVE' and p.email <> '' and not "
          + MessageRows.NO_EMAIL
          + " ";

  private final JdbcClient sql;

  MessageQueue(JdbcClient sql) {
    this.sql = sql;
  }

  /** What a message belongs to, for looking before locking. */
  record Candidate(UUID id, @Nullable UUID course, @Nullable UUID appointment) {}

  /** A message that a sweep has closed. */
  record Closed(UUID id, UUID patient) {}

  /** The longest due first; looks only. */
  List<Candidate> listSendable(Instant now, int most) {
    return sql.sql(
            "select m.message_id, m.course_id, m.appointment_id"
                + MessageRows.FROM
                + SENDABLE
                + "order by m.due, m.message_id limit ?")
        .params(MessageRows.at(now), MessageRows.at(now), most)
        .query((row, number) ->
            new Candidate(
                row.getObject("message_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getObject("appointment_id", UUID.class)))
        .list();
  }

  /** The message, if it may be sent and no other worker has it at hand. */
  Optional<Message> lockSendable(UUID id, Instant now) {
    return sql.sql(
            MessageRows.SELECT
                + SENDABLE
                + "and m.message_id = ? for no key update of m skip locked")
        .params(MessageRows.at(now), MessageRows.at(now), id)
        .query((row, number) -> MessageRows.message(row))
        .optional();
  }

  void postpone(UUID id, Instant due) {
    sql.sql(
            "update message set due = ?, version = version + 1"
                + " where clinic_id = current_clinic() and message_id = ?")
        .params(MessageRows.at(due), id)
        .update();
  }

  void setSending(UUID id, String to, Instant now) {
    sql.sql(
            "update message set state = 'SENDING', sending_since = ?, tries = tries + 1, sent_to = ?,"
                + " reason = '', version = version + 1"
                + " where clinic_id = current_clinic() and message_id = ?")
        .params(MessageRows.at(now), to, id)
        .update();
  }

  /**
   * What came of a claim. It counts also when the message was taken for doubtful meanwhile, but not
   * after somebody has decided or another claim was made.
   */
  boolean finish(
      UUID id, int tries, MessageState state, String reason, Instant nextTry, Instant now) {
    return sql.sql(
                "update message set state = ?, reason = ?, next_try = ?,"
                    + " done_at = case when ? = 'WAITING' then null else ?::timestamptz end,"
                    + " version = version + 1 where clinic_id = current_clinic()"
                    + " and message_id = ? and tries = ? and state in ('SENDING', 'UNSURE')")
            .params(
                state.name(),
                reason,
                MessageRows.at(nextTry),
                state.name(),
                MessageRows.at(now),
                id,
                tries)
            .update()
        == 1;
  }

  /** Being sent since before {@code since}: whoever sent them is gone, or will still say. */
  List<Closed> lapse(Instant since, String reason, Instant now) {
    return sql.sql(
            "update message set state = 'UNSURE', reason = ?, done_at = ?, version = version + 1"
                + " where clinic_id = current_clinic() and state = 'SENDING' and sending_since < ?"
                + " returning message_id, patient_id")
        .params(reason, MessageRows.at(now), MessageRows.at(since))
        .query((row, number) -> closed(row))
        .list();
  }

  /** Those whose time has passed. */
  List<Closed> expire(Instant now) {
    return sql.sql(
            "update message set state = 'EXPIRED', done_at = ?, version = version + 1"
                + " where clinic_id = current_clinic() and state = 'WAITING' and useful_until <= ?"
                + " returning message_id, patient_id")
        .params(MessageRows.at(now), MessageRows.at(now))
        .query((row, number) -> closed(row))
        .list();
  }

  /** Those that are due, all noted as handed over. */
  List<Closed> handOver(String reason, Instant now) {
    return sql.sql(
            "update message set state = 'HANDED_OVER', reason = ?, next_try = ?, done_at = ?,"
                + " version = version + 1 where clinic_id = current_clinic()"
                + " and state = 'WAITING' and not held_back and due <= ?"
                + " returning message_id, patient_id")
        .params(reason, MessageRows.at(now), MessageRows.at(now), MessageRows.at(now))
        .query((row, number) -> closed(row))
        .list();
  }

  private static Closed closed(ResultSet row) throws SQLException {
    return new Closed(
        row.getObject("message_id", UUID.class), row.getObject("patient_id", UUID.class));
  }
}
