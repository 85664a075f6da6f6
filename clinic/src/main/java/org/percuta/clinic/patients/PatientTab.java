package org.percuta.clinic.patients;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;

/**
 * One tab of a patient's pages. A feature contributes its own as a bean.
 *
 * @param path after {@code /patients/{patientId}}, empty or beginning with a slash
 * @param roles who sees it
 */
public record PatientTab(int order, String word, String path, Set<Role> roles) {

  public PatientTab {
    roles = Set.copyOf(roles);
  }
}
