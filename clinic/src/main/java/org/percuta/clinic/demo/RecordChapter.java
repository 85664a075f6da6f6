package org.percuta.clinic.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.PatientFields;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.model.Knowledge;
import org.springframework.core.annotation.Order;

/** People call and get a record; in the consultation they are asked everything. */
@DemoComponent
@Order(10)
class RecordChapter implements Chapter {

  private static final int ASKED_ON_THE_PHONE = 9;

  private final Patients patients;
  private final PatientFacts facts;
  private final Knowledge knowledge;
  private final DemoClock clock;

  RecordChapter(Patients patients, PatientFacts facts, Knowledge knowledge, DemoClock clock) {
    this.patients = patients;
    this.facts = facts;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  @Override
  public void write(Story story) {
    for (Person person : story.people()) {
      story.at(
          person.calls(),
          () -> {
            Actor desk = story.cast().desk();
            person.setId(patients.add(desk, fields(person)));
            if (person.lot() == Lot.ASKING) {
              List<String> asked =
                  knowledge.facts().keySet().stream().limit(ASKED_ON_THE_PHONE).toList();
              say(desk, person, asked, story.today());
            }
            story.came(person, Turn.ADDED);
          });
    }
    story.after(Turn.STOPPED, person -> archiveLater(story, person, 40));
    story.after(Turn.COMPLETED, person -> archiveLater(story, person, 120));
  }

  /** Writes down what somebody says when asked everything. */
  void askAll(Actor actor, Person person, LocalDate on) {
    say(actor, person, List.copyOf(knowledge.facts().keySet()), on);
  }

  /** Writes down what somebody says of their own accord. */
  void say(Actor actor, Person person, List<Said> news, LocalDate on, String how) {
    facts.addAll(
        actor, person.id(), news.stream().map(one -> fact(actor, person, one, on)).toList(), how);
  }

  private void say(Actor actor, Person person, List<String> asked, LocalDate on) {
    List<PatientFact> said = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Said one : person.says()) {
      if (asked.contains(one.fact())) {
        told.add(one.fact());
        said.add(fact(actor, person, one, on));
      }
    }
    for (String fact : asked) {
      if (!told.contains(fact)) {
        said.add(fact(actor, person, no(fact), on));
      }
    }
    facts.addAll(actor, person.id(), said, "consultation");
  }

  private static Said no(String fact) {
    return new Said(fact, PatientFact.Said.NO, null, null, null, "");
  }

  private PatientFact fact(Actor actor, Person person, Said said, LocalDate on) {
    return new PatientFact(
        new UUID(0, 0),
        said.fact(),
        said.site(),
        said.answer(),
        null,
        null,
        said.lastOn(on),
        said.supply(),
        said.note(),
        person.given() + " " + person.family(),
        PatientFact.Source.STAFF,
        actor.name(),
        clock.instant());
  }

  private void archiveLater(Story story, Person person, int days) {
    story.at(
        story.playing().plusDays(days),
        () -> patients.setState(story.cast().owner(), person.id(), Patient.State.ARCHIVED));
  }

  static PatientFields fields(Person person) {
    String mail =
        (person.given() + "." + person.family() + person.number()).toLowerCase(Locale.ROOT);
    @Nullable BigDecimal weight_kg =
        person.number() % 9 == 5 ? null : BigDecimal.valueOf(person.weight_kg());
    return new PatientFields(
        person.given(),
        person.family(),
        person.born(),
        person.sex(),
        person.number() % 17 == 12 ? null : Integer.valueOf(person.phototype()),
        weight_kg,
        ascii(mail) + "@example.org",
        // Numbers of this range are kept free for films and plays.
        person.number() % 13 == 6
            ? ""
            : String.format(Locale.ROOT, "+44 7700 900%03d", person.number()),
        "");
  }

  private static String ascii(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .replaceAll("[^a-z0-9.-]", "");
  }
}
