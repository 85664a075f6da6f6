package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void anErrorInOneLine() {
    assertThat(
            Finding.error(
                    "PX-0110", "Unknown key 'x'.", "facts", new Place("a.yaml", 3, 7), "Maybe y?")
                .inOneLine())
        .isEqualTo("a.yaml:3:7: error PX-0110: facts: Unknown key 'x'. Maybe y?");
  }

  @Test
  void aWarningWithoutSubjectHintAndColumn() {
    Finding warning = Finding.warning("PX-0344", "Many.", "", new Place("a.yaml", 3, 0), null);

    assertThat(warning.inOneLine()).isEqualTo("a.yaml:3: warning PX-0344: Many.");
    assertThat(warning.isError()).isFalse();
    assertThat(Place.of("a.yaml")).hasToString("a.yaml");
  }
}
