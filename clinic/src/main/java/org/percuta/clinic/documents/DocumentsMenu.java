package org.percuta.clinic.documents;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Documents as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class DocumentsMenu {

  @Bean
  PatientTab documentsTab() {
    return new PatientTab(
        65, "Documents", "/documents", Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER));
  }
}
