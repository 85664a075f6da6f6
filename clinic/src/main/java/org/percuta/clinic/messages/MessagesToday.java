package org.percuta.clinic.messages;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** Messages that a person has to look at, on the page of today. */
@Component
class MessagesToday implements TodayPanel {

  private final MessageRepository repository;
  private final Clock clock;

  MessagesToday(MessageRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Set<Role> roles() {
    return MessagesMenu.ROLES;
  }

  @Override
  public Panel of(Actor actor) {
    Map<MessageFilter, Long> counts = repository.countOpen(clock.instant());
    List<Line> lines =
        Stream.of(MessageFilter.UNSURE, MessageFilter.FAILED, MessageFilter.DUE)
            .filter(filter -> counts.getOrDefault(filter, 0L) > 0)
            .map(filter ->
                new Line(
                    filter.word(),
                    counts.getOrDefault(filter, 0L) + " to look at",
                    "/messages?show=" + filter.key()))
            .toList();
    return new Panel(
        "Messages", lines, "Nothing waits for you here.", "/messages", "Open the outbox");
  }
}
