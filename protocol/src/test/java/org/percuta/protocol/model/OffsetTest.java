package org.percuta.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTest {

  @ParameterizedTest
  @CsvSource({
    "-7 d, 2026-11-14", "0 d, 2026-11-21", "2 wk, 2026-12-05", "3 mo, 2027-02-21",
    "1 h, 2026-11-22", "24 h, 2026-11-22", "25 h, 2026-11-23", "0 h, 2026-11-21",
    "-1 h, 2026-11-20", "-24 h, 2026-11-20", "-25 h, 2026-11-19"
  })
  void fallsOnADayRoundedAwayFromTheSession(String offset, LocalDate day) {
    assertThat(Offset.parse(offset).from(LocalDate.of(2026, 11, 21))).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"36 h, 36", "-7 d, -168", "2 wk, 336", "1 mo, 720"})
  void isOrderedByHours(String offset, int hours) {
    assertThat(Offset.parse(offset).hours()).isEqualTo(hours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-7 d", "48 h", "2 wk", "4 mo"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Offset.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "d", "7d", "7 a", "7.5 d", "+7 d", "12345 d", "7 days"})
  void anythingElseIsNamedWithAHint(String text) {
    assertThatThrownBy(() -> Offset.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("Maybe write -7 d");
  }
}
