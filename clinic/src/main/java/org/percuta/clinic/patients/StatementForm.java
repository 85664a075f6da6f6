package org.percuta.clinic.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.quantity.PartialDate;

/**
 * What somebody said on one fact, as fields of a form: {@code answer}, {@code site}, {@code since},
 * {@code until}, {@code last}, {@code supply}, each after a prefix, so that one form can ask many.
 * Only what the protocol knows is taken: a fact or place of other words would be stored, and never
 * counted.
 */
public final class StatementForm {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 1000;

  private final FactCatalogue catalogue;
  private final LocalDate today;
  private final Instant now;

  public StatementForm(FactCatalogue catalogue, LocalDate today, Instant now) {
    this.catalogue = catalogue;
    this.today = today;
    this.now = now;
  }

  /** How the supply of a medicine is stored. */
  enum Supply {
    PRESCRIBED,
    BOUGHT
  }

  /** The fields as a statement left them. */
  public static Map<String, String> fields(String prefix, PatientFact fact) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(prefix + "answer", fact.said().name());
    put(fields, prefix + "site", fact.site());
    put(fields, prefix + "since", fact.since());
    put(fields, prefix + "until", fact.until());
    put(fields, prefix + "last", fact.last());
    put(fields, prefix + "supply", fact.supply());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** The statement, or empty and the faults are in the form. */
  public Optional<PatientFact> read(
      Actor actor, Form form, String prefix, FactCatalogue.Entry about) {
    Optional<PatientFact.Said> said =
        form.choice(prefix + "answer", "an answer", PatientFact.Said.class);
    if (said.filter(one -> one == PatientFact.Said.WITHDRAWN).isPresent()) {
      form.reject(prefix + "answer", "Choose an answer.");
    }
    String site = place(form, prefix + "site", about);
    Optional<PartialDate> since = past(form, prefix + "since", "It cannot begin in the future");
    Optional<PartialDate> until = form.partialDate(prefix + "until");
    Optional<PartialDate> last = past(form, prefix + "last", "The last time cannot be to come");
    notBefore(form, prefix + "until", until, since, "It cannot end before it began.");
    notBefore(form, prefix + "last", last, since, "The last time cannot be before it began.");
    String supply = supply(form, prefix + "supply", about);
    String saidBy = form.optionalText("saidBy", "a name", LONGEST_NAME);
    String note = form.optionalText(prefix + "note", "a note", LONGEST_NOTE);
    if (!form.isValid() || said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PatientFact(
            new UUID(0, 0),
            about.fact(),
            site,
            said.get(),
            text(since),
            text(until),
            text(last),
            supply,
            note,
            saidBy.isEmpty() ? actor.name() : saidBy,
            PatientFact.Source.STAFF,
            actor.name(),
            now));
  }

  private @Nullable String place(Form form, String field, FactCatalogue.Entry about) {
    String typed = form.value(field).strip();
    if (typed.isEmpty()) {
      return null;
    }
    if (!catalogue.places().containsKey(typed)) {
      form.reject(field, "Choose a place from the list, or everywhere.");
    } else if (!about.asks(Detail.SITE)) {
      form.reject(field, "This counts for the whole person, not for one place. Choose everywhere.");
    }
    return typed;
  }

  private static @Nullable String supply(Form form, String field, FactCatalogue.Entry about) {
    String typed = form.value(field).strip();
    if (typed.isEmpty()) {
      return null;
    }
    Optional<Supply> supply = form.choice(field, "prescribed, bought or not known", Supply.class);
    if (supply.isPresent() && !about.asks(Detail.PRESCRIBED)) {
      form.reject(field, "This is nothing that is prescribed or bought. Choose not known.");
    }
    return supply.map(Supply::name).orElse(null);
  }

  private Optional<PartialDate> past(Form form, String field, String message) {
    Optional<PartialDate> date = form.partialDate(field);
    date.filter(one -> one.earliest().isAfter(today))
        .ifPresent(one -> form.reject(field, message + ": today is " + today + "."));
    return date;
  }

  private static void notBefore(
      Form form,
      String field,
      Optional<PartialDate> date,
      Optional<PartialDate> since,
      String message) {
    if (date.isPresent()
        && since.isPresent()
        && date.get().latest().isBefore(since.get().earliest())) {
      form.reject(field, message + " Check both dates.");
    }
  }

  private static @Nullable String text(Optional<PartialDate> date) {
    return date.map(PartialDate::toString).orElse(null);
  }
}
