package org.percuta.protocol.model;

import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;

/**
 * The person, as far as known.
 *
 * @param phototype Fitzpatrick phototype, 1 to 6
 * @param weight_kg body weight in kg
 */
public record Patient(
    @Nullable String id,
    @Nullable PartialDate birthDate,
    @Nullable Sex sex,
    @Nullable Integer phototype,
    @Nullable Double weight_kg) {

  public static final Patient UNKNOWN = new Patient(null, null, null, null, null);

  /** Administrative sex, as FHIR {@code AdministrativeGender}. */
  public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
  }
}
