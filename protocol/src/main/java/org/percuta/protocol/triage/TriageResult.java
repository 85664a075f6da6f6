package org.percuta.protocol.triage;

import java.util.List;
import org.percuta.protocol.model.TriageLevel;

/**
 * What a report calls for.
 *
 * @param level the strictest level of any reason; expected when there is none
 * @param reasons every reason, strictest first
 * @param act what to do, as a patient reads it; never empty, and nothing in it is milder than the
 *     level asks for
 */
public record TriageResult(TriageLevel level, List<TriageReason> reasons, List<String> act)
    implements Assessment {

  public TriageResult {
    reasons = List.copyOf(reasons);
    act = List.copyOf(act);
  }
}
