package org.percuta.clinic.courses;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.protocol.model.Goal;

/**
 * A course of one patient as stored.
 *
 * @param asked the date it was planned on
 * @param template id of the knowledge's course it follows
 * @param knowledgeDigest of the knowledge it was planned with
 * @param version counts changes; an edit says which version it began from
 */
public record PatientCourse(
    UUID id,
    UUID patient,
    Goal goal,
    CourseState state,
    LocalDate asked,
    String template,
    String knowledgeDigest,
    String knowledgeVersion,
    String note,
    int version,
    List<CourseSession> sessions) {

  public PatientCourse {
    sessions = List.copyOf(sessions);
  }

  /** The same course with other sessions. */
  public PatientCourse with(List<CourseSession> newSessions) {
    return new PatientCourse(
        id,
        patient,
        goal,
        state,
        asked,
        template,
        knowledgeDigest,
        knowledgeVersion,
        note,
        version,
        newSessions);
  }

  public Optional<CourseSession> findSession(int number) {
    return sessions.stream().filter(session -> session.number() == number).findFirst();
  }

  /** The next session that has not been held or left out. */
  public Optional<CourseSession> findNext() {
    return sessions.stream().filter(CourseSession::isPlanned).findFirst();
  }

  public long held() {
    return sessions.stream().filter(one -> one.state() == CourseSession.State.HELD).count();
  }

  /** The session counted before {@code number}, left-out ones passed over. */
  public Optional<CourseSession> findBefore(int number) {
    return sessions.stream()
        .filter(one -> one.number() < number && one.state() != CourseSession.State.LEFT_OUT)
        .reduce((_, later) -> later);
  }

  /** The same course with these sessions at other dates. */
  PatientCourse moved(List<SessionDates.Placed> placed) {
    return with(
        sessions.stream()
            .map(one ->
                placed.stream()
                    .filter(place -> place.number() == one.number())
                    .findFirst()
                    .map(one::at)
                    .orElse(one))
            .toList());
  }
}
