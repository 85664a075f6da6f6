package org.percuta.protocol.model;

/** Where it would be done. */
public enum Setting {
  CLINIC,
  HOME
}
