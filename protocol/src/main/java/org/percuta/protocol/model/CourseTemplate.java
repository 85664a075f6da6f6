package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.Interval;

/**
 * How many sessions a concern is planned for, and how far apart.
 *
 * @param concerns concern ids it is for
 * @param sessionsLow fewest sessions of a first course
 * @param sessionsHigh most sessions before a review; never extended past it automatically
 * @param floor shortest interval; the calendar refuses anything earlier
 * @param target longest interval of the target window
 */
public record CourseTemplate(
    String id,
    List<String> concerns,
    int sessionsLow,
    int sessionsHigh,
    Interval floor,
    Interval target,
    @NamesSettings String note,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {}
