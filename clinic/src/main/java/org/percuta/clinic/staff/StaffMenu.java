package org.percuta.clinic.staff;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The accounts' place in the top bar. */
@Configuration(proxyBeanMethods = false)
class StaffMenu {

  @Bean
  MenuItem staffMenuItem() {
    return new MenuItem(90, "Staff", "/staff", Set.of(Role.OWNER));
  }
}
