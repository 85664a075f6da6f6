package org.percuta.clinic.patients;

import java.util.List;
import java.util.UUID;

/** A feature's say in the patient banner. Called within the clinic's transaction. */
public interface PatientAlerts {

  /** Short words that must not be missed, for example "No treatment before 20 December 2026". */
  List<String> of(UUID patient);
}
