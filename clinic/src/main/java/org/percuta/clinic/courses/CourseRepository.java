package org.percuta.clinic.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.model.Goal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Courses of the clinic whose transaction is open. */
@Repository
class CourseRepository {

  private static final String SELECT =
      "select c.*, record_of(c.patient_id) as person, s.number, s.optional, s.planned, s.earliest, s.latest, s.state as session_state,"
          + " s.outcome, s.reasons from course c left join course_session s using (clinic_id,"
          + " course_id) where c.clinic_id = current_clinic() ";

  private final JdbcClient sql;

  CourseRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /** A session that was held. */
  record Held(String site, LocalDate on) {}

  /** One thing done to a course. */
  record StepTaken(String step, String state, String reason, String by, Instant at) {}

  Optional<PatientCourse> find(UUID course) {
    return group(sql.sql(SELECT + "and c.course_id = ? order by s.number").param(course)).stream()
        .findFirst();
  }

  /** False when another transaction has it at hand, or there is none. */
  boolean lock(UUID course) {
    return sql.sql(
            "select true from course where clinic_id = current_clinic() and course_id = ?"
                + " for no key update skip locked")
        .param(course)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  List<UUID> listUnderWay() {
    return sql.sql(
            "select course_id from course where clinic_id = current_clinic()"
                + " and state in ('ACCEPTED', 'RUNNING') order by course_id")
        .query(UUID.class)
        .list();
  }

  /** Newest first. */
  List<PatientCourse> list(UUID patient) {
    return group(
        sql.sql(
                SELECT
                    + "and c.patient_id = any ((select same_person(?))::uuid[]) order by c.created_at desc, c.course_id, s.number")
            .param(patient));
  }

  /** When and where sessions were held, whatever the course. */
  List<Held> listHeld(UUID patient) {
    return sql.sql(
            "select c.site, s.planned from course c join course_session s using (clinic_id, course_id)"
                + " where c.clinic_id = current_clinic()"
                + " and c.patient_id = any ((select same_person(?))::uuid[]) and s.state = 'HELD'"
                + " order by s.planned")
        .param(patient)
        .query((row, number) ->
            new Held(row.getString("site"), row.getObject("planned", LocalDate.class)))
        .list();
  }

  UUID insert(PatientCourse course, InForce with, String by) {
    return sql.sql(
            "insert into course (clinic_id, patient_id, concern, site, state, state_since, asked,"
                + " template, knowledge_digest, knowledge_version, settings_version, note, created_by)"
                + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning course_id")
        .params(
            course.patient(),
            course.goal().concern(),
            course.goal().site(),
            course.state().key(),
            course.state().since(),
            course.asked(),
            course.template(),
            course.knowledgeDigest(),
            course.knowledgeVersion(),
            with.settingsVersion(),
            course.note(),
            by)
        .query(UUID.class)
        .single();
  }

  void insert(UUID course, CourseSession session, InForce with, Instant at) {
    sql.sql(
            "insert into course_session (clinic_id, course_id, number, optional, planned, earliest,"
                + " latest, state, outcome, reasons, knowledge_digest, settings_version, screened_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            course,
            session.number(),
            session.optional(),
            session.planned(),
            session.earliest(),
            session.latest(),
            session.state().name(),
            session.outcome().key(),
            session.reasons(),
            with.digest(),
            with.settingsVersion(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(UUID course, CourseSession session, InForce with, Instant at) {
    sql.sql(
            "update course_session set planned = ?, earliest = ?, latest = ?, state = ?, outcome = ?,"
                + " reasons = ?, knowledge_digest = ?, settings_version = ?, screened_at = ?"
                + " where clinic_id = current_clinic() and course_id = ? and number = ?")
        .params(
            session.planned(),
            session.earliest(),
            session.latest(),
            session.state().name(),
            session.outcome().key(),
            session.reasons(),
            with.digest(),
            with.settingsVersion(),
            at.atOffset(ZoneOffset.UTC),
            course,
            session.number())
        .update();
  }

  /**
   * Takes the next version for an edit that began from {@code version}; false when another came
   * first.
   */
  boolean claim(UUID course, int version) {
    return sql.sql(
                "update course set version = version + 1 where clinic_id = current_clinic()"
                    + " and course_id = ? and version = ?")
            .params(course, version)
            .update()
        == 1;
  }

  void setState(UUID course, CourseState state) {
    sql.sql(
            "update course set state = ?, state_since = ?, state_reason = ?"
                + " where clinic_id = current_clinic() and course_id = ?")
        .params(
            state.key(),
            state.since(),
            state instanceof CourseState.Stopped(LocalDate _, String reason) ? reason : "",
            course)
        .update();
  }

  void setNote(UUID course, String note) {
    sql.sql("update course set note = ? where clinic_id = current_clinic() and course_id = ?")
        .params(note, course)
        .update();
  }

  void insertStep(UUID course, StepTaken step) {
    sql.sql(
            "insert into course_step (clinic_id, course_id, step, state, reason, done_by, done_at)"
                + " values (current_clinic(), ?, ?, ?, ?, ?, ?)")
        .params(
            course,
            step.step(),
            step.state(),
            step.reason(),
            step.by(),
            step.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<StepTaken> listSteps(UUID course) {
    return sql.sql(
            "select * from course_step where clinic_id = current_clinic() and course_id = ?"
                + " order by done_at, step_id")
        .param(course)
        .query((row, number) ->
            new StepTaken(
                row.getString("step"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("done_by"),
                row.getTimestamp("done_at").toInstant()))
        .list();
  }

  private static List<PatientCourse> group(JdbcClient.StatementSpec query) {
    Map<UUID, PatientCourse> found = new LinkedHashMap<>();
    Map<UUID, List<CourseSession>> sessions = new LinkedHashMap<>();
    query.query(row -> {
      UUID id = row.getObject("course_id", UUID.class);
      if (!found.containsKey(id)) {
        found.put(id, course(row));
      }
      if (row.getObject("number") != null) {
        sessions.computeIfAbsent(id, _ -> new ArrayList<>()).add(session(row));
      }
    });
    return found.values().stream()
        .map(one ->
            new PatientCourse(
                one.id(),
                one.patient(),
                one.goal(),
                one.state(),
                one.asked(),
                one.template(),
                one.knowledgeDigest(),
                one.knowledgeVersion(),
                one.note(),
                one.version(),
                sessions.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static PatientCourse course(ResultSet row) throws SQLException {
    return new PatientCourse(
        row.getObject("course_id", UUID.class),
        row.getObject("person", UUID.class),
        Goal.inClinic(row.getString("concern"), row.getString("site")),
        CourseState.of(
            row.getString("state"),
            row.getObject("state_since", LocalDate.class),
            row.getString("state_reason")),
        row.getObject("asked", LocalDate.class),
        row.getString("template"),
        row.getString("knowledge_digest"),
        row.getString("knowledge_version"),
        row.getString("note"),
        row.getInt("version"),
        List.of());
  }

  private static CourseSession session(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new CourseSession(
        row.getInt("number"),
        row.getBoolean("optional"),
        row.getObject("planned", LocalDate.class),
        row.getObject("earliest", LocalDate.class),
        row.getObject("latest", LocalDate.class),
        CourseSession.State.valueOf(row.getString("session_state")),
        java.util.Arrays.stream(Outcome.values())
            .filter(one -> one.key().equals(outcome))
            .findFirst()
            .orElse(Outcome.CANNOT_TELL),
        row.getString("reasons"));
  }
}
