package org.percuta.clinic.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Effect;

/**
 * A verdict as it is kept: all that was said, in the words it was said in. Stored as JSON by the
 * names of its parts, so renaming one is a change of format.
 *
 * @param from the first permitted date, if the facts alone decide it
 * @param notBefore the first date on which nothing known stands against it
 */
public record StoredVerdict(
    Outcome outcome,
    LocalDate on,
    @Nullable LocalDate from,
    @Nullable LocalDate notBefore,
    List<Why> reasons,
    List<Open> missing,
    List<Lifted> cleared) {

  public StoredVerdict {
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
    cleared = List.copyOf(cleared);
  }

  /**
   * One reason.
   *
   * @param facts what it rested on, in words with where each was read
   * @param until the day on which it ends; absent when it has none
   * @param precaution true when it held only because something was not known
   */
  public record Why(
      String rule,
      String title,
      Effect effect,
      String because,
      @Nullable String next,
      @Nullable String limit,
      List<String> facts,
      @Nullable LocalDate until,
      boolean precaution) {

    public Why {
      facts = List.copyOf(facts);
    }

    /** As {@link Reason#because}; what is stored are the rule's words, for a replay to compare. */
    public String words() {
      return precaution ? Reason.NOT_KNOWN : because;
    }
  }

  /** Something that was still to ask. */
  public record Open(String fact, @Nullable String detail, String question) {}

  /** A rule that a clearance lifted. */
  public record Lifted(String rule, String title, String by, LocalDate expires) {}

  public static StoredVerdict of(Verdict verdict) {
    return new StoredVerdict(
        verdict.outcome(),
        verdict.on(),
        verdict.from(),
        verdict.notBefore(),
        verdict.reasons().stream()
            .map(reason ->
                new Why(
                    reason.rule().id(),
                    reason.rule().title(),
                    reason.rule().effect(),
                    reason.rule().because(),
                    reason.rule().next(),
                    reason.rule().limit() == null ? null : reason.rule().limit().text(),
                    reason.facts(),
                    reason.until() instanceof Until.Date(LocalDate day) ? day : null,
                    reason.precaution()))
            .toList(),
        verdict.missing().stream()
            .map(missing ->
                new Open(
                    missing.fact(),
                    missing.detail() == null ? null : missing.detail().name(),
                    missing.question()))
            .toList(),
        verdict.cleared().stream()
            .map(cleared ->
                new Lifted(
                    cleared.rule().id(),
                    cleared.rule().title(),
                    cleared.clearance().by(),
                    cleared.clearance().expires()))
            .toList());
  }
}
