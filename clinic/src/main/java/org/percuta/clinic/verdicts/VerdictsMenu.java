package org.percuta.clinic.verdicts;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verdict as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class VerdictsMenu {

  @Bean
  PatientTab verdictTab() {
    return new PatientTab(
        20, "Verdict", "/verdict", Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER));
  }
}
