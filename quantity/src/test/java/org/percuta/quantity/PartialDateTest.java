package org.percuta.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31, 2026",
    "2024-02, 2024-02-01, 2024-02-29, 2024-02",
    "2026-11-21, 2026-11-21, 2026-11-21, 2026-11-21",
    "2026-11-21T23:59:00+14:00, 2026-11-21, 2026-11-21, 2026-11-21",
  })
  void boundsTheDaysItCanMean(String text, LocalDate first, LocalDate last, String shown) {
    PartialDate date = PartialDate.parse(text);
    assertThat(date.earliest()).isEqualTo(first);
    assertThat(date.latest()).isEqualTo(last);
    assertThat(date).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, February 2026 has 28 days",
    "2026-13-01, Maybe 2026-01-13 was meant?",
    "2026-13, there is no month 13",
    "21/11/2026, year first",
    "yesterday, year first",
    "0026-11-21, 1900 to 2200",
    "'', year first",
  })
  void saysWhatIsWrongAndALikelyFix(String text, String message) {
    assertThatThrownBy(() -> PartialDate.parse(text)).hasMessageContaining(message);
  }

  @Test
  void monthsFollowTheCalendar() {
    assertThat(Interval.months(1).after(LocalDate.of(2026, 1, 31))).isEqualTo("2026-02-28");
    assertThat(Interval.months(6).after(LocalDate.of(2026, 8, 31))).isEqualTo("2027-02-28");
    assertThat(Interval.weeks(4).after(LocalDate.of(2026, 11, 21))).isEqualTo("2026-12-19");
  }

  @Test
  void aDepthNeedsItsUnit() {
    assertThat(Depth.parse("1.5 mm")).isEqualTo(Depth.millimetres(1.5));
    assertThat(Depth.parse("250um").millimetres()).isEqualTo(0.25);
    assertThatThrownBy(() -> Depth.parse("1.5")).hasMessageContaining("Maybe 1.5mm was meant?");
    assertThatThrownBy(() -> Depth.parse("275mm")).hasMessageContaining("unit is wrong");
  }
}
