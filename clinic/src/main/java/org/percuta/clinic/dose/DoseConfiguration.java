package org.percuta.clinic.dose;

import java.util.Set;
import org.percuta.clinic.patients.PatientTab;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.MenuItem;
import org.percuta.protocol.io.parameters.LoadedParameters;
import org.percuta.protocol.io.parameters.ParameterFiles;
import org.percuta.skin.SkinParameters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model's numbers, loaded once, and where its pages are found. */
@Configuration(proxyBeanMethods = false)
class DoseConfiguration {

  private static final Set<Role> CLINICAL = Set.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER);

  @Bean
  SkinParameters skinParameters() {
    LoadedParameters loaded = ParameterFiles.read();
    if (!loaded.isValid()) {
      throw new IllegalStateException(
          "The shipped parameters cannot be used: " + loaded.findings());
    }
    return SkinParameters.from(loaded.parameters()).orThrow();
  }

  @Bean
  MenuItem doseMenuItem() {
    return new MenuItem(60, "Dose", "/dose", CLINICAL);
  }

  @Bean
  PatientTab healingTab() {
    return new PatientTab(32, "Healing", "/healing", CLINICAL);
  }
}
