package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sourced sentence to show: explanation, comparison, consent, home use, who may perform it, what
 * moves the price.
 *
 * @param topic groups statements on a page, for example {@code laser} among comparisons
 * @param title short heading; absent when the text stands alone
 * @param concerns shown only for these concerns; for all when empty
 * @param facts shown only to people with one of these facts; to all when empty
 */
public record Statement(
    String id,
    Kind kind,
    String topic,
    @Nullable String title,
    @NamesSettings String text,
    List<String> concerns,
    List<String> facts,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Where it is shown. */
  public enum Kind {
    UNDERSTAND,
    COMPARISON,
    CONSENT,
    HOME_USE,
    PRACTITIONER,
    COST_DRIVER,
    ASSESSMENT,
    EVIDENCE,
    NUMBING
  }
}
