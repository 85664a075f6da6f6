package org.percuta.clinic.patients;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;

/**
 * One thing said about a patient: who said what, who wrote it down, when. The newest on a fact and
 * site counts.
 *
 * @param fact key of the knowledge base
 * @param site where; absent means it counts everywhere
 * @param since first day it was so, a partial date as FHIR writes it
 * @param until last day it was so
 * @param last last use or exposure
 * @param supply PRESCRIBED or BOUGHT, where it matters
 */
public record PatientFact(
    UUID id,
    String fact,
    @Nullable String site,
    Said said,
    @Nullable String since,
    @Nullable String until,
    @Nullable String last,
    @Nullable String supply,
    String note,
    String saidBy,
    Source source,
    String recordedBy,
    Instant recordedAt) {

  /** WITHDRAWN says that the statement before was made in error; it is then as if never asked. */
  public enum Said {
    YES,
    NO,
    UNKNOWN,
    WITHDRAWN;

    public static Said of(Answer answer) {
      return switch (answer) {
        case YES -> YES;
        case NO -> NO;
        case UNKNOWN -> UNKNOWN;
      };
    }
  }

  /** How it came into the record. */
  public enum Source {
    STAFF,
    PATIENT,
    IMPORT
  }
}
