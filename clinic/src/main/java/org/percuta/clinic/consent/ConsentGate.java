package org.percuta.clinic.consent;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.protocol.model.Goal;
import org.springframework.stereotype.Component;

/** Whether a session may start, as far as consent goes. Call within a clinic transaction. */
@Component
public class ConsentGate {

  private static final int MOST_NAMED = 3;

  private final ConsentRepository repository;
  private final ConsentTexts texts;

  ConsentGate(ConsentRepository repository, ConsentTexts texts) {
    this.repository = repository;
    this.texts = texts;
  }

  /** The gate's answer. */
  public sealed interface Answer {

    /**
     * @param until last day it counts
     */
    record Open(UUID consent, LocalDate until) implements Answer {}

    /** It stays closed; why, and what to do. */
    record Closed(String why) implements Answer {}
  }

  /** Asks for a treatment consent to this goal that is signed, whole, not expired, not withdrawn and complete. */
  public Answer ask(Patient patient, Goal goal, LocalDate on, ZoneId zone) {
    Optional<Consent> latest =
        repository.list(patient.id()).stream()
            .filter(one -> one.kind() == ConsentKind.TREATMENT && goal.equals(one.goal()))
            .findFirst();
    if (latest.isEmpty()) {
      return new Answer.Closed("No consent to this treatment has been signed.");
    }
    Consent consent = latest.get();
    String signed = "The consent of " + Dates.day(consent.signedAt().atZone(zone).toLocalDate());
    if (consent.withdrawn() != null) {
      return new Answer.Closed(signed + " was withdrawn.");
    }
    if (!consent.intact()) {
      return new Answer.Closed(
          signed + " no longer matches its seal: the stored document was changed. Tell the owner,"
              + " and have a new one signed.");
    }
    if (on.isAfter(consent.expires())) {
      return new Answer.Closed(signed + " expired on " + Dates.day(consent.expires()) + ".");
    }
    List<String> added = added(patient, goal, on, consent);
    return added.isEmpty()
        ? new Answer.Open(consent.id(), consent.expires())
        : new Answer.Closed(
            signed
                + " does not cover what has come up since: "
                + String.join("; ", added.subList(0, Math.min(MOST_NAMED, added.size())))
                + (added.size() > MOST_NAMED ? " and " + (added.size() - MOST_NAMED) + " more" : "")
                + ". Go through it and have it signed again.");
  }

  private List<String> added(Patient patient, Goal goal, LocalDate on, Consent consent) {
    List<String> added = new ArrayList<>();
    for (ConsentText.Section section : texts.treatment(patient, goal, on).sections()) {
      for (ConsentText.Point point : section.points()) {
        if (!consent.points().contains(point.id())) {
          added.add(point.title().isEmpty() ? point.text() : point.title());
        }
      }
    }
    return added;
  }
}
