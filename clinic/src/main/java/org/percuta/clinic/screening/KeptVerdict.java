package org.percuta.clinic.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.percuta.protocol.model.Goal;

/**
 * A verdict that was kept with everything it rested on.
 *
 * @param asOf the date of treatment that was asked about
 * @param settingsVersion version of the clinic's settings that held; 0 is the content as shipped
 */
public record KeptVerdict(
    UUID id,
    Goal goal,
    LocalDate asOf,
    Occasion occasion,
    StoredVerdict verdict,
    StoredFacts facts,
    String knowledgeDigest,
    int settingsVersion,
    String by,
    Instant at) {

  /** Why it was kept. */
  public enum Occasion {
    ASKED("Kept on the verdict page"),
    COURSE("Course planned"),
    BOOKING("Session booked"),
    SESSION("Session started");

    private final String words;

    Occasion(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
