package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.day;

import java.util.List;
import org.junit.jupiter.api.Test;

class UntilTest {

  /** From the first to end to the one that never does. */
  private static final List<Until> ORDER =
      List.of(
          new Until.Date(day("2026-11-21")),
          new Until.Date(day("2026-11-22")),
          new Until.Resolved(),
          new Until.Never());

  @Test
  void soonerAndLaterFollowOneOrder() {
    for (int i = 0; i < ORDER.size(); i++) {
      for (int j = 0; j < ORDER.size(); j++) {
        assertThat(Until.sooner(ORDER.get(i), ORDER.get(j))).isEqualTo(ORDER.get(Math.min(i, j)));
        assertThat(Until.later(ORDER.get(i), ORDER.get(j))).isEqualTo(ORDER.get(Math.max(i, j)));
      }
    }
  }
}
