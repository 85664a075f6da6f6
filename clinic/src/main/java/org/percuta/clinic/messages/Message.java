package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as stored.
 *
 * @param email of the patient now; empty when there is none
 * @param noEmail whether the patient wants no e-mail messages
 * @param reason what a failed, doubtful or cancelled one says about itself
 * @param doneAt when it was sent, handed over or given up
 * @param sentTo the address it was last sent to
 */
record Message(
    UUID id,
    UUID patient,
    String patientName,
    String email,
    boolean noEmail,
    MessageKind kind,
    @Nullable UUID course,
    int session,
    @Nullable UUID appointment,
    String about,
    LocalDate day,
    Instant due,
    Instant usefulUntil,
    boolean heldBack,
    List<String> items,
    String subject,
    String body,
    MessageState state,
    String reason,
    int tries,
    @Nullable Instant doneAt,
    String sentTo,
    int version) {

  Message {
    items = List.copyOf(items);
  }

  Letter.Key key() {
    return new Letter.Key(kind, session, about, day);
  }

  /** Whether it already says what {@code letter} says. A due that has come is not moved. */
  boolean isAs(Letter letter, Instant now) {
    return (due.equals(letter.due()) || !due.isAfter(now))
        && usefulUntil.equals(letter.usefulUntil())
        && heldBack == letter.heldBack()
        && items.equals(letter.items())
        && subject.equals(letter.subject())
        && body.equals(letter.body());
  }
}
