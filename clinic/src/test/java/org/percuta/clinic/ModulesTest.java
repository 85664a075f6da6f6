package org.percuta.clinic;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Features see each other's public types only, and in no circle. */
class ModulesTest {

  @Test
  void featuresKeepToTheirPackages() {
    ApplicationModules.of(ClinicApplication.class).verify();
  }
}
