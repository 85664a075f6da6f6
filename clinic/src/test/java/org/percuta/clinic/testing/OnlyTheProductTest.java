package org.percuta.clinic.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.CodeSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests lie in the packages that the application scans; none of their classes may join it. */
class OnlyTheProductTest extends ClinicAppTest {

  @Test
  void noBeanOfTheRunningApplicationComesFromTheTests() {
    CodeSource tests = OnlyTheProductTest.class.getProtectionDomain().getCodeSource();

    assertThat(running.beanTypes())
        .hasSizeGreaterThan(100)
        .filteredOn(type -> Objects.equals(type.getProtectionDomain().getCodeSource(), tests))
        .isEmpty();
  }
}
