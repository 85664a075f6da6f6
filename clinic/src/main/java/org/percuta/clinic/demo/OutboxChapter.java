package org.percuta.clinic.demo;

import java.time.LocalDate;
import org.percuta.clinic.messages.Outbox;
import org.springframework.core.annotation.Order;

/**
 * A demonstration has no mail server, so the desk hands messages over: every morning what is due.
 * What has come up since yesterday is still there to be looked at.
 */
@DemoComponent
@Order(120)
class OutboxChapter implements Chapter {

  private static final int DAYS = 448;
  private static final int HOUR = 10;

  private final Outbox outbox;

  OutboxChapter(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void write(Story story) {
    LocalDate last = story.today().minusDays(1);
    last.minusDays(DAYS)
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> story.at(day.atTime(HOUR, 0), () -> outbox.handOverDue(story.cast().desk())));
  }
}
