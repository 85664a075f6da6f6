package org.percuta.clinic.messages;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox in the top bar, messages as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class MessagesMenu {

  static final Set<Role> ROLES =
      Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK);

  @Bean
  MenuItem messagesMenuItem() {
    return new MenuItem(35, "Messages", "/messages", ROLES);
  }

  @Bean
  PatientTab messagesTab() {
    return new PatientTab(60, "Messages", "/messages", ROLES);
  }
}
