package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.util.List;
import org.percuta.clinic.appointments.WaitingList;
import org.springframework.core.annotation.Order;

/** Some who were seen lately wait for an earlier or better place. */
@DemoComponent
@Order(50)
class WaitingChapter implements Chapter {

  private static final int LATELY_DAYS = 40;
  private static final List<String> WISHES =
      List.of(
          "An earlier session, any day after five",
          "A Tuesday or a Thursday morning",
          "The first place with Grace Adefinch",
          "An earlier consultation, can come at an hour's notice",
          "Saturday only",
          "A place before a wedding on the last weekend",
          "Any afternoon, not Friday");

  private final WaitingList waiting;

  WaitingChapter(WaitingList waiting) {
    this.waiting = waiting;
  }

  @Override
  public void write(Story story) {
    story.after(Turn.CONSULTED, person -> wish(story, person));
  }

  private void wish(Story story, Person person) {
    LocalDate day = story.playing().toLocalDate();
    boolean lately = day.isAfter(story.today().minusDays(LATELY_DAYS));
    if (lately && (person.number() % 7 == 6 || person.number() % 13 == 1)) {
      waiting.add(
          story.cast().desk(),
          person.id(),
          WISHES.get((person.number() / 7 + person.number() % 5) % WISHES.size()),
          story.today(),
          story.today().plusDays(10L + person.number() % 21));
    }
  }
}
