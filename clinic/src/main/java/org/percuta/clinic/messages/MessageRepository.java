package org.percuta.clinic.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of the clinic whose transaction is open. */
@Repository
class MessageRepository {

  private static final String FROM =
      " from message m join patient p on p.clinic_id = m.clinic_id and p.patient_id = m.patient_id"
          + " left join message_preference f on f.clinic_id = m.clinic_id"
          + " and f.patient_id = m.patient_id where m.clinic_id = current_clinic() ";
  private static final String SELECT =
      "select m.*, p.given_name || ' ' || p.family_name as patient_name, p.email,"
          + " coalesce(f.no_email, false) as no_email"
          + FROM;

  /** Due now, to somebody it may be sent to. */
  private static final String SENDABLE =
      "and m.state = 'WAITING' and not m.held_back and m.due <= ? and m.next_try <= ?"
          + " and p.state = 'ACTIVE' and p.email <> '' and not coalesce(f.no_email, false) ";

  private final JdbcClient sql;

  MessageRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** What a message belongs to, for looking before locking. */
  record Candidate(UUID id, @Nullable UUID course, @Nullable UUID appointment) {}

  /** A message that a sweep has closed. */
  record Closed(UUID id, UUID patient) {}

  Optional<Message> find(UUID id) {
    return sql.sql(SELECT + "and m.message_id = ?")
        .param(id)
        .query((row, number) -> message(row))
        .optional();
  }

  /** All of a patient, the next due first and then the newest. */
  List<Message> listOf(UUID patient, int most) {
    return sql.sql(
            SELECT
                + "and m.patient_id = any ((select same_person(?))::uuid[]) order by m.state <> 'WAITING',"
                + " case when m.state = 'WAITING' then m.due end, m.due desc, m.message_id limit ?")
        .params(patient, most)
        .query((row, number) -> message(row))
        .list();
  }

  List<Message> list(MessageFilter filter, String words, Instant now, int most, int offset) {
    List<Object> values = new ArrayList<>(values(filter, words, now));
    values.add(most);
    values.add(offset);
    return sql.sql(
            SELECT + where(filter, words) + "order by " + filter.order() + " limit ? offset ?")
        .params(values)
        .query((row, number) -> message(row))
        .list();
  }

  /**
   * How many each filter finds, counted no further than {@code most}: what waits in a large clinic
   * are a hundred thousand, and a page that only says so must not read them all.
   */
  Map<MessageFilter, Integer> count(Collection<MessageFilter> filters, Instant now, int most) {
    List<Object> values = new ArrayList<>();
    StringJoiner counts = new StringJoiner(", ", "select ", "");
    for (MessageFilter filter : filters) {
      values.addAll(values(filter, "", now));
      values.add(most);
      counts.add(
          "(select count(*) from (select from message m where m.clinic_id = current_clinic() "
              + where(filter, "")
              + "limit ?) found)");
    }
    return sql.sql(counts.toString())
        .params(values)
        .query((row, number) -> {
          Map<MessageFilter, Integer> found = new LinkedHashMap<>();
          for (MessageFilter filter : filters) {
            found.put(filter, row.getInt(found.size() + 1));
          }
          return found;
        })
        .single();
  }

  private static String where(MessageFilter filter, String words) {
    return "and " + filter.condition() + (words.isEmpty() ? " " : " and p.search like ? ");
  }

  private static List<Object> values(MessageFilter filter, String words, Instant now) {
    List<Object> values = new ArrayList<>();
    if (filter.isTimed()) {
      values.add(at(now));
    }
    if (!words.isEmpty()) {
      values.add(pattern(words));
    }
    return values;
  }

  private static String pattern(String words) {
    return "%"
        + words
            .toLowerCase(java.util.Locale.ROOT)
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_")
        + "%";
  }

  /** Those of a course or an appointment that may still be changed. */
  List<Message> listWaiting(UUID subject) {
    return sql.sql(
            SELECT
                + "and m.state = 'WAITING' and (m.course_id = ? or m.appointment_id = ?)"
                + " order by m.due, m.message_id")
        .params(subject, subject)
        .query((row, number) -> message(row))
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

  UUID insert(
      UUID patient, @Nullable UUID course, @Nullable UUID appointment, Letter letter, Instant now) {
    return sql.sql(
            "insert into message (clinic_id, patient_id, kind, course_id, session_number,"
                + " appointment_id, about, day, due, useful_until, held_back, items, subject, body,"
                + " next_try, created_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning message_id")
        .params(
            Arrays.<@Nullable Object>asList(
                patient,
                letter.kind().name(),
                course,
                letter.session(),
                appointment,
                letter.about(),
                letter.day(),
                at(letter.due()),
                at(letter.usefulUntil()),
                letter.heldBack(),
                letter.items().toArray(String[]::new),
                letter.subject(),
                letter.body(),
                at(now),
                at(now)))
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
                at(now),
                at(letter.due()),
                at(letter.usefulUntil()),
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
        .params(reason, at(now), message)
        .update();
  }

  /** The longest due first; looks only. */
  List<Candidate> listSendable(Instant now, int most) {
    return sql.sql(
            "select m.message_id, m.course_id, m.appointment_id"
                + FROM
                + SENDABLE
                + "order by m.due, m.message_id limit ?")
        .params(at(now), at(now), most)
        .query((row, number) ->
            new Candidate(
                row.getObject("message_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getObject("appointment_id", UUID.class)))
        .list();
  }

  /** The message, if it may be sent and no other worker has it at hand. */
  Optional<Message> lockSendable(UUID id, Instant now) {
    return sql.sql(SELECT + SENDABLE + "and m.message_id = ? for no key update of m skip locked")
        .params(at(now), at(now), id)
        .query((row, number) -> message(row))
        .optional();
  }

  void postpone(UUID id, Instant due) {
    sql.sql(
            "update message set due = ?, version = version + 1"
                + " where clinic_id = current_clinic() and message_id = ?")
        .params(at(due), id)
        .update();
  }

  void setSending(UUID id, String to, Instant now) {
    sql.sql(
            "update message set state = 'SENDING', sending_since = ?, tries = tries + 1, sent_to = ?,"
                + " reason = '', version = version + 1"
                + " where clinic_id = current_clinic() and message_id = ?")
        .params(at(now), to, id)
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
            .params(state.name(), reason, at(nextTry), state.name(), at(now), id, tries)
            .update()
        == 1;
  }

  /** Being sent since before {@code since}: whoever sent them is gone, or will still say. */
  List<Closed> lapse(Instant since, String reason, Instant now) {
    return sql.sql(
            "update message set state = 'UNSURE', reason = ?, done_at = ?, version = version + 1"
                + " where clinic_id = current_clinic() and state = 'SENDING' and sending_since < ?"
                + " returning message_id, patient_id")
        .params(reason, at(now), at(since))
        .query((row, number) -> closed(row))
        .list();
  }

  /** Those whose time has passed. */
  List<Closed> expire(Instant now) {
    return sql.sql(
            "update message set state = 'EXPIRED', done_at = ?, version = version + 1"
                + " where clinic_id = current_clinic() and state = 'WAITING' and useful_until <= ?"
                + " returning message_id, patient_id")
        .params(at(now), at(now))
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
        .params(reason, at(now), at(now), at(now))
        .query((row, number) -> closed(row))
        .list();
  }

  /** False when another change came first. */
  boolean decide(
      UUID id, int version, MessageState from, MessageState to, String reason, Instant now) {
    return sql.sql(
                "update message set state = ?, reason = ?, next_try = ?,"
                    + " tries = case when ? = 'WAITING' then 0 else tries end,"
                    + " done_at = case when ? = 'WAITING' then null else ?::timestamptz end,"
                    + " version = version + 1 where clinic_id = current_clinic()"
                    + " and message_id = ? and version = ? and state = ?")
            .params(
                to.name(), reason, at(now), to.name(), to.name(), at(now), id, version, from.name())
            .update()
        == 1;
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

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Closed closed(ResultSet row) throws SQLException {
    return new Closed(
        row.getObject("message_id", UUID.class), row.getObject("patient_id", UUID.class));
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("message_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getString("patient_name"),
        Optional.ofNullable(row.getString("email")).orElse(""),
        row.getBoolean("no_email"),
        MessageKind.valueOf(row.getString("kind")),
        row.getObject("course_id", UUID.class),
        row.getInt("session_number"),
        row.getObject("appointment_id", UUID.class),
        row.getString("about"),
        row.getObject("day", LocalDate.class),
        row.getObject("due", OffsetDateTime.class).toInstant(),
        row.getObject("useful_until", OffsetDateTime.class).toInstant(),
        row.getBoolean("held_back"),
        List.of((String[]) row.getArray("items").getArray()),
        row.getString("subject"),
        row.getString("body"),
        MessageState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getInt("tries"),
        Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        row.getString("sent_to"),
        row.getInt("version"));
  }
}
