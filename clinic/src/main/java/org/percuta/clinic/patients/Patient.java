package org.percuta.clinic.patients;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One patient as the record now stands.
 *
 * @param phototype Fitzpatrick, 1 to 6
 * @param weight_kg body weight in kg
 * @param version counts changes; an edit says which version it began from
 */
public record Patient(
    UUID id,
    String givenName,
    String familyName,
    LocalDate birthDate,
    Sex sex,
    @Nullable Integer phototype,
    @Nullable BigDecimal weight_kg,
    String email,
    String phone,
    String note,
    State state,
    int version) {

  /** As FHIR {@code AdministrativeGender}. */
  public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
  }

  /** Whether the clinic still sees this person; MERGED is read through another record. */
  public enum State {
    ACTIVE,
    ARCHIVED,
    MERGED
  }

  public String name() {
    return givenName + " " + familyName;
  }

  public int ageOn(LocalDate day) {
    return Math.max(0, Period.between(birthDate, day).getYears());
  }
}
