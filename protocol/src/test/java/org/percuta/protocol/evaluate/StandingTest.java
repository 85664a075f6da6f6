package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.day;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  private static final Missing QUESTION = new Missing("f", null, "f?");
  private static final Until SOON = new Until.Date(day("2026-12-01"));
  private static final Until LATER = new Until.Date(day("2027-01-01"));

  private static Standing of(Truth truth) {
    return switch (truth) {
      case TRUE -> Standing.ALWAYS;
      case FALSE -> Standing.FALSE;
      case UNKNOWN -> Standing.unknown(QUESTION);
    };
  }

  private static Standing until(Until until) {
    return new Standing(Truth.TRUE, until, List.of(yes("f")), List.of(no("f")), List.of(QUESTION));
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE, TRUE, TRUE", "TRUE, UNKNOWN, UNKNOWN", "TRUE, FALSE, FALSE",
    "UNKNOWN, TRUE, UNKNOWN", "UNKNOWN, UNKNOWN, UNKNOWN", "UNKNOWN, FALSE, FALSE",
    "FALSE, TRUE, FALSE", "FALSE, UNKNOWN, FALSE", "FALSE, FALSE, FALSE"
  })
  void allOf(Truth a, Truth b, Truth both) {
    assertThat(Standing.allOf(List.of(of(a), of(b))).truth()).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE, TRUE, TRUE", "TRUE, UNKNOWN, TRUE", "TRUE, FALSE, TRUE",
    "UNKNOWN, TRUE, TRUE", "UNKNOWN, UNKNOWN, UNKNOWN", "UNKNOWN, FALSE, UNKNOWN",
    "FALSE, TRUE, TRUE", "FALSE, UNKNOWN, UNKNOWN", "FALSE, FALSE, FALSE"
  })
  void anyOf(Truth a, Truth b, Truth either) {
    assertThat(Standing.anyOf(List.of(of(a), of(b))).truth()).isEqualTo(either);
  }

  @Test
  void allEndsWithTheFirstAndAnyWithTheLast() {
    assertThat(Standing.allOf(List.of(until(LATER), until(SOON))).until()).isEqualTo(SOON);
    assertThat(Standing.anyOf(List.of(until(LATER), until(SOON))).until()).isEqualTo(LATER);
    assertThat(Standing.anyOf(List.of(until(SOON), until(LATER))).until()).isEqualTo(LATER);
  }

  @Test
  void whatItRestsOnAndWhatIsMissingIsJoined() {
    Standing all = Standing.allOf(List.of(until(SOON), Standing.ALWAYS, until(SOON)));

    assertThat(all.evidence()).containsExactly(yes("f"), yes("f"));
    assertThat(all.against()).containsExactly(no("f"), no("f"));
    assertThat(all.missing()).containsExactly(QUESTION, QUESTION);
  }

  @Test
  void anyOfRestsOnWhatStandsAlone() {
    Standing any = Standing.anyOf(List.of(until(SOON), Standing.unknown(QUESTION)));

    assertThat(any.missing()).hasSize(1);
    assertThat(any.evidence()).containsExactly(yes("f"));
  }
}
