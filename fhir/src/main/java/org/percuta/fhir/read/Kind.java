package org.percuta.fhir.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resource types that are read. */
enum Kind {
  PATIENT("Patient"),
  CONDITION("Condition"),
  MEDICATION("Medication"),
  MEDICATION_REQUEST("MedicationRequest"),
  MEDICATION_STATEMENT("MedicationStatement"),
  MEDICATION_ADMINISTRATION("MedicationAdministration"),
  ALLERGY_INTOLERANCE("AllergyIntolerance"),
  PROCEDURE("Procedure"),
  OBSERVATION("Observation"),
  QUESTIONNAIRE_RESPONSE("QuestionnaireResponse");

  private static final Map<String, Kind> BY_TYPE = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_TYPE.put(kind.type, kind);
    }
  }

  final String type;

  Kind(String type) {
    this.type = type;
  }

  static @Nullable Kind of(String type) {
    return BY_TYPE.get(type);
  }

  /** Whether other resources that are read refer to it. */
  boolean isReferredTo() {
    return this == PATIENT || this == MEDICATION;
  }

  boolean isMedicine() {
    return this == MEDICATION_REQUEST
        || this == MEDICATION_STATEMENT
        || this == MEDICATION_ADMINISTRATION;
  }
}
