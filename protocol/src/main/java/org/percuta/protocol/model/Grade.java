package org.percuta.protocol.model;

/** How far a statement can be relied on. Ordered from the strongest. */
public enum Grade {
  /** Regulation, device or drug label, or peer-reviewed publication. */
  A,
  /** A secondary copy of an A source. */
  B,
  /** Practice or consumer article. */
  C,
  /** House default that a clinician must approve; shown as "clinic setting". */
  H
}
