package org.percuta.planning;

import java.util.List;
import org.percuta.skin.SkinFinding;

/** What comes of a question about a setting. */
public sealed interface DoseAnswer {

  /** The protocol refuses it; there are no figures. Never empty. */
  record Refused(List<Refusal> refusals) implements DoseAnswer {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  /** There is no such setting, device, place or person. Never empty. */
  record Impossible(List<SkinFinding> findings) implements DoseAnswer {
    public Impossible {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What it does, by the model.
   *
   * @param asked the setting, which the protocol allows
   */
  record Allowed(DoseQuestion asked, DoseRange dose) implements DoseAnswer {}
}
