package org.percuta.clinic.platform.security;

import java.util.Locale;

/** What a signed-in person is to the clinic. */
public enum Role {
  OWNER,
  CLINICIAN,
  PRACTITIONER,
  FRONT_DESK,
  AUDITOR,
  PATIENT;

  /** As a person reads it. */
  public String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
