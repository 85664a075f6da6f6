package org.percuta.protocol.model;

/** How strong a symptom is, as the person says. */
public enum Severity {
  NONE,
  MILD,
  MODERATE,
  SEVERE
}
