package org.percuta.clinic.home;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Today's place in the top bar. */
@Configuration(proxyBeanMethods = false)
class HomeMenu {

  @Bean
  MenuItem todayMenuItem() {
    return new MenuItem(
        5,
        "Today",
        "/today",
        Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK, Role.AUDITOR));
  }
}
