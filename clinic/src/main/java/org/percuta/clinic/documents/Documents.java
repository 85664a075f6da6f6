package org.percuta.clinic.documents;

import java.time.Clock;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.Sha256;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Service;

/** Adds documents to records and takes them back; call within a clinic transaction. */
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
   * Adds what a content turns out to be. It is opened here, so this is for what the program made
   * itself.
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

  /**
   * Takes a document back that was added by mistake. From then on nobody is handed its content;
   * that it was there stays.
   *
   * @return false when it was withdrawn before
   */
  boolean withdraw(Actor actor, UUID patient, UUID document, String reason) {
    boolean withdrawn = repository.withdraw(document, reason, actor.name(), clock.instant());
    if (withdrawn) {
      audit.record(actor, Audit.Action.WITHDRAW, "document:" + document, patient, "");
    }
    return withdrawn;
  }
}
