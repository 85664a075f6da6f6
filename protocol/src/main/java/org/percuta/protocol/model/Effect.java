package org.percuta.protocol.model;

/** What a rule does when it fires. Ordered from the strictest. */
public enum Effect {
  /** Not while it is so; nobody can override it. */
  REFUSE,
  /** Needs a named clinician's recorded clearance. */
  CLEAR,
  /** Not before a date, or not until resolved. */
  DEFER,
  /** Permitted within a limit. */
  LIMIT,
  /** Belongs in the consent talk. */
  INFORM
}
