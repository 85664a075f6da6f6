package org.percuta.protocol.plan;

import java.time.LocalDate;
import org.percuta.protocol.evaluate.Verdict;

/**
 * One session of a course.
 *
 * @param number from 1
 * @param optional true when it is past the fewest sessions of the course: it takes place only if
 *     the review after the session before it asks for it (conflict C42)
 * @param date the planned date
 * @param earliest first date it may be held on: nothing before it is permitted, or it is too close
 *     to the session before
 * @param latest last date of the target window; {@code date} for the first session, which has no
 *     window, and for one that had to go past it
 * @param late true when {@code date} is past the target window because nothing in it is permitted
 * @param verdict the screening as of {@code date}, with the session before it counted
 */
public record PlannedSession(
    int number,
    boolean optional,
    LocalDate date,
    LocalDate earliest,
    LocalDate latest,
    boolean late,
    Verdict verdict) {}
