package org.percuta.clinic.verdicts;

import java.util.List;
import java.util.Optional;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.StoredVerdict;

/** A kept verdict given again from its own facts, by the content and settings of its time. */
sealed interface Replay {

  /** Word for word what was kept. */
  record Same() implements Replay {}

  /** It came out otherwise. */
  record Different(List<String> differences) implements Replay {}

  /** The content or the settings of its time are not held any more. */
  record NotHeld(String digest, int settingsVersion) implements Replay {}

  /** Within a clinic transaction. */
  static Replay of(Actor actor, Protocols protocols, KeptVerdict kept) {
    Optional<InForce> then =
        protocols.at(actor.clinic(), kept.knowledgeDigest(), kept.settingsVersion());
    if (then.isEmpty()) {
      return new NotHeld(VerdictChanges.brief(kept.knowledgeDigest()), kept.settingsVersion());
    }
    StoredVerdict again =
        StoredVerdict.of(
            then.get().screening().screen(kept.facts().record(), kept.goal(), kept.asOf()));
    return again.equals(kept.verdict())
        ? new Same()
        : new Different(VerdictChanges.between(kept.verdict(), again));
  }
}
