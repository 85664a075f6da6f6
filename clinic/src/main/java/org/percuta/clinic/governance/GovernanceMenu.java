package org.percuta.clinic.governance;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clinical content's place in the top bar. */
@Configuration(proxyBeanMethods = false)
class GovernanceMenu {

  @Bean
  MenuItem knowledgeMenuItem() {
    return new MenuItem(
        70,
        "Knowledge",
        "/knowledge",
        Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR));
  }
}
