package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.screening.ReasonCard;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.model.Effect;

/**
 * One reason of a verdict, opened on a tap.
 *
 * @param when what it does, and until when
 * @param limit the limit, if it is one
 */
record ReasonLine(
    String tone,
    String title,
    String when,
    String because,
    @Nullable String next,
    @Nullable String limit,
    List<String> facts,
    Trace trace) {

  static ReasonLine of(Reason reason, Traces traces) {
    var limit = reason.rule().limit();
    return new ReasonLine(
        ReasonCard.icon(reason.rule().effect()),
        reason.rule().title(),
        when(reason),
        reason.because(),
        reason.precaution()
            ? "Ask or find out, then answer again, or tell the clinic."
            : reason.rule().next(),
        limit == null ? null : limit.text(),
        reason.facts(),
        traces.of(reason.rule()));
  }

  private static String when(Reason reason) {
    String does =
        switch (reason.rule().effect()) {
          case REFUSE -> "Not while this is so";
          case CLEAR -> "A clinician has to agree";
          case DEFER -> "Wait";
          case LIMIT -> "A limit to keep to";
          case INFORM -> "A risk to know";
        };
    if (reason.precaution()) {
      return does + ", to be safe, until you know";
    }
    return switch (reason.until()) {
      case Until.Date(LocalDate date) -> does + ", until " + Dates.day(date);
      case Until.Resolved _ ->
          reason.rule().effect() == Effect.DEFER ? "Wait until it has settled" : does;
      case Until.Never _ -> does;
    };
  }
}
