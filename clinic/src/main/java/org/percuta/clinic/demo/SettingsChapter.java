package org.percuta.clinic.demo;

import java.util.List;
import org.percuta.clinic.governance.SettingDecisions;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.SettingChange;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.protocol.model.HouseSetting;
import org.springframework.core.annotation.Order;

/** A clinician approved some numbers at the beginning, and has changed one of them just now. */
@DemoComponent
@Order(110)
class SettingsChapter implements Chapter {

  private static final int OPENING_DAYS_AGO = 448;
  private static final List<String> APPROVED =
      List.of("retinoid-before", "acid-before", "sunburn-after", "alcohol-after", "passes-ceiling");
  private static final String CHANGED = "alcohol-after";

  private final Protocols protocols;
  private final SettingDecisions decisions;
  private final DemoClock clock;

  SettingsChapter(Protocols protocols, SettingDecisions decisions, DemoClock clock) {
    this.protocols = protocols;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public void write(Story story) {
    Actor clinician = story.cast().clinicians().getFirst();
    story.at(
        story.now().minusDays(OPENING_DAYS_AGO),
        () ->
            APPROVED.forEach(
                setting -> decide(clinician, setting, 0, 0, "Agreed in the opening meeting.")));
    // The last event: nothing that was played was decided by it.
    story.at(
        story.now(),
        () ->
            decide(
                clinician,
                CHANGED,
                APPROVED.indexOf(CHANGED) + 1,
                1,
                "People asked for one clear rule; a day more is easier to keep to."));
  }

  private void decide(Actor clinician, String setting, int seen, double more, String reason) {
    InForce now = protocols.of(clinician.clinic());
    HouseSetting held = now.knowledge().settings().get(setting);
    if (held == null
        || !decisions.add(
            clinician,
            new SettingChange(
                0,
                setting,
                seen,
                held.value(),
                held.value() + more,
                held.unit(),
                now.digest(),
                clinician.id(),
                clinician.name(),
                reason,
                clock.instant()))) {
      throw new IllegalStateException("The demonstration cannot decide on " + setting + ".");
    }
  }
}
