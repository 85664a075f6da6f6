package org.percuta.protocol.model;

/** What a report calls for. Ordered from the mildest. */
public enum TriageLevel {
  EXPECTED,
  WATCH,
  CALL,
  URGENT
}
