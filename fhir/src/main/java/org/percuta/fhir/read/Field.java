package org.percuta.fhir.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of a resource that are read; everything else is skipped. */
enum Field {
  ID("id"),
  META("meta"),
  STATUS("status"),
  INTENT("intent"),
  DO_NOT_PERFORM("doNotPerform"),
  CLINICAL_STATUS("clinicalStatus"),
  VERIFICATION_STATUS("verificationStatus"),
  CODE("code"),
  MEDICATION_CONCEPT("medicationCodeableConcept"),
  MEDICATION_REFERENCE("medicationReference"),
  SUBJECT("subject"),
  PATIENT("patient"),
  BODY_SITE("bodySite"),
  ONSET_DATE("onsetDateTime"),
  ONSET_PERIOD("onsetPeriod"),
  ONSET_AGE("onsetAge"),
  ABATEMENT_DATE("abatementDateTime"),
  ABATEMENT_PERIOD("abatementPeriod"),
  ABATEMENT_AGE("abatementAge"),
  ABATEMENT_BOOLEAN("abatementBoolean"),
  ABATEMENT_STRING("abatementString"),
  ABATEMENT_RANGE("abatementRange"),
  RECORDED_DATE("recordedDate"),
  AUTHORED_ON("authoredOn"),
  DATE_ASSERTED("dateAsserted"),
  ISSUED("issued"),
  PERFORMED_DATE("performedDateTime"),
  PERFORMED_PERIOD("performedPeriod"),
  PERFORMED_AGE("performedAge"),
  EFFECTIVE_DATE("effectiveDateTime"),
  EFFECTIVE_PERIOD("effectivePeriod"),
  EFFECTIVE_INSTANT("effectiveInstant"),
  DISPENSE_REQUEST("dispenseRequest"),
  DOSAGE_INSTRUCTION("dosageInstruction"),
  BASED_ON("basedOn"),
  CONTAINED("contained"),
  INGREDIENT("ingredient"),
  REACTION("reaction"),
  VALUE_CONCEPT("valueCodeableConcept"),
  VALUE_BOOLEAN("valueBoolean"),
  VALUE_QUANTITY("valueQuantity"),
  NAME("name"),
  BIRTH_DATE("birthDate"),
  GENDER("gender"),
  DECEASED_BOOLEAN("deceasedBoolean"),
  DECEASED_DATE("deceasedDateTime"),
  ITEM("item");

  private static final Map<String, Field> BY_NAME = new HashMap<>(256);

  static {
    for (Field field : values()) {
      BY_NAME.put(field.name, field);
    }
  }

  private final String name;

  Field(String name) {
    this.name = name;
  }

  static @Nullable Field of(String name) {
    return BY_NAME.get(name);
  }
}
