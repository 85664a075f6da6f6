package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.signin.MyPanel;
import org.springframework.stereotype.Component;

/** What a patient was told, or is due to be told, and still has to keep to, on their own page. */
@Component
class MyInstructions implements MyPanel {

  private static final int MOST = 20;

  private final MessageRepository repository;
  private final MessagePreferences preferences;
  private final Clock clock;

  MyInstructions(MessageRepository repository, MessagePreferences preferences, Clock clock) {
    this.repository = repository;
    this.preferences = preferences;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Panel of(Actor actor, Patient patient) {
    Instant now = clock.instant();
    // The day counts, not the hour of sending: aftercare begins on the evening of the session.
    LocalDate today = LocalDate.ofInstant(now, preferences.addressee(patient.id()).zone());
    return new Panel(
        "What to keep to now",
        repository.listInForce(patient.id(), now, today, MOST).stream()
            .map(message -> new Line(title(message), message.body()))
            .toList(),
        "Nothing for today. What to do before and after a session stands here from its day on.");
  }

  private static String title(Message message) {
    return message.kind() == MessageKind.PREPARATION
        ? "Before session " + message.session()
        : "After session " + message.session();
  }
}
