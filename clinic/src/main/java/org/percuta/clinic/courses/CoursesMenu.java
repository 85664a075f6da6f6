package org.percuta.clinic.courses;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Courses as a tab of a patient's pages. */
@Configuration(proxyBeanMethods = false)
class CoursesMenu {

  @Bean
  PatientTab coursesTab() {
    return new PatientTab(
        30,
        "Courses",
        "/courses",
        Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK));
  }
}
