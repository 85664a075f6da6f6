package org.percuta.clinic.persondata;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in a patient's record. */
@Configuration(proxyBeanMethods = false)
class PersonDataMenu {

  @Bean
  PatientTab dataTab() {
    return new PatientTab(95, "Data", "/data", Set.of(Role.OWNER, Role.CLINICIAN));
  }
}
