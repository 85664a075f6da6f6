package org.percuta.clinic.governance;

import org.percuta.clinic.knowledge.ClinicSettings;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Service;

/** What the pages of governance share; call within a clinic transaction. */
@Service
class Governance {

  private final Protocols protocols;
  private final ClinicSettings settings;
  private final ApprovalRepository approvals;

  Governance(Protocols protocols, ClinicSettings settings, ApprovalRepository approvals) {
    this.protocols = protocols;
    this.settings = settings;
    this.approvals = approvals;
  }

  InForce now() {
    return protocols.here();
  }

  /** The content in force without the clinic's own numbers. */
  Knowledge asShipped(org.percuta.clinic.platform.ClinicId clinic) {
    return protocols.at(clinic, now().digest(), 0).orElseThrow().knowledge();
  }

  Standing standing() {
    return new Standing(settings.listLatest(), approvals.list());
  }
}
