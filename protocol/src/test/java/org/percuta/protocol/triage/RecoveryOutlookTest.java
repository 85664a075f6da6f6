package org.percuta.protocol.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;

class RecoveryOutlookTest {

  private static RecoveryOutlook on(int day) {
    return RecoveryOutlook.forDay(Healing.KNOWLEDGE, day);
  }

  private static List<String> symptoms(List<RecoveryExpectation> expectations) {
    return expectations.stream().map(RecoveryExpectation::symptom).toList();
  }

  @Test
  void theDayOfTheSessionHasItsOwnOutlook() {
    RecoveryOutlook outlook = on(0);

    assertThat(outlook.day()).isZero();
    assertThat(symptoms(outlook.expected())).containsExactly("redness", "pinpoint-bleeding");
    assertThat(symptoms(outlook.later())).containsExactly("peeling");
    assertThat(outlook.waning()).isEmpty();
    assertThat(outlook.gone()).isEmpty();
  }

  @Test
  void onDayThreeRednessWanesAndDropsOfBloodAreGone() {
    RecoveryOutlook outlook = on(3);

    assertThat(symptoms(outlook.expected())).containsExactly("peeling");
    assertThat(symptoms(outlook.waning())).containsExactly("redness");
    assertThat(symptoms(outlook.gone())).containsExactly("pinpoint-bleeding");
  }

  @Test
  void afterAWeekAllIsGone() {
    assertThat(symptoms(on(8).gone())).containsExactly("redness", "peeling", "pinpoint-bleeding");
  }

  @Test
  void itNamesTheRedFlagsOfThatDay() {
    assertThat(on(1).redFlags())
        .extracting(RedFlag::id)
        .containsExactly("flag-pus", "flag-pus-strong", "flag-wheeze");
    assertThat(on(2).redFlags())
        .extracting(RedFlag::id)
        .containsExactly("flag-pus", "flag-pus-strong", "flag-red-look");
  }

  @Test
  void aDayOutOfBoundsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> on(731))
        .withMessage("Day 731 is outside 0 to 730.");
    assertThatIllegalArgumentException().isThrownBy(() -> on(-1));
    assertThat(on(730).day()).isEqualTo(730);
  }
}
