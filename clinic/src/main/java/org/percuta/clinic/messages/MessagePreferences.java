package org.percuta.clinic.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.errors.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clinic's sending hours and each patient's wishes. In a clinic transaction. */
@Repository
class MessagePreferences {

  private final JdbcClient sql;

  MessagePreferences(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Where and when a person can be reached, the clinic's own settings among it.
   *
   * @param patient the record through which the person is read
   */
  Addressee addressee(UUID patient) {
    return sql.sql(
            "select c.name, c.time_zone as clinic_zone, s.sends_from, s.sends_until,"
                + " s.version as setting_version, ("
                + MergedWishes.ZONE
                + ") as time_zone, ?::uuid in ("
                + MergedWishes.REFUSING
                + ") as no_email, f.version"
                + " from clinic c left join message_setting s on s.clinic_id = c.clinic_id"
                + " left join message_preference f on f.clinic_id = c.clinic_id"
                + " and f.patient_id = ? where c.clinic_id = current_clinic()")
        .params(patient, patient, patient, patient)
        .query((row, number) -> {
          ZoneId clinicZone = ZoneId.of(row.getString("clinic_zone"));
          String own = Optional.ofNullable(row.getString("time_zone")).orElse("");
          return new Addressee(
              row.getString("name"),
              clinicZone,
              zone(own, clinicZone),
              own,
              row.getBoolean("no_email"),
              row.getObject("setting_version") == null
                  ? SendingHours.USUAL
                  : new SendingHours(
                      row.getObject("sends_from", LocalTime.class),
                      row.getObject("sends_until", LocalTime.class),
                      row.getInt("setting_version")),
              row.getInt("version"));
        })
        .optional()
        .orElseThrow(() -> new NotFound("clinic"));
  }

  /** A zone that this Java no longer knows must not stop the message. */
  private static ZoneId zone(String own, ZoneId clinic) {
    try {
      return own.isEmpty() ? clinic : ZoneId.of(own);
    } catch (DateTimeException e) {
      return clinic;
    }
  }

  SendingHours hours() {
    return sql.sql("select * from message_setting where clinic_id = current_clinic()")
        .query((row, number) ->
            new SendingHours(
                row.getObject("sends_from", LocalTime.class),
                row.getObject("sends_until", LocalTime.class),
                row.getInt("version")))
        .optional()
        .orElse(SendingHours.USUAL);
  }

  /** False when another edit came first. */
  boolean save(SendingHours hours) {
    int rows =
        hours.version() == 0
            ? sql.sql(
                    "insert into message_setting (clinic_id, sends_from, sends_until)"
                        + " values (current_clinic(), ?, ?) on conflict do nothing")
                .params(hours.from(), hours.until())
                .update()
            : sql.sql(
                    "update message_setting set sends_from = ?, sends_until = ?,"
                        + " version = version + 1 where clinic_id = current_clinic()"
                        + " and version = ?")
                .params(hours.from(), hours.until(), hours.version())
                .update();
    return rows == 1;
  }

  /**
   * False when another edit came first.
   *
   * @param zone empty for the clinic's
   * @param now what merged records said before counts no more
   */
  boolean save(UUID patient, String zone, boolean noEmail, int version, Instant now) {
    @Nullable String own = zone.isEmpty() ? null : zone;
    OffsetDateTime at = MessageRows.at(now);
    int rows =
        version == 0
            ? sql.sql(
                    "insert into message_preference (clinic_id, patient_id, time_zone, no_email,"
                        + " said_at) values (current_clinic(), ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.<@Nullable Object>asList(patient, own, noEmail, at))
                .update()
            : sql.sql(
                    "update message_preference set time_zone = ?, no_email = ?, said_at = ?,"
                        + " version = version + 1 where clinic_id = current_clinic()"
                        + " and patient_id = ? and version = ?")
                .params(Arrays.<@Nullable Object>asList(own, noEmail, at, patient, version))
                .update();
    return rows == 1;
  }

  /** Ends when the transaction does: one change of this patient's messages at a time. */
  void lock(UUID patient) {
    sql.sql(
            "select 1 from patient where clinic_id = current_clinic() and patient_id = ?"
                + " for no key update")
        .param(patient)
        .query(Integer.class)
        .optional();
  }
}
