package org.percuta.clinic.consent;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Consents as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class ConsentMenu {

  @Bean
  PatientTab consentsTab() {
    return new PatientTab(
        35, "Consents", "/consents", Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER));
  }
}
