package org.percuta.clinic.patients;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.web.Form;

/** A patient's fields as a form shows and sends them. */
public record PatientFields(
    String given,
    String family,
    LocalDate born,
    Patient.Sex sex,
    @Nullable Integer phototype,
    @Nullable BigDecimal weight_kg,
    String email,
    String phone,
    String note) {

  private static final int OLDEST_YEARS = 130;

  /** Field and the words for it, in the order of the form. */
  static final Map<String, String> NAMES =
      ordered(
          "given",
          "Given name",
          "family",
          "Family name",
          "born",
          "Date of birth",
          "sex",
          "Sex",
          "phototype",
          "Phototype",
          "weight",
          "Weight",
          "email",
          "E-mail",
          "phone",
          "Phone",
          "note",
          "Note");

  /** Empty, with faults in the form, when something cannot be stored. */
  public static Optional<PatientFields> read(Form form, LocalDate today) {
    String given = form.text("given", "the given name", 100);
    String family = form.text("family", "the family name", 100);
    Optional<LocalDate> born = form.day("born", "the date of birth");
    if (born.isPresent() && born.get().isAfter(today)) {
      form.reject("born", born.get() + " has not come yet.");
    } else if (born.isPresent() && born.get().isBefore(today.minusYears(OLDEST_YEARS))) {
      form.reject("born", born.get() + " is more than " + OLDEST_YEARS + " years ago.");
    }
    Optional<Patient.Sex> sex = form.choice("sex", "one of these", Patient.Sex.class);
    @Nullable Integer phototype = phototype(form);
    @Nullable BigDecimal weight_kg =
        form.number("weight", "kg", 1, 500).map(BigDecimal::valueOf).orElse(null);
    String email = form.optionalText("email", "an e-mail address", 320);
    if (!email.isEmpty() && (email.indexOf('@') < 1 || email.contains(" "))) {
      form.reject("email", "'" + email + "' is not an e-mail address. Maybe the @ is missing?");
    }
    String phone = form.optionalText("phone", "a phone number", 40);
    String note = form.optionalText("note", "a note", 4000);
    if (!form.isValid() || born.isEmpty() || sex.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PatientFields(
            given, family, born.get(), sex.get(), phototype, weight_kg, email, phone, note));
  }

  static Map<String, String> of(Patient patient) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("given", patient.givenName());
    fields.put("family", patient.familyName());
    fields.put("born", patient.birthDate().toString());
    fields.put("sex", patient.sex().name());
    fields.put("phototype", patient.phototype() == null ? "" : patient.phototype().toString());
    BigDecimal weight_kg = patient.weight_kg();
    fields.put("weight", weight_kg == null ? "" : weight_kg.stripTrailingZeros().toPlainString());
    fields.put("email", patient.email());
    fields.put("phone", patient.phone());
    fields.put("note", patient.note());
    return fields;
  }

  private static @Nullable Integer phototype(Form form) {
    String text = form.value("phototype");
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '6') {
      return text.charAt(0) - '0';
    }
    form.reject("phototype", "Choose a phototype from 1 to 6, or not known.");
    return null;
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
