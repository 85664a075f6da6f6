package org.percuta.clinic.quotes;

import java.time.LocalDate;
import java.util.Optional;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.web.Form;

/**
 * Reads what staff note about a quote and its package; empty, with faults, when it is not whole.
 */
final class QuoteForms {

  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_HOW = 200;

  private QuoteForms() {}

  /** What the patient said. */
  record Answer(Quote.Reply reply, String note) {}

  /** That it was paid, when and how. */
  record Payment(LocalDate on, String how) {}

  /** Sessions credited to a package, or returned from it. */
  record Entry(Ledger.Kind kind, int sessions, String reason) {}

  static Optional<Answer> answer(Form form) {
    Optional<Quote.Reply> reply = form.choice("answer", "what the patient said", Quote.Reply.class);
    String note = form.optionalText("note", "a note", LONGEST_NOTE);
    return form.isValid() ? reply.map(one -> new Answer(one, note)) : Optional.empty();
  }

  static Optional<Payment> payment(Form form, Quote.Stored stored, LocalDate today) {
    Optional<LocalDate> on = form.day("on", "the day it was paid");
    String how = form.text("how", "how much and how, for example 250.00 in cash", LONGEST_HOW);
    if (on.isPresent() && on.get().isAfter(today)) {
      form.reject("on", Dates.day(on.get()) + " lies ahead. Note it once it is paid.");
    } else if (on.isPresent() && on.get().isBefore(stored.quote().offeredOn())) {
      form.reject("on", Dates.day(on.get()) + " is before the quote was offered.");
    }
    if (!(stored.stateOn(today) instanceof Quote.State.Accepted)) {
      form.reject("how", "Only an accepted quote is paid.");
    }
    return form.isValid() ? on.map(day -> new Payment(day, how)) : Optional.empty();
  }

  static Optional<Entry> entry(Form form) {
    boolean credit = form.is("kind", Ledger.Kind.CREDIT.name());
    if (!credit && !form.is("kind", Ledger.Kind.RETURN.name())) {
      form.reject("kind", "Choose whether sessions are credited or returned.");
    }
    Optional<Integer> sessions = Amounts.count(form, "sessions", 1, PriceList.MOST_SESSIONS);
    if (sessions.isEmpty()) {
      form.reject("sessions", "Enter how many sessions.");
    }
    String reason = form.text("reason", "why", LONGEST_NOTE);
    Ledger.Kind kind = credit ? Ledger.Kind.CREDIT : Ledger.Kind.RETURN;
    return form.isValid()
        ? sessions.map(number -> new Entry(kind, number, reason))
        : Optional.empty();
  }
}
