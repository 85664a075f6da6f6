package org.percuta.fhir.read;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Nearest;

/**
 * What the status of a resource says: whether it counts at all, and whether it goes on. A status
 * that is absent, {@code unknown} or not of FHIR is read on the safe side: it counts and goes on.
 */
enum Standing {
  /** It does not count: wrong, refuted, planned, or never done. */
  ASIDE,
  /** It is so now. */
  GOING_ON,
  /** It was so, and has ended. */
  OVER;

  private static final Map<String, Standing> REQUEST =
      Map.of(
          "active", GOING_ON,
          "on-hold", GOING_ON,
          "unknown", GOING_ON,
          "completed", OVER,
          "stopped", OVER,
          "cancelled", ASIDE,
          "draft", ASIDE,
          "entered-in-error", ASIDE);
  private static final Map<String, Standing> STATEMENT =
      Map.of(
          "active", GOING_ON,
          "on-hold", GOING_ON,
          "unknown", GOING_ON,
          "completed", OVER,
          "stopped", OVER,
          "intended", ASIDE,
          "not-taken", ASIDE,
          "entered-in-error", ASIDE);
  private static final Map<String, Standing> EVENT =
      Map.of(
          "in-progress", GOING_ON,
          "on-hold", GOING_ON,
          "completed", OVER,
          "stopped", OVER,
          "unknown", OVER,
          "preparation", ASIDE,
          "not-done", ASIDE,
          "entered-in-error", ASIDE);
  private static final Map<String, Standing> OBSERVATION =
      Map.of(
          "final", OVER,
          "amended", OVER,
          "corrected", OVER,
          "preliminary", OVER,
          "registered", OVER,
          "unknown", OVER,
          "cancelled", ASIDE,
          "entered-in-error", ASIDE);
  private static final Map<String, Standing> QUESTIONNAIRE =
      Map.of(
          "completed", OVER,
          "amended", OVER,
          "in-progress", OVER,
          "stopped", OVER,
          "entered-in-error", ASIDE);
  private static final Map<String, Standing> CLINICAL =
      Map.of(
          "active", GOING_ON,
          "recurrence", GOING_ON,
          "relapse", GOING_ON,
          "inactive", OVER,
          "remission", OVER,
          "resolved", OVER);
  private static final Map<String, Standing> VERIFICATION =
      Map.of(
          "confirmed", GOING_ON,
          "unconfirmed", GOING_ON,
          "provisional", GOING_ON,
          "differential", GOING_ON,
          "presumed", GOING_ON,
          "refuted", ASIDE,
          "entered-in-error", ASIDE);

  static Standing of(Draft draft, FindingSink sink) {
    return switch (draft.kind) {
      case CONDITION, ALLERGY_INTOLERANCE -> {
        Standing verified =
            look("verificationStatus", draft.verificationStatus, VERIFICATION, draft, sink);
        yield verified == ASIDE
            ? ASIDE
            : look("clinicalStatus", draft.clinicalStatus, CLINICAL, draft, sink);
      }
      case MEDICATION_REQUEST ->
          draft.doNotPerform || "proposal".equals(draft.intent) || "option".equals(draft.intent)
              ? ASIDE
              : look("status", draft.status, REQUEST, draft, sink);
      case MEDICATION_STATEMENT -> look("status", draft.status, STATEMENT, draft, sink);
      case MEDICATION_ADMINISTRATION, PROCEDURE ->
          draft.status == null ? OVER : look("status", draft.status, EVENT, draft, sink);
      case OBSERVATION -> look("status", draft.status, OBSERVATION, draft, sink);
      case QUESTIONNAIRE_RESPONSE -> look("status", draft.status, QUESTIONNAIRE, draft, sink);
      case PATIENT, MEDICATION -> GOING_ON;
    };
  }

  private static Standing look(
      String element,
      @Nullable String said,
      Map<String, Standing> known,
      Draft draft,
      FindingSink sink) {
    if (said == null) {
      return GOING_ON;
    }
    Standing standing = known.get(said);
    if (standing != null) {
      return standing;
    }
    Collection<String> words = known.keySet();
    sink.warning(
        "PX-0414",
        "'"
            + said
            + "' is no "
            + element
            + " of a "
            + draft.kind.type
            + "; it is taken as going on, to be safe.",
        draft.path() + "." + element,
        draft.place,
        Nearest.hint(said, words));
    return GOING_ON;
  }
}
