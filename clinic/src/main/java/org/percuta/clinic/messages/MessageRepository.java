package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages as pages show and decide them, of the clinic whose transaction is open. */
@Repository
class MessageRepository {

  private final JdbcClient sql;

  MessageRepository(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Message> find(UUID id) {
    return sql.sql(MessageRows.SELECT + "and m.message_id = ?")
        .param(id)
        .query((row, number) -> MessageRows.message(row))
        .optional();
  }

  /** All of a patient, the next due first and then the newest. */
  List<Message> listOf(UUID patient, int most) {
    return sql.sql(
            MessageRows.SELECT
                + "and m.patient_id = any ((select same_person(?))::uuid[]) order by m.state <> 'WAITING',"
                + " case when m.state = 'WAITING' then m.due end, m.due desc, m.message_id limit ?")
        .params(patient, most)
        .query((row, number) -> MessageRows.message(row))
        .list();
  }

  /**
   * What a patient has to keep to at this moment: preparation for the session as it is planned, and
   * aftercare of one that was held, whether or not it could be sent.
   */
  List<Message> listInForce(UUID patient, Instant now, LocalDate today, int most) {
    return sql.sql(
            MessageRows.SELECT
                + "and m.patient_id = any ((select same_person(?))::uuid[])"
                + " and m.state in ('WAITING', 'SENDING', 'SENT', 'HANDED_OVER', 'UNSURE', 'FAILED')"
                + " and not m.held_back and (m.due <= ? or m.day <= ?) and m.useful_until > ?"
                + " and exists (select from course c join course_session s using (clinic_id, course_id)"
                + " where c.clinic_id = m.clinic_id and c.course_id = m.course_id"
                + " and s.number = m.session_number and (m.kind = 'AFTERCARE' and s.state = 'HELD'"
                + " or m.kind = 'PREPARATION' and s.state = 'PLANNED'"
                + " and to_char(s.planned, 'YYYY-MM-DD') = m.about"
                + " and c.state in ('ACCEPTED', 'RUNNING')))"
                + " order by m.due, m.message_id limit ?")
        .params(patient, MessageRows.at(now), today, MessageRows.at(now), most)
        .query((row, number) -> MessageRows.message(row))
        .list();
  }

  List<Message> list(MessageFilter filter, String words, Instant now, int most, int offset) {
    List<Object> values = new ArrayList<>(values(filter, words, now));
    values.add(most);
    values.add(offset);
    return sql.sql(
            MessageRows.SELECT
                + where(filter, words)
                + "order by "
                + filter.order()
                + " limit ? offset ?")
        .params(values)
        .query((row, number) -> MessageRows.message(row))
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
      values.add(MessageRows.at(now));
    }
    if (!words.isEmpty()) {
      values.add(pattern(words));
    }
    return values;
  }

  private static String pattern(String words) {
    return "%"
        + words
            .toLowerCase(Locale.ROOT)
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_")
        + "%";
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
                to.name(),
                reason,
                MessageRows.at(now),
                to.name(),
                to.name(),
                MessageRows.at(now),
                id,
                version,
                from.name())
            .update()
        == 1;
  }
}
