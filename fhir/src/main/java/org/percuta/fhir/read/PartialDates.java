package org.percuta.fhir.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;

/** Comparing dates of which some are absent, on the safe side. */
final class PartialDates {

  private PartialDates() {}

  /** The one that can be later; the other when one is absent. */
  static @Nullable PartialDate later(@Nullable PartialDate a, @Nullable PartialDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.latest().isAfter(a.latest()) ? b : a;
  }

  static PartialDate plusDays(PartialDate date, int days) {
    return new PartialDate(date.earliest().plusDays(days), date.latest().plusDays(days));
  }

  /** When someone born then was of that age. */
  static @Nullable PartialDate atAge(@Nullable PartialDate birth, Draft.@Nullable Age age) {
    if (birth == null || age == null || !(age.value() >= 0 && age.value() <= 150)) {
      return null;
    }
    int whole = (int) Math.floor(age.value());
    return switch (age.unit()) {
      case "a", "year", "years", "yr" ->
          new PartialDate(
              birth.earliest().plusYears(whole), birth.latest().plusYears(whole + 1L).minusDays(1));
      case "mo", "month", "months" ->
          new PartialDate(
              birth.earliest().plusMonths(whole),
              birth.latest().plusMonths(whole + 1L).minusDays(1));
      case "wk", "week", "weeks" -> plusDays(birth, whole, 7);
      case "d", "day", "days" -> plusDays(birth, whole, 1);
      default -> null;
    };
  }

  private static PartialDate plusDays(PartialDate birth, int whole, int perUnit) {
    LocalDate earliest = birth.earliest().plusDays((long) whole * perUnit);
    return new PartialDate(earliest, birth.latest().plusDays((whole + 1L) * perUnit).minusDays(1));
  }
}
