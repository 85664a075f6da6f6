package org.percuta.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Tutorial.knowing;
import static org.percuta.protocol.Tutorial.no;
import static org.percuta.protocol.Tutorial.person;
import static org.percuta.protocol.Tutorial.today;
import static org.percuta.protocol.Tutorial.yes;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Until;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Rule;

/** A rule whose condition is true gives a reason: which rule, resting on what, until when. */
class A02_ARuleFires {

  private final Rule rule = Items.rule("pregnancy", Effect.REFUSE, new Condition.State("pregnant"));
  private final Screening screening = knowing(Items.fact("pregnant", false), rule);

  @Test
  void theVerdictNamesTheRuleAndWhatItRestsOn() {
    Verdict verdict = today(screening, person(yes("pregnant")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
    Reason reason = verdict.reasons().getFirst();
    assertThat(reason.rule()).isEqualTo(rule);
    assertThat(reason.facts()).containsExactly("pregnant: yes (answer)");
    assertThat(reason.until()).isEqualTo(new Until.Resolved());
  }

  @Test
  void aRuleThatDoesNotFireLeavesNoTrace() {
    Verdict verdict = today(screening, person(no("pregnant")));

    assertThat(verdict.reasons()).isEmpty();
  }
}
