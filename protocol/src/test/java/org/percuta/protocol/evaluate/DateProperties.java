package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.percuta.protocol.model.PatientRecord;

class DateProperties {

  /** Far past every window, birthday and clearance of a generated world but the old-age rules. */
  private static final int DAYS = 900;

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds();
  }

  @Property(tries = 400)
  void theFirstPermittedDateIsPermittedAndNoDateBeforeIt(@ForAll("worlds") World world) {
    Screening screening = new Screening(world.knowledge());
    LocalDate from = world.verdict().from();

    if (from != null) {
      assertThat(outcome(screening, world, from).isPermitted()).isTrue();
    }
    LocalDate end = from == null ? world.on().plusDays(DAYS) : from;
    assertThat(world.on().datesUntil(end))
        .noneMatch(day -> outcome(screening, world, day).isPermitted());
  }

  @Property(tries = 400)
  void notBeforeIsTheFirstDateOnWhichNothingKnownStandsAgainstIt(@ForAll("worlds") World world) {
    Screening screening = new Screening(world.knowledge());
    Verdict verdict = world.verdict();
    LocalDate notBefore = verdict.notBefore();

    if (notBefore != null && verdict.from() == null) {
      assertThat(outcome(screening, world, notBefore)).isEqualTo(Outcome.CANNOT_TELL);
      assertThat(world.on().datesUntil(notBefore))
          .allMatch(day -> outcome(screening, world, day).isStricterThan(Outcome.CANNOT_TELL));
    } else {
      assertThat(notBefore).isEqualTo(verdict.from());
    }
  }

  @Property(tries = 200)
  void askingForTheFirstDateAloneGivesTheSame(@ForAll("worlds") World world) {
    Screening screening = new Screening(world.knowledge());

    assertThat(screening.findFirstPermitted(world.record(), world.goal(), world.on()).orElse(null))
        .isEqualTo(world.verdict().from());
  }

  @Property(tries = 400)
  void aDatedReasonHoldsUntilItsDateAndNotOnIt(@ForAll("worlds") World any) {
    PatientRecord record = any.record();
    World world =
        any.with(
            new PatientRecord(record.patient(), record.statements(), List.of(), record.complete()));
    Screening screening = new Screening(world.knowledge());
    for (Reason reason : world.verdict().reasons()) {
      if (reason.until() instanceof Until.Date(LocalDate day)) {
        assertThat(fires(screening, world, reason, day)).isFalse();
        assertThat(world.on().datesUntil(day).limit(DAYS))
            .allMatch(before -> fires(screening, world, reason, before));
      }
    }
  }

  private static boolean fires(Screening screening, World world, Reason reason, LocalDate day) {
    return screening.screen(world.record(), world.goal(), day).reasons().stream()
        .anyMatch(r -> r.rule().equals(reason.rule()) && !r.precaution());
  }

  private static Outcome outcome(Screening screening, World world, LocalDate day) {
    return screening.screen(world.record(), world.goal(), day).outcome();
  }
}
