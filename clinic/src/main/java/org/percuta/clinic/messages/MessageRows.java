package org.percuta.clinic.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.patients.MergedRecords;

/**
 * Reads messages with whom they are for. A message stays with the record it was queued in; who it
 * is for is the person of that record, with the address and the wishes that count now.
 */
final class MessageRows {

  /** Whether the person {@code p} wants no e-mail messages. */
  static final String NO_EMAIL = "p.patient_id in (" + MergedWishes.REFUSING + ")";

  static final String FROM =
      " from message m"
          + MergedRecords.joinPerson("w", "m.patient_id")
          + " join patient p on p.clinic_id = m.clinic_id and p.patient_id = w.person"
          + " where m.clinic_id = current_clinic() ";

  static final String SELECT =
      "select m.*, p.patient_id as person, p.given_name || ' ' || p.family_name as patient_name,"
          + " p.email, "
          + NO_EMAIL
          + " as no_email"
          + FROM;

  private MessageRows() {}

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("message_id", UUID.class),
        row.getObject("person", UUID.class),
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
