package org.percuta.clinic.messages;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** Messages that a person has to look at, on the page of today. */
@Component
class MessagesToday implements TodayPanel {

  private static final List<MessageFilter> TO_LOOK_AT =
      List.of(MessageFilter.UNSURE, MessageFilter.FAILED, MessageFilter.DUE);

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
    List<Line> lines =
        repository.count(TO_LOOK_AT, clock.instant(), MessageFilter.COUNTED).entrySet().stream()
            .filter(found -> found.getValue() > 0)
            .map(found ->
                new Line(
                    found.getKey().word(),
                    MessageFilter.counted(found.getValue()) + " to look at",
                    "/messages?show=" + found.getKey().key()))
            .toList();
    return new Panel(
        "Messages", lines, "Nothing waits for you here.", "/messages", "Open the outbox");
  }
}
