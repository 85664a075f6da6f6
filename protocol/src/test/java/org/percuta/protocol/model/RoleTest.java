package org.percuta.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.model.Role.CLINICIAN;
import static org.percuta.protocol.model.Role.DERMATOLOGIST;
import static org.percuta.protocol.model.Role.PHYSICIAN;
import static org.percuta.protocol.model.Role.PRESCRIBER;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleCoversItselfAndAClinician(Role role) {
    assertThat(role.covers(role)).isTrue();
    assertThat(role.covers(CLINICIAN)).isTrue();
  }

  @Test
  void aSpecialistCoversAPhysicianAndNobodyElse() {
    EnumSet<Role> physicians =
        EnumSet.of(PHYSICIAN, DERMATOLOGIST, Role.ONCOLOGIST, Role.HAEMATOLOGIST);
    for (Role role : Role.values()) {
      assertThat(role.covers(PHYSICIAN)).isEqualTo(physicians.contains(role));
      for (Role asked : EnumSet.complementOf(EnumSet.of(CLINICIAN, PHYSICIAN))) {
        assertThat(role.covers(asked)).isEqualTo(role == asked);
      }
    }
  }

  @Test
  void aPhysicianIsNotAPrescriberUnlessThatIsSaid() {
    assertThat(PHYSICIAN.covers(PRESCRIBER)).isFalse();
    assertThat(PHYSICIAN.covers(DERMATOLOGIST)).isFalse();
  }
}
