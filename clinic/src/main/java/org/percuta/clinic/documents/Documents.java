package org.percuta.clinic.documents;

import java.time.Clock;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.Sha256;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Service;

/** Adds documents to records; call within a clinic transaction. */
@Service
public class Documents {

  private final DocumentRepository repository;
  private final Audit audit;
  private final Clock clock;

  Documents(DocumentRepository repository, Audit audit, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds what a content turns out to be.
   *
   * @throws IllegalArgumentException when it is no document that can be kept
   */
  public UUID add(Actor actor, UUID patient, String title, byte[] content) {
    return switch (DocumentKind.check(content)) {
      case DocumentKind.Checked.Good(DocumentKind kind) ->
          add(actor, patient, title, kind, content);
      case DocumentKind.Checked.Bad(String why) -> throw new IllegalArgumentException(why);
    };
  }

  UUID add(Actor actor, UUID patient, String title, DocumentKind kind, byte[] content) {
    UUID id =
        repository.insert(
            patient,
            title.isEmpty() ? kind.words() : title,
            kind,
            content,
            actor.name(),
            clock.instant());
    // The hash is in the audit's chain too, which whoever changes a document cannot reach.
    audit.record(
        actor,
        Audit.Action.ADD,
        "document:" + id,
        patient,
        kind.mediaType() + " sha256 " + Sha256.hex(content));
    return id;
  }
}
