package org.percuta.clinic.governance;

import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.ClinicSettings;
import org.percuta.clinic.knowledge.SettingChange;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Service;

/** Writes down what a clinician decided on a number; call within a clinic transaction. */
@Service
public class SettingDecisions {

  private final ClinicSettings settings;
  private final Audit audit;

  SettingDecisions(ClinicSettings settings, Audit audit) {
    this.settings = settings;
    this.audit = audit;
  }

  /** False when another act on the same setting came first; then nothing is written. */
  public boolean add(Actor actor, SettingChange act) {
    boolean added = settings.add(act);
    if (added) {
      audit.record(
          actor,
          Audit.Action.CHANGE,
          "house-setting:" + act.setting(),
          null,
          act.isApproval() ? "approved" : "changed");
    }
    return added;
  }
}
