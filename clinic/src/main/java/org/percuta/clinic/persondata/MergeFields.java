package org.percuta.clinic.persondata;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;

/** The fields of a patient among which a merge chooses. */
enum MergeFields {
  GIVEN("Given name", "given_name", Patient::givenName),
  FAMILY("Family name", "family_name", Patient::familyName),
  BORN("Date of birth", "birth_date", patient -> Dates.day(patient.birthDate())),
  SEX("Sex", "sex", patient -> word(patient.sex().name())),
  PHOTOTYPE(
      "Phototype",
      "phototype",
      patient -> patient.phototype() == null ? "" : patient.phototype().toString()),
  WEIGHT("Weight", "weight_kg", MergeFields::weight),
  EMAIL("E-mail", "email", Patient::email),
  PHONE("Phone", "phone", Patient::phone),
  NOTE("Note", "note", Patient::note),
  STATE("State", "state", patient -> word(patient.state().name()));

  private final String label;
  private final String column;
  private final Function<Patient, String> value;

  MergeFields(String label, String column, Function<Patient, String> value) {
    this.label = label;
    this.column = column;
    this.value = value;
  }

  String label() {
    return label;
  }

  String column() {
    return column;
  }

  /** As a person reads it; empty when nothing is known. */
  String value(Patient patient) {
    return value.apply(patient);
  }

  /** Name of the form's field. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Fields in which the two differ. */
  static List<MergeFields> differing(Patient kept, Patient other) {
    return List.of(values()).stream()
        .filter(field -> !field.value(kept).equals(field.value(other)))
        .toList();
  }

  /** What the page proposes: the kept record's value, unless only the other has one. */
  boolean isProposedFromOther(Patient kept) {
    String own = value(kept);
    return own.isEmpty() || (this == SEX && own.equals("Unknown"));
  }

  private static String weight(Patient patient) {
    BigDecimal weight_kg = patient.weight_kg();
    return weight_kg == null ? "" : weight_kg.stripTrailingZeros().toPlainString() + " kg";
  }

  private static String word(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }
}
