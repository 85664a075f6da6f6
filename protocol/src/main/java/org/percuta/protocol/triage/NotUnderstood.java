package org.percuta.protocol.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Finding;

/**
 * A report of which something was not understood. It is never answered as if the rest were all: a
 * symptom that nobody understood may be the one that matters.
 *
 * @param findings what was not understood, with the nearest known word
 * @param atLeast what the understood part calls for by itself, so that an urgent sign is not lost
 *     over a misspelt one; absent when the day is impossible
 */
public record NotUnderstood(List<Finding> findings, @Nullable TriageResult atLeast)
    implements Assessment {

  public NotUnderstood {
    findings = List.copyOf(findings);
  }
}
