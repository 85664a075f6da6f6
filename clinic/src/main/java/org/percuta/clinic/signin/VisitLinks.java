package org.percuta.clinic.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;
import org.springframework.stereotype.Component;

/** Makes patients' sign-in links. */
@Component
public class VisitLinks {

  private static final Duration LIFE = Duration.ofDays(14);

  private final LinkSigner signer;
  private final Clock clock;

  VisitLinks(LinkSigner signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /** How long a link counts from the moment it is made. */
  public Duration life() {
    return LIFE;
  }

  /** A new link as a path of this application; whoever has it and the date of birth gets in. */
  public String make(ClinicId clinic, UUID patient) {
    Instant expires = clock.instant().plus(LIFE);
    return "/visit/" + new VisitLink(clinic, patient, expires).signed(signer);
  }
}
