package org.percuta.protocol.evaluate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Limit;

/**
 * The answer to "may this person be treated, for this goal, on this date".
 *
 * @param from the earliest date from {@code on} on which it is permitted, if the facts alone decide
 *     it; {@code on} itself when permitted
 * @param notBefore the earliest date on which nothing known stands against it, even though
 *     something is still unknown or to be cleared; absent when no date does
 * @param reasons every rule that fires, strictest first
 * @param missing what is still to ask: only what can still change the verdict, most decisive first
 * @param cleared rules that would fire but for a recorded clearance
 */
public record Verdict(
    Goal goal,
    LocalDate on,
    Outcome outcome,
    @Nullable LocalDate from,
    @Nullable LocalDate notBefore,
    List<Reason> reasons,
    List<Limit> limits,
    List<Missing> missing,
    List<Cleared> cleared) {}
