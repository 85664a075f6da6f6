package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Service;

/** The outbox where no mail server is set; call within a clinic transaction. */
@Service
public class Outbox {

  private final MessageQueue queue;
  private final MessageDelivery delivery;
  private final Audit audit;
  private final Clock clock;

  Outbox(MessageQueue queue, MessageDelivery delivery, Audit audit, Clock clock) {
    this.queue = queue;
    this.delivery = delivery;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Closes what is over, and notes of the rest of what is due that somebody handed it over.
   *
   * @return how many were handed over
   */
  public int handOverDue(Actor actor) {
    delivery.close(Actor.system(actor.clinic(), "Messages"));
    Instant now = clock.instant();
    MessageState.Decision decision = MessageState.Decision.HANDED_OVER;
    List<MessageQueue.Closed> handed = queue.handOver(decision.word() + ": " + actor.name(), now);
    handed.forEach(one ->
        audit.record(
            actor, Audit.Action.CHANGE, "message:" + one.id(), one.patient(), decision.name()));
    return handed.size();
  }
}
