package org.percuta.clinic.questions;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.Knowledge;
import org.percuta.quantity.PartialDate;

/** The fields of one question: what they say, or faults beside them. */
record AnswerFields(
    PatientFact.Said said,
    @Nullable String site,
    @Nullable String since,
    @Nullable String until,
    @Nullable String last,
    @Nullable String supply) {

  /** Empty when nothing was chosen, or when something is wrong; the form then says what. */
  static Optional<AnswerFields> read(
      Form form, FactDefinition fact, Knowledge knowledge, LocalDate today, boolean rest) {
    String key = fact.id();
    PatientFact.Said said =
        switch (form.value(key)) {
          case "YES" -> PatientFact.Said.YES;
          case "NO" -> PatientFact.Said.NO;
          case "UNKNOWN" -> PatientFact.Said.UNKNOWN;
          default -> rest ? PatientFact.Said.NO : null;
        };
    if (said == null) {
      return Optional.empty();
    }
    if (said != PatientFact.Said.YES) {
      return Optional.of(new AnswerFields(said, null, null, null, null, null));
    }
    @Nullable PartialDate since = date(form, fact, Detail.SINCE, ".since", today);
    @Nullable PartialDate until = date(form, fact, Detail.UNTIL, ".until", LocalDate.MAX);
    @Nullable PartialDate last = date(form, fact, Detail.LAST, ".last", today);
    inOrder(form, key + ".until", since, until, "It cannot end before it began.");
    inOrder(form, key + ".last", since, last, "The last time cannot be before it began.");
    return Optional.of(
        new AnswerFields(
            said,
            site(form, fact, knowledge),
            text(since),
            text(until),
            text(last),
            supply(form, fact)));
  }

  private static @Nullable PartialDate date(
      Form form, FactDefinition fact, Detail detail, String name, LocalDate notAfter) {
    if (!fact.details().contains(detail)) {
      return null;
    }
    String field = fact.id() + name;
    Optional<PartialDate> date = form.partialDate(field);
    if (date.isPresent() && date.get().earliest().isAfter(notAfter)) {
      form.reject(field, date.get() + " has not come yet.");
    }
    return date.orElse(null);
  }

  private static void inOrder(
      Form form,
      String field,
      @Nullable PartialDate first,
      @Nullable PartialDate then,
      String fault) {
    if (first != null && then != null && then.latest().isBefore(first.earliest())) {
      form.reject(field, fault + " Check both dates.");
    }
  }

  private static @Nullable String site(Form form, FactDefinition fact, Knowledge knowledge) {
    String field = fact.id() + ".site";
    String typed = form.value(field);
    if (!fact.details().contains(Detail.SITE) || typed.isEmpty()) {
      return null;
    }
    if (!knowledge.sites().containsKey(typed)) {
      form.reject(field, "Choose a place from the list.");
    }
    return typed;
  }

  private static @Nullable String supply(Form form, FactDefinition fact) {
    String field = fact.id() + ".supply";
    String typed = form.value(field);
    if (!fact.details().contains(Detail.PRESCRIBED) || typed.isEmpty()) {
      return null;
    }
    if (!typed.equals(Supply.PRESCRIBED.name()) && !typed.equals(Supply.BOUGHT.name())) {
      form.reject(field, "Choose prescribed, bought or not known.");
    }
    return typed;
  }

  private static @Nullable String text(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }
}
