package org.percuta.clinic.appointments;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar in the top bar, appointments as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class AppointmentsMenu {

  private static final Set<Role> ROLES =
      Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK);

  @Bean
  MenuItem calendarMenuItem() {
    return new MenuItem(10, "Calendar", "/calendar", ROLES);
  }

  @Bean
  MenuItem waitingMenuItem() {
    return new MenuItem(30, "Waiting", "/waiting", ROLES);
  }

  @Bean
  PatientTab appointmentsTab() {
    return new PatientTab(40, "Appointments", "/appointments", ROLES);
  }
}
