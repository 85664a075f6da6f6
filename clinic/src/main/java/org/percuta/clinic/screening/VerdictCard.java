package org.percuta.clinic.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Limit;

/**
 * A verdict as staff read it: the date first, then what stands behind it.
 *
 * @param tone class of the card
 * @param icon name of the picture beside the word
 * @param missing the questions whose answer can still change it
 */
public record VerdictCard(
    String tone, String icon, String title, List<Line> reasons, List<String> missing) {

  private static final int MOST_QUESTIONS = 8;

  /** One reason: what, why, what next. */
  public record Line(String title, String because, String next) {}

  public static VerdictCard of(Verdict verdict) {
    return new VerdictCard(
        tone(verdict.outcome()),
        icon(verdict.outcome()),
        title(verdict.outcome(), verdict.on(), verdict.from()),
        verdict.reasons().stream()
            .filter(reason -> reason.rule().effect() != Effect.INFORM)
            .map(VerdictCard::line)
            .toList(),
        verdict.missing().stream()
            .map(Missing::question)
            .distinct()
            .limit(MOST_QUESTIONS)
            .toList());
  }

  /** A verdict that was kept, in the words of its time. */
  public static VerdictCard of(StoredVerdict verdict) {
    return new VerdictCard(
        tone(verdict.outcome()),
        icon(verdict.outcome()),
        title(verdict.outcome(), verdict.on(), verdict.from()),
        verdict.reasons().stream()
            .filter(reason -> reason.effect() != Effect.INFORM)
            .map(reason -> new Line(reason.title(), reason.words(), ""))
            .toList(),
        verdict.missing().stream().map(StoredVerdict.Open::question).distinct().toList());
  }

  public static String tone(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> "permitted";
      case PERMITTED_WITH_LIMITS, DEFERRED, NEEDS_CLEARANCE -> "limits";
      case CANNOT_TELL -> "unknown";
      case REFUSED -> "refused";
    };
  }

  public static String icon(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> "permitted";
      case PERMITTED_WITH_LIMITS -> "limits";
      case DEFERRED -> "wait";
      case NEEDS_CLEARANCE -> "clearance";
      case CANNOT_TELL -> "unknown";
      case REFUSED -> "refused";
    };
  }

  /** Colour of the small label that goes with the word. */
  public static String tag(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> "sage";
      case PERMITTED_WITH_LIMITS, DEFERRED, NEEDS_CLEARANCE -> "amber";
      case CANNOT_TELL -> "slate";
      case REFUSED -> "brick";
    };
  }

  public static String word(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> "Permitted";
      case PERMITTED_WITH_LIMITS -> "Permitted with limits";
      case DEFERRED -> "Has to wait";
      case NEEDS_CLEARANCE -> "Needs clearance";
      case CANNOT_TELL -> "Cannot tell yet";
      case REFUSED -> "Not permitted";
    };
  }

  private static String title(Outcome outcome, LocalDate on, @Nullable LocalDate from) {
    return switch (outcome) {
      case PERMITTED -> "Permitted on " + Dates.day(on);
      case PERMITTED_WITH_LIMITS -> "Permitted on " + Dates.day(on) + ", with limits";
      case DEFERRED ->
          from == null ? "Not before something is resolved" : "Not before " + Dates.day(from);
      case NEEDS_CLEARANCE -> "Not before a named clinician clears it";
      case CANNOT_TELL -> "Cannot tell for " + Dates.day(on) + ": something is not known";
      case REFUSED -> "Not permitted on what is known";
    };
  }

  private static Line line(Reason reason) {
    @Nullable Limit limit = reason.rule().limit();
    @Nullable String next = reason.rule().next();
    String then = limit != null ? limit.text() : next == null ? "" : next;
    return new Line(
        reason.rule().title() + (reason.precaution() ? " (not known, so it holds)" : ""),
        reason.because(),
        then);
  }
}
