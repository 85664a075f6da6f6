package org.percuta.protocol.evaluate;

import java.util.List;
import org.percuta.protocol.model.Rule;

/**
 * One rule that fires, and why.
 *
 * @param facts what it rests on, in words with where each was read
 * @param until when it stops firing
 * @param precaution true when the fact is unknown and the limit holds until it is answered
 */
public record Reason(Rule rule, List<String> facts, Until until, boolean precaution) {

  /** What is said instead of a rule's own words, which tell a fact, where the fact is not known. */
  public static final String NOT_KNOWN =
      "Whether this is so is not known. Until it is, the limit holds, to be safe.";

  /** Why, in words for the person: the rule's own only where it is known to be so. */
  public String because() {
    return precaution ? NOT_KNOWN : rule.because();
  }
}
