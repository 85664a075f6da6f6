package org.percuta.protocol.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Goal;

/**
 * A dated course.
 *
 * @param asked the date it was asked for
 * @param verdict the screening as of {@code asked}
 * @param template the course of the concern; absent when the knowledge has none
 * @param sessions in order; empty when no date is decided, and then {@code stop} says why
 * @param stop why there are fewer sessions than the template has; absent when there are not
 */
public record Course(
    Goal goal,
    LocalDate asked,
    Verdict verdict,
    @Nullable CourseTemplate template,
    List<PlannedSession> sessions,
    @Nullable Stop stop) {

  /**
   * Why a course ends before its last session.
   *
   * @param session number of the first session without a date
   * @param because in words a patient reads
   * @param verdict the verdict that stands in the way; absent when none does
   */
  public record Stop(int session, String because, @Nullable Verdict verdict) {}

  public Course {
    sessions = List.copyOf(sessions);
  }

  /** The sessions that are planned whatever a review says. */
  public List<PlannedSession> listPlanned() {
    return sessions.stream().filter(session -> !session.optional()).toList();
  }

  /** The sessions that wait for a review. */
  public List<PlannedSession> listOptional() {
    return sessions.stream().filter(PlannedSession::optional).toList();
  }
}
