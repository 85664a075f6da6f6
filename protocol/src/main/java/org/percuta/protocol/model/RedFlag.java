package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that calls for more than waiting.
 *
 * @param symptoms any of these
 * @param atLeast from this severity up
 * @param fromDay first day after the session, 0 is the day itself
 * @param toDay last day; no end when absent
 * @param act what to do, as a patient reads it
 */
public record RedFlag(
    String id,
    List<String> symptoms,
    Severity atLeast,
    int fromDay,
    @Nullable Integer toDay,
    TriageLevel level,
    @NamesSettings String because,
    @NamesSettings List<String> act,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {}
