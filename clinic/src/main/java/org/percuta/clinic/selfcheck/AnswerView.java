package org.percuta.clinic.selfcheck;

import java.util.List;
import org.percuta.clinic.knowledge.CareCard;
import org.percuta.clinic.knowledge.Trace;

/**
 * What a report calls for.
 *
 * @param unsure what is not known, which counts as a call
 * @param expected what is usual on that day
 * @param cards what would call for more on that day
 */
record AnswerView(
    int day,
    String tone,
    String title,
    List<String> acts,
    List<String> unsure,
    List<Reason> reasons,
    List<Reason> expected,
    List<CareCard> cards) {

  /** A sentence and where it comes from. */
  record Reason(String text, Trace trace) {}
}
