package org.percuta.protocol.model;

/** What a record can be declared complete for. */
public enum FactGroup {
  CONDITIONS,
  MEDICATIONS,
  ALLERGIES,
  PROCEDURES,
  HABITS
}
