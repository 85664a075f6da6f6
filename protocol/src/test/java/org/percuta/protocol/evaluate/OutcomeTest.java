package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

  @Test
  void keysAreThoseOfTheFormat() {
    assertThat(Outcome.values())
        .extracting(Outcome::key)
        .containsExactly(
            "permitted",
            "permitted-with-limits",
            "cannot-tell",
            "deferred",
            "needs-clearance",
            "refused");
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void onlyTheTwoMildestPermit(Outcome outcome) {
    assertThat(outcome.isPermitted())
        .isEqualTo(outcome == Outcome.PERMITTED || outcome == Outcome.PERMITTED_WITH_LIMITS);
  }

  @Test
  void theStricterOfTwoIsTaken() {
    assertThat(Outcome.strictest(Outcome.DEFERRED, Outcome.REFUSED)).isEqualTo(Outcome.REFUSED);
    assertThat(Outcome.strictest(Outcome.REFUSED, Outcome.DEFERRED)).isEqualTo(Outcome.REFUSED);
    assertThat(Outcome.DEFERRED.isStricterThan(Outcome.DEFERRED)).isFalse();
  }
}
