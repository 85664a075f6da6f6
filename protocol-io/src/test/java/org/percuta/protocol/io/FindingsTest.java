package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;

class FindingsTest {

  private static final Place PLACE = Place.of("a.yaml");

  @Test
  void aFloodIsKeptWithinBounds() {
    Findings findings = new Findings();
    for (int i = 0; i < 5_000; i++) {
      findings.error("PX-0110", "x", "", PLACE, null);
    }
    assertThat(findings.list()).hasSize(2_000);
  }

  @Test
  void anErrorBehindAFloodOfWarningsIsStillAnError() {
    Findings findings = new Findings();
    for (int i = 0; i < 5_000; i++) {
      findings.warning("PX-0214", "x", "", PLACE, null);
    }
    assertThat(findings.hasErrors()).isFalse();

    findings.error("PX-0110", "y", "", PLACE, null);

    assertThat(findings.hasErrors()).isTrue();
    assertThat(findings.list()).anyMatch(Finding::isError);
  }
}
