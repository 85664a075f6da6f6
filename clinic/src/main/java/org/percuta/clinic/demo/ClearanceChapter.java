package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.clearances.Clearances;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.springframework.core.annotation.Order;

/**
 * Half of those whom a named clinician has to clear bring that decision to the consultation. One in
 * three decisions holds, one expires soon, one is withdrawn; the other half still has to ask.
 */
@DemoComponent
@Order(20)
class ClearanceChapter implements Chapter {

  private static final int HOLDS_DAYS = 270;
  private static final int SOON_DAYS = 5;

  /** Fictional doctors outside the clinic. */
  private static final Map<Role, String> OUTSIDE =
      Map.of(
          Role.PRESCRIBER, "Dr Ines Calloway",
          Role.PHYSICIAN, "Dr Henrik Ashdown",
          Role.DERMATOLOGIST, "Dr Folake Winterbourne",
          Role.ONCOLOGIST, "Dr Marguerite Sedge",
          Role.HAEMATOLOGIST, "Dr Oskar Penhallow");

  private final Patients patients;
  private final Clearances clearances;
  private final CourseScreening screening;

  ClearanceChapter(Patients patients, Clearances clearances, CourseScreening screening) {
    this.patients = patients;
    this.clearances = clearances;
    this.screening = screening;
  }

  @Override
  public void write(Story story) {
    story.after(
        Turn.CONSULTED,
        person -> {
          if (isDecided(person)) {
            decide(story, person);
          }
        });
  }

  /** Whether somebody brings a decision along. */
  static boolean isDecided(Person person) {
    return person.lot() == Lot.CLEARANCE && person.number() % 2 == 1;
  }

  private void decide(Story story, Person person) {
    int turn = person.number() / 20 % 3;
    Actor clinician = story.cast().clinicians().getLast();
    Patient patient = patients.get(person.id());
    LocalDate day = story.playing().toLocalDate();
    List<Rule> rules =
        screening.screen(screening.record(patient), person.goal(), day).reasons().stream()
            .map(Reason::rule)
            .filter(rule -> !rule.clearedBy().isEmpty())
            .toList();
    for (Rule rule : rules) {
      Optional<UUID> recorded =
          clearances.add(
              clinician,
              patient,
              person.goal(),
              day,
              clearance(rule, clinician, day, turn == 1 ? SOON_DAYS : HOLDS_DAYS));
      recorded
          .filter(_ -> turn == 2)
          .ifPresent(id ->
              story.at(
                  story.playing().plusDays(3),
                  () ->
                      clearances.withdraw(
                          clinician,
                          person.id(),
                          id,
                          "Whoever gave it wrote that the treatment was changed since.")));
    }
  }

  private static Clearance clearance(Rule rule, Actor clinician, LocalDate day, int days) {
    Role role = rule.clearedBy().stream().sorted().findFirst().orElseThrow();
    return new Clearance(
        rule.id(),
        OUTSIDE.getOrDefault(role, clinician.name()),
        role,
        day,
        day.plusDays(days),
        role == Role.CLINICIAN
            ? "Examined and talked over in the consultation."
            : "Letter brought to the consultation, read and filed.");
  }
}
