package org.percuta.protocol.model;

/** The three states of a fact. Unknown is never no. */
public enum Answer {
  YES,
  NO,
  UNKNOWN
}
