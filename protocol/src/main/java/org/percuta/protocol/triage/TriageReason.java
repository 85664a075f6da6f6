package org.percuta.protocol.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.TriageLevel;

/**
 * One reason for a triage level.
 *
 * @param symptom id of the symptom it is about; absent when it is about the course of healing
 * @param severity how strong it was reported; absent with the symptom
 * @param item id of the red flag, the recovery expectation or the symptom it rests on
 * @param because in words a patient reads
 */
public record TriageReason(
    TriageLevel level,
    @Nullable String symptom,
    @Nullable Severity severity,
    String item,
    String because,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict) {

  static TriageReason of(
      TriageLevel level, String symptom, Severity severity, Sourced item, String because) {
    return new TriageReason(
        level,
        symptom,
        severity,
        item.id(),
        because,
        item.claims(),
        item.literature(),
        item.grade(),
        item.conflict());
  }
}
