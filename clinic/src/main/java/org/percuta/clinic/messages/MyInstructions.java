package org.percuta.clinic.messages;

import java.time.Clock;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.signin.MyPanel;
import org.springframework.stereotype.Component;

/** What a patient was told, or is due to be told, and still has to keep to, on their own page. */
@Component
class MyInstructions implements MyPanel {

  private static final int MOST = 20;

  private final MessageRepository repository;
  private final Clock clock;

  MyInstructions(MessageRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Panel of(Actor actor, Patient patient) {
    return new Panel(
        "What to keep to now",
        repository.listInForce(patient.id(), clock.instant(), MOST).stream()
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
