package org.percuta.fhir.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;

/**
 * From when to when a resource says that something was so.
 *
 * @param since absent when the beginning is not known
 * @param until absent when it goes on
 */
record Span(@Nullable PartialDate since, @Nullable PartialDate until) {

  /**
   * A condition or an allergy. One that has ended without a date ended, at the latest, when its
   * record was last written; one without any date ended before all that is recorded.
   */
  static Span ofCondition(
      Draft draft, Standing standing, @Nullable PartialDate birth, FindingSink sink) {
    PartialDate since = orAge(draft.began, birth, draft.beganAge);
    PartialDate abated = orAge(draft.ended, birth, draft.endedAge);
    boolean saysAbated = abated != null || draft.abated || draft.endedAge != null;
    if (standing == Standing.GOING_ON && draft.clinicalStatus != null && saysAbated) {
      sink.warning(
          "PX-0418",
          draft.name()
              + " is "
              + draft.clinicalStatus
              + " and abated at once; it counts as going"
              + " on, to be safe.",
          draft.path(),
          draft.place,
          "Maybe its clinicalStatus should be resolved?");
      return new Span(since, null);
    }
    if (standing == Standing.GOING_ON && !saysAbated) {
      return new Span(since, null);
    }
    PartialDate until = abated == null ? lastWritten(draft, since) : abated;
    if (until == null) {
      until = LONG_AGO;
    }
    if (since != null && until.latest().isBefore(since.earliest())) {
      sink.warning(
          "PX-0418",
          draft.name()
              + " ends ("
              + until
              + ") before it begins ("
              + since
              + "); it counts as going on, to be safe.",
          draft.path(),
          draft.place,
          "Maybe the two dates are swapped?");
      return new Span(null, null);
    }
    return new Span(since, until);
  }

  private static final PartialDate LONG_AGO = PartialDate.of(LocalDate.of(1900, 1, 1));

  /** A prescription, a statement about a medicine, or a dose given. */
  static Span ofMedicine(Draft draft, Standing standing) {
    PartialDate since =
        earlier(draft.began, draft.kind == Kind.MEDICATION_REQUEST ? draft.recorded : null);
    if (standing == Standing.GOING_ON) {
      return new Span(since, null);
    }
    PartialDate last =
        PartialDates.later(PartialDates.later(draft.ended, draft.supplied), suppliedUntil(draft));
    if (last == null || draft.kind == Kind.MEDICATION_REQUEST) {
      last = PartialDates.later(last, lastWritten(draft, draft.began));
    }
    return sound(since, last);
  }

  /** A procedure: its last day is the exposure. */
  static Span ofProcedure(Draft draft, Standing standing, @Nullable PartialDate birth) {
    PartialDate since = orAge(draft.began, birth, draft.beganAge);
    if (standing == Standing.GOING_ON) {
      return new Span(since, null);
    }
    PartialDate ended = orAge(draft.ended, birth, draft.endedAge);
    return sound(since, ended == null ? lastWritten(draft, since) : ended);
  }

  /** An end before the beginning would make it never so; then neither is believed. */
  private static Span sound(@Nullable PartialDate since, @Nullable PartialDate last) {
    boolean swapped = since != null && last != null && last.latest().isBefore(since.earliest());
    return swapped ? new Span(null, since) : new Span(since, last);
  }

  /** The day the supply ran out that was dispensed or repeated, taken as prescribed. */
  private static @Nullable PartialDate suppliedUntil(Draft draft) {
    PartialDate from = PartialDates.later(draft.began, draft.recorded);
    return from == null || draft.supplyDays == 0
        ? null
        : PartialDates.plusDays(from, draft.supplyDays * (draft.repeats + 1));
  }

  /** The latest day on which anything was written into the resource, as far as it says. */
  private static @Nullable PartialDate lastWritten(Draft draft, @Nullable PartialDate since) {
    PartialDate written = PartialDates.later(since, draft.recorded);
    return draft.kind == Kind.MEDICATION_REQUEST && written != null
        ? written
        : PartialDates.later(written, draft.updated);
  }

  private static @Nullable PartialDate orAge(
      @Nullable PartialDate date, @Nullable PartialDate birth, Draft.@Nullable Age age) {
    return date == null ? PartialDates.atAge(birth, age) : date;
  }

  private static @Nullable PartialDate earlier(@Nullable PartialDate a, @Nullable PartialDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.earliest().isBefore(a.earliest()) ? b : a;
  }
}
