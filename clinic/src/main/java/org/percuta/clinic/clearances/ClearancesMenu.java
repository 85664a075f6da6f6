package org.percuta.clinic.clearances;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clearances as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class ClearancesMenu {

  @Bean
  PatientTab clearancesTab() {
    return new PatientTab(
        22, "Clearances", "/clearances", Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER));
  }
}
