package org.percuta.clinic.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.patients.MergedRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments of the clinic whose transaction is open. */
@Repository
class AppointmentRepository {

  private static final String LIVE = "a.state in ('BOOKED', 'ARRIVED', 'DONE')";
  private static final String SELECT =
      "select a.*, p.patient_id as person, lower(a.during) as starts, upper(a.during) as ends,"
          + " p.given_name || ' ' || p.family_name as patient_name, s.name as practitioner_name,"
          + " r.name as room_name, d.name as device_name, cs.planned,"
          + " cs.state as session_state, c.state as course_state"
          + " from appointment a"
          + MergedRecords.joinPerson("w", "a.patient_id")
          + " join patient p on p.clinic_id = a.clinic_id and p.patient_id = w.person"
          + " join staff s on s.clinic_id = a.clinic_id and s.staff_id = a.practitioner_id"
          + " join bookable r on r.clinic_id = a.clinic_id and r.bookable_id = a.room_id"
          + " left join bookable d on d.clinic_id = a.clinic_id and d.bookable_id = a.device_id"
          + " left join course_session cs on cs.clinic_id = a.clinic_id"
          + " and cs.course_id = a.course_id and cs.number = a.session_number"
          + " left join course c on c.clinic_id = a.clinic_id and c.course_id = a.course_id"
          + " where a.clinic_id = current_clinic() and ";

  private final JdbcClient sql;

  AppointmentRepository(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Appointment> find(UUID id) {
    return sql.sql(SELECT + "a.appointment_id = ?")
        .param(id)
        .query((row, number) -> appointment(row))
        .optional();
  }

  /** False when another transaction has it at hand, or there is none. */
  boolean lock(UUID id) {
    return sql.sql(
            "select true from appointment where clinic_id = current_clinic()"
                + " and appointment_id = ? for no key update skip locked")
        .param(id)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  List<UUID> listAhead(Instant from) {
    return sql.sql(
            "select appointment_id from appointment where clinic_id = current_clinic()"
                + " and state = 'BOOKED' and lower(during) > ? order by lower(during)")
        .param(at(from))
        .query(UUID.class)
        .list();
  }

  /** Live ones that begin from {@code from} and before {@code to}, by time. */
  List<Appointment> listBetween(Instant from, Instant to) {
    return sql.sql(
            SELECT
                + LIVE
                + " and a.starts_at >= ? and a.starts_at < ?"
                + " order by a.starts_at, a.appointment_id")
        .params(at(from), at(to))
        .query((row, number) -> appointment(row))
        .list();
  }

  /** Live ones of one practitioner from an instant on, for the feed. */
  List<Appointment> listFrom(UUID practitioner, Instant from, int most) {
    return sql.sql(
            SELECT
                + LIVE
                + " and a.practitioner_id = ? and a.starts_at >= ?"
                + " order by a.starts_at limit ?")
        .params(practitioner, at(from), most)
        .query((row, number) -> appointment(row))
        .list();
  }

  /** All of a patient, the latest first. */
  List<Appointment> listOf(UUID patient) {
    return sql.sql(
            SELECT
                + "a.patient_id = any ((select same_person(?))::uuid[]) order by lower(a.during) desc limit 200")
        .param(patient)
        .query((row, number) -> appointment(row))
        .list();
  }

  List<Appointment> listOfCourse(UUID course) {
    return sql.sql(SELECT + LIVE + " and a.course_id = ? order by a.session_number")
        .param(course)
        .query((row, number) -> appointment(row))
        .list();
  }

  /**
   * A live booking that shares time with the one asked for and binds the same person or thing.
   *
   * @param constraint the exclusion constraint that said so
   */
  Optional<Appointment> findInTheWay(String constraint, Booking asked, ZoneId zone, UUID self) {
    String bound =
        switch (constraint) {
          case "practitioner_once" -> "a.practitioner_id = ?";
          case "room_once" -> "a.room_id = ?";
          case "device_once" -> "a.device_id = ?";
          default -> "a.patient_id = any ((select same_person(?))::uuid[])";
        };
    Object who =
        switch (constraint) {
          case "practitioner_once" -> asked.practitioner();
          case "room_once" -> asked.room();
          case "device_once" -> asked.device() == null ? new UUID(0, 0) : asked.device();
          default -> asked.patient();
        };
    return sql.sql(
            SELECT
                + LIVE
                + " and "
                + bound
                + " and a.during && tstzrange(?, ?) and a.appointment_id <> ?"
                + " order by lower(a.during) limit 1")
        .params(who, at(asked.start(zone)), at(asked.end(zone)), self)
        .query((row, number) -> appointment(row))
        .optional();
  }

  /**
   * A live booking of the same person in another of their merged records at that time; the database
   * holds each record to one booking at a time, not the person.
   */
  Optional<Appointment> findInMergedRecord(Booking asked, ZoneId zone, UUID self) {
    return sql.sql(
            SELECT
                + LIVE
                + " and cardinality(same_person(?)) > 1 and a.patient_id = any ((select same_person(?))::uuid[])"
                + " and a.during && tstzrange(?, ?) and a.appointment_id <> ?"
                + " order by lower(a.during) limit 1")
        .params(asked.patient(), asked.patient(), at(asked.start(zone)), at(asked.end(zone)), self)
        .query((row, number) -> appointment(row))
        .optional();
  }

  /** A session is booked in the record that has its course, which may be a merged one. */
  UUID insert(Booking booking, ZoneId zone, String outcome, InForce with, String by) {
    return sql.sql(
            "insert into appointment (clinic_id, patient_id, kind, course_id, session_number,"
                + " practitioner_id, room_id, device_id, during, numbing_minutes, hands_on_minutes,"
                + " set_up_minutes, note, outcome, knowledge_digest, settings_version, created_by)"
                + " values (current_clinic(), coalesce((select c.patient_id from course c"
                + " where c.clinic_id = current_clinic() and c.course_id = ?), ?),"
                + " ?, ?, ?, ?, ?, ?, tstzrange(?, ?), ?, ?, ?, ?, ?, ?, ?, ?) returning appointment_id")
        .params(
            Arrays.<@Nullable Object>asList(
                booking.course(),
                booking.patient(),
                booking.kind().name(),
                booking.course(),
                booking.course() == null ? null : booking.sessionNumber(),
                booking.practitioner(),
                booking.room(),
                booking.device(),
                at(booking.start(zone)),
                at(booking.end(zone)),
                booking.length().numbing(),
                booking.length().handsOn(),
                booking.length().setUp(),
                booking.note(),
                outcome,
                with.digest(),
                with.settingsVersion(),
                by))
        .query(UUID.class)
        .single();
  }

  /** False when another edit came first: then nothing is written. */
  boolean update(UUID id, int version, Booking booking, ZoneId zone, String outcome, InForce with) {
    return sql.sql(
                "update appointment set practitioner_id = ?, room_id = ?, device_id = ?,"
                    + " during = tstzrange(?, ?), numbing_minutes = ?, hands_on_minutes = ?,"
                    + " set_up_minutes = ?, note = ?, outcome = ?, knowledge_digest = ?,"
                    + " settings_version = ?,"
                    + " version = version + 1 where clinic_id = current_clinic()"
                    + " and appointment_id = ? and version = ? and state in ('BOOKED', 'ARRIVED')")
            .params(
                Arrays.<@Nullable Object>asList(
                    booking.practitioner(),
                    booking.room(),
                    booking.device(),
                    at(booking.start(zone)),
                    at(booking.end(zone)),
                    booking.length().numbing(),
                    booking.length().handsOn(),
                    booking.length().setUp(),
                    booking.note(),
                    outcome,
                    with.digest(),
                    with.settingsVersion(),
                    id,
                    version))
            .update()
        == 1;
  }

  boolean setState(UUID id, int version, Appointment.State state) {
    return sql.sql(
                "update appointment set state = ?, version = version + 1"
                    + " where clinic_id = current_clinic() and appointment_id = ? and version = ?")
            .params(state.name(), id, version)
            .update()
        == 1;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String courseEnd(@Nullable String state) {
    return state != null && (state.equals("STOPPED") || state.equals("COMPLETED"))
        ? state.toLowerCase(Locale.ROOT)
        : "";
  }

  private static Appointment appointment(ResultSet row) throws SQLException {
    return new Appointment(
        row.getObject("appointment_id", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("patient_name"),
        Appointment.Kind.valueOf(row.getString("kind")),
        row.getObject("course_id", UUID.class),
        row.getInt("session_number"),
        row.getObject("planned", LocalDate.class),
        Optional.ofNullable(row.getString("session_state"))
            .map(CourseSession.State::valueOf)
            .orElse(null),
        courseEnd(row.getString("course_state")),
        row.getObject("practitioner_id", UUID.class),
        row.getString("practitioner_name"),
        row.getObject("room_id", UUID.class),
        row.getString("room_name"),
        row.getObject("device_id", UUID.class),
        Optional.ofNullable(row.getString("device_name")).orElse(""),
        row.getTimestamp("starts").toInstant(),
        row.getTimestamp("ends").toInstant(),
        new VisitLength(
            row.getInt("numbing_minutes"),
            row.getInt("hands_on_minutes"),
            row.getInt("set_up_minutes")),
        Appointment.State.valueOf(row.getString("state")),
        row.getString("note"),
        row.getString("outcome"),
        row.getInt("version"));
  }
}
