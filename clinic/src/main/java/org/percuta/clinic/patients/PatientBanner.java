package org.percuta.clinic.patients;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.percuta.clinic.knowledge.Dates;

/**
 * What stays in sight on every page of one patient; shown by the template {@code patients/frame}.
 *
 * @param alerts short words that must not be missed
 */
public record PatientBanner(
    UUID id,
    String name,
    String born,
    String skin,
    boolean archived,
    List<String> alerts,
    List<Tab> tabs) {

  /** One page of the patient's record. */
  public record Tab(String word, String address) {}

  /** Whether a page lies below a tab's page; the record's own lies above all others. */
  public boolean isWithin(Tab tab, String path) {
    return !tab.address().equals("/patients/" + id) && path.startsWith(tab.address() + "/");
  }

  static PatientBanner of(Patient patient, LocalDate today, List<String> alerts, List<Tab> tabs) {
    return new PatientBanner(
        patient.id(),
        patient.name(),
        Dates.day(patient.birthDate()) + ", " + patient.ageOn(today) + " years",
        patient.phototype() == null ? "Phototype not known" : "Phototype " + patient.phototype(),
        patient.state() == Patient.State.ARCHIVED,
        List.copyOf(alerts),
        List.copyOf(tabs));
  }
}
