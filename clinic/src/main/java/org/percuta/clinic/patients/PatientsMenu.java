package org.percuta.clinic.patients;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where patients are found: the top bar, and the first tab of a record. */
@Configuration(proxyBeanMethods = false)
class PatientsMenu {

  private static final Set<Role> ROLES =
      Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK);

  @Bean
  MenuItem patientsMenuItem() {
    return new MenuItem(20, "Patients", "/patients", ROLES);
  }

  @Bean
  PatientTab recordTab() {
    return new PatientTab(10, "Record", "", ROLES);
  }
}
