package org.percuta.clinic.consent;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.percuta.clinic.patients.Patient;

/** The typed name under a consent. */
final class SignedName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern APART = Pattern.compile("[^\\p{L}]+");

  private SignedName() {}

  /**
   * Whether it can be the patient's own: it has a part of their name. More is not asked, since
   * people write their names in more than one way.
   */
  static boolean isOf(Patient patient, String name) {
    Set<String> own = parts(patient.name());
    return parts(name).stream().anyMatch(own::contains);
  }

  /**
   * The name as it is kept.
   *
   * @param standing who somebody is that signs for the patient; empty for the patient
   */
  static String of(String name, String standing) {
    return standing.isEmpty() ? name : name + " (" + standing + ")";
  }

  private static Set<String> parts(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(APART.split(plain.toLowerCase(Locale.ROOT)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
