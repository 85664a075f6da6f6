package org.percuta.clinic.governance;

import java.util.Optional;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Banner;
import org.springframework.stereotype.Component;

/** Says on the pages of those who can do something about it that content waits. */
@Component
class UpgradeBanner implements Banner {

  private final Protocols protocols;

  UpgradeBanner(Protocols protocols) {
    this.protocols = protocols;
  }

  @Override
  public Optional<Words> of(Actor actor) {
    boolean mine = actor.is(Role.OWNER) || actor.is(Role.CLINICIAN);
    return mine && protocols.isSeenWaiting(actor.clinic())
        ? Optional.of(
            new Words(
                "New clinical content waits for a clinician. Until then the content in force goes"
                    + " on.",
                "See what changes",
                "/knowledge/upgrade"))
        : Optional.empty();
  }
}
