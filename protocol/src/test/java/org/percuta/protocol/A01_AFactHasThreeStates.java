package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.unknown;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;

/** A fact about a person is known to be so, known not to be so, or unknown. */
class A01_AFactHasThreeStates {

  private final Screening screening =
      knowing(
          Items.fact("open-wound", false),
          Items.rule("no-open-wound", Effect.DEFER, new Condition.ConditionNow("open-wound")));

  @Test
  void knownToBeSo() {
    assertThat(today(screening, person(yes("open-wound"))).outcome()).isEqualTo(Outcome.DEFERRED);
  }

  @Test
  void knownNotToBeSo() {
    assertThat(today(screening, person(no("open-wound"))).outcome()).isEqualTo(Outcome.PERMITTED);
  }

  @Test
  void unknown_becauseSomebodySaidSo() {
    assertThat(today(screening, person(unknown("open-wound"))).outcome())
        .isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void unknown_becauseNobodySaidAnything() {
    assertThat(today(screening, person()).outcome()).isEqualTo(Outcome.CANNOT_TELL);
  }
}
