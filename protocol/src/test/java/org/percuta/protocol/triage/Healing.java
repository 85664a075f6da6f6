package org.percuta.protocol.triage;

import static org.percuta.protocol.Items.expectation;
import static org.percuta.protocol.Items.flag;
import static org.percuta.protocol.Items.symptom;

import java.util.List;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.TriageLevel;

/** Knowledge of healing that is as small as the tests of this package allow. */
final class Healing {

  static final Knowledge KNOWLEDGE = fixture().build();

  private Healing() {}

  static KnowledgeFixture fixture() {
    return KnowledgeFixture.empty()
        .with(
            symptom("redness", "erythema"),
            symptom("peeling"),
            symptom("pinpoint-bleeding"),
            symptom("pus"),
            symptom("wheeze"),
            symptom("nodules"))
        .with(
            expectation("redness", "0 h", "48 h", "7 d", Severity.MODERATE),
            expectation("peeling", "1 d", "4 d", "7 d", Severity.MODERATE),
            expectation("pinpoint-bleeding", "0 h", "4 h", "4 h", Severity.MILD))
        .with(
            flag("flag-pus", TriageLevel.CALL, Severity.MILD, 0, null, "pus"),
            flag("flag-pus-strong", TriageLevel.URGENT, Severity.MODERATE, 0, null, "pus"),
            flag("flag-wheeze", TriageLevel.URGENT, Severity.MILD, 0, 1, "wheeze"),
            flag("flag-red-look", TriageLevel.WATCH, Severity.MILD, 2, 3, "redness"))
        .with(
            new Conflict(
                "C24",
                "Recovery time",
                Conflict.Kind.SAFETY,
                List.of(
                    new Conflict.Side("days", List.of("S1-084"), List.of()),
                    new Conflict.Side("a week", List.of("S0-077", "S1-084"), List.of())),
                "",
                ""));
  }
}
