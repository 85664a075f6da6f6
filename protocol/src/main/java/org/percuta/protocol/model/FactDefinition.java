package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that can be known, denied or unknown about a person.
 *
 * @param sited whether it is at a place on the body
 * @param supply whether it matters if it was prescribed or bought
 * @param details what to ask once the answer is yes
 */
public record FactDefinition(
    @Meaning("The key used in intake files.") String id,
    String label,
    @Meaning("The question as a person reads it.") String question,
    @NamesSettings @Meaning("Why we ask, in plain words.") String why,
    FactGroup group,
    boolean sited,
    boolean supply,
    List<Detail> details,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** A follow-up asked when the answer is yes. */
  public enum Detail {
    SINCE,
    UNTIL,
    LAST,
    SITE,
    PRESCRIBED
  }
}
