package org.percuta.clinic.knowledge;

import java.util.Optional;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Component;

/** The protocol a clinic works by; call within a transaction of that clinic. */
@Component
public class Protocols {

  private final InForce shipped;

  Protocols(Knowledge knowledge) {
    this.shipped = InForce.of(knowledge, 0);
  }

  /** What holds at this clinic now. */
  public InForce of(ClinicId clinic) {
    return shipped;
  }

  /**
   * What held when this digest and version of the settings did, so that an old verdict can be
   * replayed.
   */
  public Optional<InForce> at(ClinicId clinic, String digest, int settingsVersion) {
    return shipped.digest().equals(digest) && settingsVersion == 0
        ? Optional.of(shipped)
        : Optional.empty();
  }
}
