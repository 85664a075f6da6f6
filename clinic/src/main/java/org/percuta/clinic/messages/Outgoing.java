package org.percuta.clinic.messages;

import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;

/**
 * A message on its way, claimed by one worker.
 *
 * @param tries counts claims; the answer counts only for the claim it belongs to
 */
record Outgoing(
    ClinicId clinic,
    String clinicName,
    UUID id,
    UUID patient,
    MessageKind kind,
    String to,
    String subject,
    String body,
    int tries) {

  @Override
  public String toString() {
    return "Outgoing[" + id + "]";
  }
}
