package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When messages go out, through every change of the clocks. */
class SendingHoursProperties {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2037, 12, 31);

  @Property
  void theFirstMomentOfADayIsThatHourOfThatDayWhereThePatientIs(
      @ForAll("hours") SendingHours hours,
      @ForAll("zones") ZoneId zone,
      @ForAll("days") LocalDate day) {
    ZonedDateTime there = hours.on(day, zone).atZone(zone);
    assertThat(there.toLocalDate()).isEqualTo(day);
    // By day no zone has changed its clocks in these years, so the hour is the one asked for.
    assertThat(there.toLocalTime()).isEqualTo(hours.from());
  }

  @Property
  void theNextMomentIsNeverAtNightAndNeverMoreThanADayAway(
      @ForAll("hours") SendingHours hours,
      @ForAll("zones") ZoneId zone,
      @ForAll("moments") Instant moment) {
    Instant next = hours.next(moment, zone);
    assertThat(hours.isOpen(next, zone)).isTrue();
    assertThat(next).isBetween(moment, moment.plus(Duration.ofHours(25)));
    assertThat(hours.next(next, zone)).isEqualTo(next);
    if (hours.isOpen(moment, zone)) {
      assertThat(next).isEqualTo(moment);
    }
  }

  @Property
  void aLaterMomentNeverGoesOutEarlier(
      @ForAll("hours") SendingHours hours,
      @ForAll("zones") ZoneId zone,
      @ForAll("moments") Instant moment,
      @ForAll("pauses") Duration pause) {
    assertThat(hours.next(moment.plus(pause), zone)).isAfterOrEqualTo(hours.next(moment, zone));
  }

  @Example
  void nineIsNineOnBothSidesOfAChangeOfTheClocks() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    SendingHours hours = SendingHours.USUAL;
    Instant before = hours.on(LocalDate.of(2027, 3, 27), berlin);
    Instant after = hours.on(LocalDate.of(2027, 3, 28), berlin);
    assertThat(before).isEqualTo("2027-03-27T08:00:00Z");
    assertThat(after).isEqualTo("2027-03-28T07:00:00Z");
  }

  @Provide
  Arbitrary<SendingHours> hours() {
    return Combinators.combine(
            Arbitraries.integers().between(6, 20), Arbitraries.integers().between(1, 2))
        .as((from, length) ->
            new SendingHours(LocalTime.of(from, 0), LocalTime.of(from + length, 0), 1));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "Europe/Lisbon",
            "America/New_York",
            "America/St_Johns",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "UTC")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), LAST.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay() * 86_400, LAST.toEpochDay() * 86_400)
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<Duration> pauses() {
    return Arbitraries.longs().between(0, 172_800).map(Duration::ofSeconds);
  }
}
