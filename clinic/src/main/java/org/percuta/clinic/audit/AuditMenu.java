package org.percuta.clinic.audit;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit's place in the top bar. */
@Configuration(proxyBeanMethods = false)
class AuditMenu {

  @Bean
  MenuItem auditMenuItem() {
    return new MenuItem(80, "Audit", "/audit", Set.of(Role.OWNER, Role.AUDITOR));
  }
}
