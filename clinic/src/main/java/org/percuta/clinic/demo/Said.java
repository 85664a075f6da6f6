package org.percuta.clinic.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientFact;

/**
 * Something a fictional person says that is not a plain no.
 *
 * @param lastDays how many days before it is said it was last so; absent when that is not said
 */
record Said(
    String fact,
    PatientFact.Said answer,
    @Nullable String site,
    @Nullable Integer lastDays,
    @Nullable String supply,
    String note) {

  static Said yes(String fact) {
    return new Said(fact, PatientFact.Said.YES, null, null, null, "");
  }

  static Said notKnown(String fact) {
    return new Said(fact, PatientFact.Said.UNKNOWN, null, null, null, "");
  }

  Said at(String where) {
    return new Said(fact, answer, where, lastDays, supply, note);
  }

  Said last(int daysBefore) {
    return new Said(fact, answer, site, daysBefore, supply, note);
  }

  Said prescribed() {
    return new Said(fact, answer, site, lastDays, "PRESCRIBED", note);
  }

  Said bought() {
    return new Said(fact, answer, site, lastDays, "BOUGHT", note);
  }

  Said noting(String words) {
    return new Said(fact, answer, site, lastDays, supply, words);
  }

  @Nullable String lastOn(LocalDate day) {
    return lastDays == null ? null : day.minusDays(lastDays).toString();
  }
}
