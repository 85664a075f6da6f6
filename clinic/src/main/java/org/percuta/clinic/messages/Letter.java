package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A message as it should be queued now.
 *
 * @param session number in its course; 0 for an appointment
 * @param about the session's day or the appointment's moment
 * @param day on which it goes out, where the patient is
 * @param usefulUntil from here on it is not sent any more
 * @param heldBack waits until its session was held
 * @param items ids of the protocol's items it says, or what else it says
 */
record Letter(
    MessageKind kind,
    int session,
    String about,
    LocalDate day,
    Instant due,
    Instant usefulUntil,
    boolean heldBack,
    List<String> items,
    String subject,
    String body) {

  Letter {
    items = List.copyOf(items);
  }

  /** What makes a queued message the same message when it is planned again. */
  record Key(MessageKind kind, int session, String about, LocalDate day) {}

  Key key() {
    return new Key(kind, session, about, day);
  }
}
