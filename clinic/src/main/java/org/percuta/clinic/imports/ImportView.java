package org.percuta.clinic.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;

/** What the pages about imports show. */
final class ImportView {

  private ImportView() {}

  /** Which people somebody was asked about. */
  static String ids(List<Patient> people) {
    return people.stream()
        .map(one -> one.id().toString())
        .sorted()
        .collect(Collectors.joining(","));
  }

  /**
   * @param banner absent for a new person
   */
  record UploadPage(@Nullable PatientBanner banner, Form form) {}

  /** What was said about one fact. */
  record Group(String label, List<Line> lines) {}

  /**
   * One statement.
   *
   * @param codes the codes it was read from, in words
   * @param there true when the record says it already
   */
  record Line(String said, String codes, String source, boolean there) {}

  /** Something wrong with the file: where, what, likely fix. */
  record Fault(boolean error, String place, String words, String hint) {}

  /**
   * A file as it was understood.
   *
   * @param person whom it is about, as far as it says
   * @param fresh how many statements would be added
   * @param notUnderstood what it holds besides, in words
   */
  record Reading(
      String file,
      String person,
      List<Group> groups,
      int fresh,
      List<Fault> faults,
      List<String> notUnderstood) {}

  /**
   * @param differences between the person of the file and of the record
   */
  record ReviewPage(
      PatientBanner banner, UUID id, Reading reading, List<String> differences, Form form) {}

  /**
   * @param same people here who may be this one
   */
  record PersonPage(
      UUID id,
      Reading reading,
      List<Patient> same,
      Form form,
      Map<String, String> sexes,
      Map<String, String> phototypes) {}
}
